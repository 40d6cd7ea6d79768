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


HAS_PLAN = qa(1, "The individual receiving service must HAVE a treatment plan")
LISTED = qa(1, "any services provided for that person must be listed on the treatment plan")
NOT_AUTHOR = qa(1, "the peer specialist should not be the person completing the treatment plan")
ONLY_INDIVIDUALS = qa(2, "CPRS billing in substance use Medicaid is only for individuals.")
CPRS_NOTHING = qa(2, "CPRS cannot currently bill for anything in mental health Medicaid.")
SUPERVISED = qa(3, "the staff person must be supervised by a person who meets a higher qualification")
TOP = qa(
    3,
    'At the "top" of the system, there must be a person who meets the qualifications of a Licensed Practitioner of the '
    "Healing Arts (LPHA).",
)
SIGNING = qa(3, "without a higher-level staff person supervising and signing off on the services")
IN_ROLE = qa(4, "An individual should bill for the services that they provide in accordance with the role they are in.")
AS_QMHP = qa(
    4,
    "You may bill for services as a QMHP when the service meets all clinical requirements and you are performing "
    "clinical functions.",
)
IS_MHP = qa(4, "Since a CRSS is considered an MHP, they may bill under that professional category.")
NOT_SHOULD = qa(4, "this does not mean that they should provide those services")
REVIEWED = qa(6, "A supervisor should always review incident reports completed by a CRSS")
LABELED = qa(6, "Complete peer-specific sections of a discharge plan if clearly labeled")
ACT = qa(7, "if he/she obtains certification within 18 months after his/her date of hire")
ACT_WITHOUT = qa(7, "A person with lived experience may be included on a team that does not have a CRSS or CFPP")
CST = qa(7, "the team includes at least one Certified Recovery Support Specialist (CRSS)")
CST_NO_TIME = qa(7, "(no time allowance)")
ENGAGEMENT = qa(7, "Grantees must employ individuals with lived experience as Engagement Specialists (ES)")
WITHIN_A_YEAR = qa(7, "credential within one year of date of hire")
NO_FLEXIBILITY = qa(
    7, "there is NO flexibility in the length of time allowed beyond what is stated in the Administrative Rules"
)
FLEXIBLE = qa(7, "additional flexibility can be authorized by the DBHR Program Manager")
