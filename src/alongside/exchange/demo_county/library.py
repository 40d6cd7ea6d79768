"""The county's own copies of two guiding documents, how its meetings are joined, and one rate worksheet."""

from __future__ import annotations

import datetime

import typst

from alongside.access.models import Program, User
from alongside.records.actions.library import keep_copy, say_how_to_join
from alongside.records.actions.rate_sheets import add_edition, fill_in_sheet

from .shelf import before

PAGE = """
#set document(title: "{title}")
#set text(lang: "en")
= {title}
Juniper County's own copy stands here. This one is invented, like the county: the text is the state's to give.
"""
COPIES = (
    ("f-00312", "08/2016", "F-00312 provider agreement.pdf", "F-00312, provider agreement"),
    ("2010-94", "October 2010", "ForwardHealth Update 2010-94.pdf", "ForwardHealth Update 2010-94"),
)
JOINED = {
    "address": "https://meetings.example/crs-quarterly",
    "phone": "608-555-0142",
    "conference_id": "575 000 128#",
    "remark": "Cora Plover joins for the county and takes the notes.",
}
LINES = (
    ("Rent or mortgage", "amount", True),
    ("Utilities", "amount", True),
    ("Food", "amount", True),
    ("Furnishings and supplies", "amount", True),
    ("Left to the participant for spending", "amount", False),
    ("Remark", "text", False),
)
SHEET = {
    "Rent or mortgage": "612.00",
    "Utilities": "118.50",
    "Food": "264.00",
    "Furnishings and supplies": "31.00",
    "Left to the participant for spending": "65.00",
    "Remark": "Two beds; food is shared.",
}


def fill_the_library(county: Program, *, by: User, on: datetime.date) -> None:
    """Keep the copies, the joining details, an invented edition of the worksheet, and a sheet by it."""
    for document, edition, name, title in COPIES:
        content = bytes(typst.compile(PAGE.format(title=title).encode(), pdf_standards=["ua-1"]))
        keep_copy(program=county, document=document, name=name, content=content, edition=edition, by=by)
    say_how_to_join(program=county, version=0, said=JOINED, on=on, by=by)
    edition = add_edition(
        program=county, name="Rates of the invented year", source="An invented edition, to show what one is like.",
        lines=LINES, on=on, by=by,
    )  # fmt: skip
    said = {"place": "Heron House, Juniper", "provider": None, "starts_on": before(on, 120), "ends_on": None}
    fill_in_sheet(edition=edition, said={**said, "entries": SHEET}, on=on, by=by)
