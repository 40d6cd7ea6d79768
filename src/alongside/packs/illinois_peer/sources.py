"""Every document the Illinois rules rest on, and how much of each was read.

The Q & A is guidance: it was read whole, and it quotes the Rules for two sentences. Of the rest mostly openings were.
"""

from datetime import date

from alongside.law import Citation, Source

_READ = date(2026, 11, 21)
_CODE = "https://ilga.gov/commission/jcar/admincode"

QA = Source(
    "S0", "Illinois IDHS, CRSS/CPRS Supervisor Training Q & A, 9 January 2026", "guidance", "whole", _READ,
    "https://illinois.webex.com/illinois/ldr.php?RCID=343492596808a508b55fd137fce3b032",
)  # fmt: skip
RULE_140 = Source(
    "R140", "89 Ill. Adm. Code 140.453", "rule", "in part", _READ, f"{_CODE}/089/089001400D04530R.html",
)  # fmt: skip
RULE_140_MHP = Source(
    "R140j", "89 Ill. Adm. Code 140.453, through 20 September 2024", "rule", "in part", _READ,
    "https://regulations.justia.com/states/illinois/title-89/part-140/subpart-d/section-140-453",
)  # fmt: skip
TABLE_N = Source(
    "TN", "89 Ill. Adm. Code 140, Table N", "rule", "in part", _READ,
    "https://witnessslips.ilga.gov/commission/jcar/admincode/089/08900140ZZ9998NR.html",
)  # fmt: skip
RULE_132_55 = Source(
    "R132.55", "59 Ill. Adm. Code 132.55", "rule", "in part", _READ, f"{_CODE}/059/059001320B00550R.html",
)  # fmt: skip
RULE_132_70 = Source(
    "R132.70", "59 Ill. Adm. Code 132.70, in summary", "rule", "in part", _READ,
    "https://regulations.justia.com/states/illinois/title-59/part-132/subpart-c/section-132-70",
)  # fmt: skip
RULE_132_80 = Source(
    "R132.80", "59 Ill. Adm. Code 132.80", "rule", "in part", _READ, f"{_CODE}/059/059001320C00800R.html",
)  # fmt: skip
RULE_132_QA = Source(
    "R132QA", "IDHS Rule 132 Q & A, June 2019", "guidance", "in part", _READ,
    "https://www.dhs.state.il.us/page.aspx?item=118395",
)  # fmt: skip
BEHAVIORAL = Source(
    "CBS", "HFS, Medicaid community-based behavioral health services", "policy page", "in part", _READ,
    "https://hfs.illinois.gov/medicalprograms/behavioral/medicaidcommunitybasedbehavioralhealthservices.html",
)  # fmt: skip
GUIDE_2007 = Source(
    "SDRG07", "Service Definition and Reimbursement Guide, 1 July 2007", "guidance", "earlier version",
    address="https://fdocuments.in/document/state-of-illinois-community-mental-health-services-of-illinois-community-mental.html",
)  # fmt: skip
PLANNING = Source(
    "IATP", "HFS, Integrated Assessment and Treatment Planning", "policy page", "in part", _READ,
    "https://hfs.illinois.gov/medicalproviders/behavioral/communitymentalhealthcenter/iatp.html",
)  # fmt: skip
PEER_RECOVERY = Source(
    "PRS24", "IDHS/SUPR SMART Alert on peer recovery support, October 2024", "notice", "in part", _READ,
    "https://www.dhs.state.il.us/?item=168509",
)  # fmt: skip
GRANT_RECOVERY = Source(
    "RSS20", "IDHS/SUPR, Revised Billing for Enhanced Support, 2020", "grant condition", "in part", _READ,
    "https://www.dhs.state.il.us/page.aspx?item=150130",
)  # fmt: skip
RULE_2060 = Source(
    "R2060.320", "77 Ill. Adm. Code 2060.320", "rule", "in part", _READ,
    "https://ilga.gov/ftp/JCAR/AdminCode/077/077020600C03200R.html",
)  # fmt: skip
RULE_2090 = Source(
    "R2090", "77 Ill. Adm. Code 2090.35", "rule", "in part", _READ,
    "http://www.ilga.gov/commission/jcar/admincode/077/077020900000350R.html",
)  # fmt: skip
DIGEST_590 = Source(
    "590b", "FY27 590 opportunity, a third party's digest", "grant condition", "in part", _READ,
    "https://grantexec.com/grants/ec452c84-983c-47a7-8708-20eace8393b5",
)  # fmt: skip
RULE_50 = Source(
    "R50", "59 Ill. Adm. Code 50.20", "rule", "in part", _READ,
    "https://regulations.justia.com/states/illinois/title-59/part-50/section-50-20/",
)  # fmt: skip
RULE_50_TRAINING = Source(
    "R50t", "IDHS Rule 50 training", "guidance", "in part", _READ, "https://www.dhs.state.il.us/page.aspx?item=33342",
)  # fmt: skip
CREDENTIAL_PROCESS = Source(
    "CRED1", "IDHS CRSS & CPRS Credential Process", "guidance", "in part", _READ,
    "https://www.dhs.state.il.us/page.aspx?item=155901",
)  # fmt: skip
CREDENTIAL_COMPARISON = Source(
    "CRED2", "IDHS credential comparison", "guidance", "in part", _READ,
    "https://www.dhs.state.il.us/page.aspx?item=154617",
)  # fmt: skip
APPLICATION_LIST = Source(
    "CRED3", "IDHS Application To-Do List", "guidance", "in part", _READ,
    "https://www.dhs.state.il.us/page.aspx?item=155545",
)  # fmt: skip
SUCCESS_PROGRAM = Source(
    "CRED6", "CRSS Success Q & A", "guidance", "in part", _READ, "https://www.dhs.state.il.us/page.aspx?item=160196",
)  # fmt: skip


def qa(number: int, quote: str) -> Citation:
    """A question of the Q & A, with its words."""
    return QA.at(f"Question {number}", quote)
