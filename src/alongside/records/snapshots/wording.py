"""How a document words values: days, moments, yes and no, and what nobody recorded. The same on screen and on paper."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import models
from django.utils import timezone

UNKNOWN = "Not recorded"

Section = dict[str, Any]


def said(value: Any) -> str:
    """A value in words."""
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime.datetime):
        return moment(value)
    if isinstance(value, datetime.date):
        return day(value)
    return str(value)


def day(value: datetime.date) -> str:
    """15 April 2026."""
    return f"{value.day} {value:%B %Y}"


def moment(value: datetime.datetime) -> str:
    """15 April 2026, 9:30 a.m., in the program's own time."""
    here = timezone.localtime(value)
    return f"{day(here.date())}, {clock(here)}"


def clock(value: datetime.datetime) -> str:
    """9:30 a.m., in the program's own time."""
    here = timezone.localtime(value)
    return f"{(here.hour + 11) % 12 + 1}:{here:%M} {'a.m.' if here.hour < 12 else 'p.m.'}"


def label(record: models.Model, field: str) -> str:
    """The label of a word, not its code."""
    return said(getattr(record, f"get_{field}_display")())


def section(heading: str, *rows: tuple[str, Any]) -> Section:
    """Labels and values."""
    return {"heading": heading, "rows": [[name, said(value)] for name, value in rows]}


def text(heading: str, words: str | None) -> Section:
    """A text of its own, as it was written."""
    return {"heading": heading, "rows": [], "text": said(words)}


def table(heading: str, headings: list[str], rows: list[list[Any]]) -> Section:
    """Rows under headings."""
    return {
        "heading": heading,
        "rows": [],
        "table": {"headings": headings, "rows": [[said(cell) for cell in row] for row in rows]},
    }


def amended(record: Any) -> list[Section]:
    """What an amendment amends, and why; nothing for what is no amendment."""
    if record.amends_id is None:
        return []
    return [section("Amendment", ("Why it was amended", record.amended_reason))]
