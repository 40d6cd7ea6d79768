"""The documents and forms the state's page names, in its order, and others its rules lean on.

What is not known of one, such as its edition, is left empty: the program's own copy says it.
"""

from alongside.law import Citation
from alongside.packs.library import GuidingDocument

from .sources import CAREGIVER_CHECKS, DEATH_REPORTING, HANDBOOK_RECORDS, PAGE, TIMELY_FILING, page

GUIDING = "Guiding documents"
MANUAL, NOTICE, HANDBOOK, FORM, SHEET = "manual", "notice", "handbook", "form", "worksheet"
AT_THE_STATE = PAGE.address
NOT_READ = "Its text could not be read here: what only it says is an open question."


def _named(
    id: str, number: str, title: str, kind: str, binds: str, quote: str, *rules: str, place: str = GUIDING, **more: str
) -> GuidingDocument:
    more.setdefault("address", AT_THE_STATE)
    return _document(id, number, title, kind, binds, page(place, quote), *rules, **more)


def _document(
    id: str, number: str, title: str, kind: str, binds: str, cite: Citation, *rules: str, **more: str
) -> GuidingDocument:
    return GuidingDocument(id, number, title, kind, binds, cite, rules=rules, **more)


LIBRARY = (
    _named("acpm", "ACPM", "Allowable Cost Policy Manual", MANUAL,
        "What a program may count as a cost.", "Allowable Cost Policy Manual", "BIL",
        address="https://www.dhs.wisconsin.gov/business/allow-cost-manual.htm", note="Its contents were read, not its text."),
    _named("2023-10", "2023-10", "DCTS Action Memo 2023-10: Updates to the Community Recovery Services Program", NOTICE,
        "The program as it is run now.", "DCTS Action Memo 2023-10: Updates to the Community Recovery Services Program (PDF)", note=NOT_READ),
    _named("2010-94", "2010-94", "ForwardHealth Update 2010-94: Introducing the CRS Benefit", NOTICE,
        "The benefit, who may provide it and by which license or certificate; one of the two updates of the training.",
        "ForwardHealth Update 2010-94—Introducing the CRS Benefit (PDF)", "TRN-1", note=NOT_READ),
    _named("2018-17", "2018-17", "ForwardHealth Update 2018-17: New and Clarified Coverage Policy for Psychosocial Rehabilitation Programs", NOTICE,
        "What is covered and billed; one of the two updates of the training.",
        "ForwardHealth Update 2018-17—New and Clarified Coverage Policy for Psychosocial Rehabilitation Programs (PDF)", "TRN-1", "BIL", note=NOT_READ),
    _named("handbook", "Handbook", "ForwardHealth Online Handbook", HANDBOOK,
        "Records, claims and coverage. Not keeping to it leads to a corrective action plan.", "ForwardHealth Online Handbook (requires login)", "NOTE", "BIL",
        address="https://www.forwardhealth.wi.gov/WIPortal/", note="Its CRS area asks for a sign-in and could not be read here."),
    _named("f-00203", "F-00203", "Community Recovery Services County/Tribal Agency Application", FORM,
        "Before a Tribal nation or county agency offers the service.", "Community Recovery Services County/Tribal Agency Applications, F-00203 (Word)", note=NOT_READ),
    _named("f-02565", "F-02565", "Community Recovery Services Staff Background Check Confirmation", FORM,
        "Everyone who serves; shown at biennial monitoring.", "Community Recovery Services Staff Background Check Confirmation, F-02565 (Word)", note=NOT_READ),
    _named("f-00390", "F-00390", "Incident Report, CRS", FORM,
        "Each incident pertaining to health and safety, one report for each participant.", "Incident Report—CRS, F-00390 (Word)", "INC-1", note=NOT_READ),
    _named("f-00390i", "F-00390I", "Incident Report, CRS, Instructions", FORM,
        "How F-00390 is filled in, and by when.", "Incident Report—CRS, Instructions, F-00390I (PDF)", "INC-1", "INC",
        note="Its text could not be read here: categories and clocks are what your program loads from its own copy."),
    _named("f-00202", "F-00202", "Individual Service Plan, Community Recovery Services", FORM,
        "Each participant's service plan.", "Individual Service Plan—Community Recovery Services, F-00202 (Word)", "PLAN-5", note=NOT_READ),
    _named("f-00292i", "F-00292I", "Instructions, Individual Service Plan, Community Recovery Services", FORM,
        "How the service plan is filled in.", "Instructions—Individual Service Plan—Community Recovery Services, F-00292I (PDF)", "PLAN-5",
        note="Printed so on the page; perhaps F-00202I is meant."),
    _named("room-and-board", "Rate sheet", "Substitute Care Room and Board Rate Calculation Spreadsheet", SHEET,
        "What a participant pays for room and board, which the service itself does not cover.",
        "Substitute Care Room and Board Rate Calculation Spreadsheet (Excel)", "BIL",
        note="Its fields could not be read here (open question 24): the worksheet takes those of your program's own edition."),
    _named("f-00312", "F-00312", "Wisconsin Medicaid CRS Benefit Provider Agreement and Acknowledgement of Terms of Participation", FORM,
        "Each provider that is an agency.", "Wisconsin Medicaid CRS Benefit Provider Agreement and Acknowledgement of Terms of Participation, F-00312 (Word)", "BIL",
        edition="08/2016", note="Items 1 to 3 of the edition of August 2016 were read."),
    _named("f-00312a", "F-00312A", "Wisconsin Medicaid CRS Benefit Provider Agreement for Individual or Non-Specified CRS Providers", FORM,
        "Each provider that is an individual or not of a named kind.",
        "Wisconsin Medicaid CRS Benefit Provider Agreement and Acknowledgement of Terms of Participation for Individual or Non-Specified CRS Providers, F-00312A (Word)", note=NOT_READ),
    _named("f-02961", "F-02961", "Community Recovery Services Periodic Progress Notes Evaluation Survey", FORM,
        "Whoever watched the training on progress notes and wants its certificate.",
        "Complete the Community Recovery Services Periodic Progress Notes Evaluation Survey, F-02961.", "TRN-2", place="Training videos", note=NOT_READ),
    _document("f-82064", "F-82064", "Disclosure form of a caregiver background check (BID)", FORM,
        "Everyone who serves: one of the three items kept on file behind F-02565.",
        CAREGIVER_CHECKS.at("Complete check", "three items kept on file"), "PRV-4", "MON-2", address=CAREGIVER_CHECKS.address, note=NOT_READ),
    _document("f-62470", "F-62470", "Report of a death to the Department", FORM,
        "A death that may relate to restraint, seclusion, psychotropic medication or suicide: within 24 hours.",
        DEATH_REPORTING.at("Wis. Stat. 51.64", "24 hours"), "INC-6", address=DEATH_REPORTING.address),
    _document("f-13047", "F-13047", "Timely Filing Appeals Request", FORM,
        "A claim later than 365 days after the service, for which one of eight exceptions is asked.",
        TIMELY_FILING.at("Timely filing", "365 days"), "BIL", address=HANDBOOK_RECORDS.address),
    _document("f-13046", "F-13046", "Adjustment/Reconsideration Request", FORM,
        "The same, where the claim was decided before.", TIMELY_FILING.at("Timely filing", "365 days"), "BIL", address=HANDBOOK_RECORDS.address),
)  # fmt: skip
