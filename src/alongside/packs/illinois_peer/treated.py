"""Where a supervisor and a coordinator look: the treatment plan, and what is said of it."""

from datetime import date

from alongside.law import Source
from alongside.packs.treatment import Treatment

from .plan_reviews import PEERS
from .questions import question
from .quotes import HAS_PLAN, NOT_AUTHOR

NOTICE = Source(
    "PRN220705", "HFS provider notice of 5 July 2022 on IATP, community support and crisis stabilization", "notice",
    "in part", date(2026, 11, 21), "https://hfs.illinois.gov/medicalproviders/notices/notice.prn220705a.html",
)  # fmt: skip

TREATMENT = Treatment(
    word="treatment plan",
    short="IATP",
    rule="IL-PLAN",
    author="IL-PLAN.author",
    listed=("IL-PLAN-1", "IL-PLAN-2"),
    peers=PEERS,
    has=HAS_PLAN,
    not_author=NOT_AUTHOR,
    authorized=NOTICE.at("LPHA review", "when the IATP is completed by staff other than an LPHA"),
    open=question(5),
)
