"""The documents the training points to. What is not known of one is left empty: the program's own copy says it."""

from __future__ import annotations

from alongside.packs.library import GuidingDocument

from .sources_of_writing import GUIDELINES, answered

NOT_WHOLE = "Only its opening was read here: what the rest says is an open question."
CODES = "No code or rate was taken from it: your program loads its own copy, with its date."

LINKED = (
    GuidingDocument(
        "cmhp-schedule", "CMHP fee schedule", "Community Mental Health Providers: Community Mental Health Services Fee Schedule", "fee schedule",
        "What mental-health Medicaid pays for a service, by code, modifier and unit.", answered(8, "Community Mental Health Services Fee Schedule"),
        address="https://hfs.illinois.gov/medicalproviders/medicaidreimbursement/cmhp.html", note=CODES,
    ),
    GuidingDocument(
        "supr-schedule", "SUPR fee schedule", "Substance Use Prevention and Recovery Fee Schedule", "fee schedule",
        "What substance-use Medicaid pays for a service.", answered(8, "Substance Use Prevention and Recovery (SUPR) Fee Schedule"),
        address="https://hfs.illinois.gov/medicalproviders/medicaidreimbursement/suprfeeschedule.html", note=CODES,
    ),
    GuidingDocument(
        "rule-132", "Rule 132", "59 Ill. Adm. Code 132, Community Mental Health Services Program", "rule",
        "How an agency is certified, who must be on its staff, and what a community support team includes.", answered(8, "Rule 132"),
        address="https://www.ilga.gov/agencies/JCAR/EntirePart?titlepart=05900132", note=NOT_WHOLE,
    ),
    GuidingDocument(
        "rule-140", "Rule 140", "89 Ill. Adm. Code 140.453, community-based behavioral services", "rule",
        "Who may give a service and bill Medicaid for it, and what the services are.", answered(8, "Rule 140"),
        address="https://www.ilga.gov/commission/jcar/admincode/089/089001400D04530R.html", note=NOT_WHOLE,
    ),
    GuidingDocument(
        "practice-guidelines", "NPG", "National Practice Guidelines for Peer Specialists and Supervisors", "guidelines",
        "Twelve values of peer support, and how a supervisor keeps to each. Not administrative supervision.",
        answered(8, "National Practice Guidelines for Peer Specialists and Supervisors"), address=GUIDELINES.address,
        note="The list of the values was read; the sentences beside them here are ours.", rules=("IL-LIVED-1",),
    ),
    GuidingDocument(
        "credential-process", "Credential process", "IDHS: CRSS & CPRS Credential Process", "guidance",
        "The two ways to certification, and renewal.", answered(7, "CRSS & CPRS Credential Process"),
        address="https://www.dhs.state.il.us/page.aspx?item=155901",
    ),
    GuidingDocument(
        "crss-success", "CRSS Success FAQ", "Certified Recovery Support Specialist (CRSS) Success Program FAQ", "guidance",
        "Certification by way of an accredited program.", answered(7, "Certified Recovery Support Specialist (CRSS) Success Program FAQ"),
        address="https://www.dhs.state.il.us/page.aspx?item=161648", note=NOT_WHOLE,
    ),
)  # fmt: skip
