"""Every document the Wisconsin rules rest on, and how much of each was read."""

from datetime import date

from alongside.law import Citation, Source

_READ = date(2026, 11, 21)

PAGE = Source(
    "S0", "Wisconsin DHS, Community Recovery Services: Information for Providers", "policy page", "whole", _READ,
    "https://www.dhs.wisconsin.gov/crs/providers.htm",
)  # fmt: skip
PAGE_2018 = Source(
    "P18", "Wisconsin DHS, CRS: Providers, as it stood after 1 July 2018", "policy page", "earlier version",
    address="https://www.dhs.wisconsin.gov/crs/providers.htm",
)  # fmt: skip
PAGE_2020 = Source(
    "P20", "Wisconsin DHS, CRS: Providers, on DCTS Action Memo 2019-15", "notice", "earlier version",
    address="https://www.dhs.wisconsin.gov/crs/providers.htm",
)  # fmt: skip
DISCHARGE_PAGE = Source(
    "DIS", "Wisconsin DHS, CRS Voluntary and Involuntary Discharge (undated)", "policy page", "earlier version",
    address="https://www.dhs.wisconsin.gov/crs/discharge.htm",
)  # fmt: skip
SCREEN_2025 = Source(
    "FS25", "Mental Health and Substance Use Disorder Functional Screen Instructions, 2025, module 1", "guidance", "in part",
    address="https://www.dhs.wisconsin.gov/functionalscreen/mhsud/module1.htm",
)  # fmt: skip

HANDBOOK_RECORDS = Source(
    "FH-DOC", "ForwardHealth Online Handbook, Medical Records, topic 202 (print of 10 October 2024)", "handbook", "in part",
    address="https://www.forwardhealth.wi.gov/WIPortal/",
)  # fmt: skip
RECORD_RULE = Source("106", "Wis. Admin. Code DHS 106.02, in summary", "rule", "in part")
AGREEMENT = Source("F312", "CRS provider agreement F-00312 (08/2016), items 1 to 3", "agreement", "in part")
OLD_FAQ = Source("FAQ", "Wisconsin DHS, CRS Program FAQ (1915(i) time)", "policy page", "earlier version")
INCIDENTS_2015 = Source(
    "INC15", "Wisconsin DHS, CRS Incident Reporting Process, 6 July 2015", "policy page", "earlier version",
    address="https://www.dhs.wisconsin.gov/crs/incidents.htm",
)  # fmt: skip
DEATH_REPORTING = Source(
    "DTH", "Wisconsin DHS, Reporting of deaths (F-62470), Wis. Stat. 51.64", "statute", "in part",
    address="https://www.dhs.wisconsin.gov/regulations/report-death/proc-reportingdeath.htm",
)  # fmt: skip


TIMELY_FILING = Source("FH-1830", "ForwardHealth Update 2018-30, timely filing of claims", "notice", "in part")
CLAIM_FORM = Source(
    "FH-1500", "ForwardHealth Online Handbook, 1500 claim form, topic 17797 (print of 9 July 2025)", "handbook", "in part",
    address="https://www.forwardhealth.wi.gov/WIPortal/",
)  # fmt: skip
CONFIDENTIALITY = Source(
    "92", "Wis. Admin. Code DHS 92.03 (1), Confidentiality of treatment records: general requirements", "rule", "whole",
    date(2026, 11, 22), "https://docs.legis.wisconsin.gov/code/admin_code/dhs/030/92/03/1",
)  # fmt: skip
RESIDENTIAL_OPTIONS = Source(
    "RES", "Wisconsin DHS, Definitions of residential options", "policy page", "in part",
    address="http://www.dhs.wisconsin.gov/bqaconsumer/ResidOpts/defntns.htm",
)  # fmt: skip
PARTICIPATION_SYSTEM = Source(
    "PPS1", "Wisconsin DHS, PPS: Mental Health and AODA", "policy page", "in part",
    address="https://www.dhs.wisconsin.gov/node/4422",
)  # fmt: skip

WAIVER_INCIDENTS = Source(
    "F22541", "Incident Report, Medicaid Waiver Programs, F-22541 (06/2010)", "form", "in part",
    address="https://docslib.org/doc/13683129/incident-report-medicaid-waiver-programs",
)  # fmt: skip
CHILDRENS_INCIDENTS = Source(
    "CLTSI", "Children's Long-Term Support incident management", "policy page", "in part",
    address="https://dhs.wisconsin.gov/clts/citr.htm",
)  # fmt: skip
BACKGROUND_CHECKS = Source(
    "CBC", "Wisconsin DHS, caregiver background checks", "policy page", "in part",
    address="https://www.dhs.wisconsin.gov/misconduct/backgroundchecks.htm",
)  # fmt: skip

CAREGIVER_CHECKS = Source(
    "CBC", "Wisconsin DHS, Caregiver background checks, with DQA Memo 07-005", "policy page", "in part",
    address="https://www.dhs.wisconsin.gov/misconduct/backgroundchecks.htm",
)  # fmt: skip
PEER_CERTIFICATES = Source(
    "CPS", "Wisconsin Certified Peer Specialists, recertification", "guidance", "in part",
    address="https://www.wicps.org/recertification/",
)  # fmt: skip


def page(place: str, quote: str) -> Citation:
    """A place on the current provider page, with its words."""
    return PAGE.at(place, quote)
