"""The documents the Q & A links to, in its order, and the Rules it names."""

from alongside.packs.library import GuidingDocument

from .sources import qa

NOT_READ = "Its text could not be read here, or only its beginning: what only it says is an open question."


def _linked(
    id: str, number: str, title: str, kind: str, binds: str, question: int, quote: str, address: str, *rules: str
) -> GuidingDocument:
    return GuidingDocument(
        id, number, title, kind, binds, qa(question, quote), address=address, note=NOT_READ, rules=rules
    )


LIBRARY = (
    _linked(
        "credential-process", "Credential Process", "CRSS & CPRS Credential Process", "guidance",
        "Two pathways to certification.", 7, "CRSS & CPRS Credential Process",
        "https://www.dhs.state.il.us/page.aspx?item=155901", "IL-ICB-1", "IL-ICB-2",
    ),
    _linked(
        "crss-success", "CRSS Success", "Certified Recovery Support Specialist (CRSS) Success Program FAQ", "guidance",
        "The accredited pathway.", 7, "Success Program FAQ", "https://www.dhs.state.il.us/page.aspx?item=161648",
        "IL-ICB-2",
    ),
    _linked(
        "cmhp-schedule", "CMHP Fee Schedule", "Community Mental Health Services Fee Schedule", "fee schedule",
        "Codes and rates of mental-health Medicaid.", 8,
        "Community Mental Health Services Fee Schedule",
        "https://hfs.illinois.gov/medicalproviders/medicaidreimbursement/cmhp.html", "IL-CODE",
    ),
    _linked(
        "supr-schedule", "SUPR Fee Schedule", "Substance Use Prevention and Recovery (SUPR) Fee Schedule", "fee schedule",
        "Codes and rates of substance-use Medicaid.", 8,
        "Substance Use Prevention and Recovery (SUPR) Fee Schedule",
        "https://hfs.illinois.gov/medicalproviders/medicaidreimbursement/suprfeeschedule.html", "IL-CODE",
    ),
    _linked(
        "rule-132", "Rule 132", "59 Ill. Adm. Code 132, Community Mental Health Services Program", "rule",
        "Certified centers and providers, and the make-up of CST teams.", 8, "Rule 132",
        "https://www.ilga.gov/agencies/JCAR/EntirePart?titlepart=05900132", "IL-ORG-1", "IL-ORG-2", "IL-HR-1", "IL-CRED-CST",
    ),
    _linked(
        "rule-140", "Rule 140", "89 Ill. Adm. Code 140.453", "rule",
        "Who is qualified for which mental-health service Medicaid pays, and the make-up of ACT teams.", 8, "Rule 140",
        "https://www.ilga.gov/commission/jcar/admincode/089/089001400D04530R.html", "IL", "IL-TIER", "IL-CRED-ACT",
    ),
    _linked(
        "practice-guidelines", "Practice Guidelines", "National Practice Guidelines for Peer Specialists and Supervisors",
        "guidance", "Twelve values of peer support and of its supervision.", 8,
        "National Practice Guidelines for Peer Specialists and Supervisors",
        "https://www.peersupportworks.org/wp-content/uploads/2021/07/National-Practice-Guidelines-for-Peer-Specialists-and-Supervisors-1.pdf",
        "IL-LIVED-1",
    ),
)  # fmt: skip
