"""By when each step of an incident's way is due: by the law for a death, else by the program's own table."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from alongside.packs.illinois_peer.incident_reports import HOURS
from alongside.packs.wisconsin_crs.state_offices import business_days_after
from alongside.records.models import ClockUnit, IncidentCategory, IncidentReport, ToldKind

REPORT_DEATH_WITHIN = datetime.timedelta(hours=24)
TELL_HOTLINE_WITHIN = datetime.timedelta(hours=HOURS)


def due_at(report: IncidentReport, category: IncidentCategory | None, kind: str) -> datetime.datetime | None:
    """By when a step is due: a death report by the law's 24 hours, others by the clock of the program's own table."""
    if report.learned_at is None:
        return None
    if kind == ToldKind.HOTLINE:
        return report.learned_at + TELL_HOTLINE_WITHIN if report.is_suspected_abuse is not False else None
    if kind == ToldKind.DEPARTMENT:
        return report.learned_at + REPORT_DEATH_WITHIN if report.is_reportable_death else None
    if category is None:
        return None
    count = category.program_clock_count if kind == ToldKind.PROGRAM else category.state_clock_count
    unit = category.program_clock_unit if kind == ToldKind.PROGRAM else category.state_clock_unit
    if count is None:
        return None
    if unit == ClockUnit.HOURS:
        return report.learned_at + datetime.timedelta(hours=count)
    day = business_days_after(timezone.localtime(report.learned_at).date(), count)
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(23, 59)))


def in_words(category: IncidentCategory | None, kind: ToldKind) -> str:
    if category is None:
        return ""
    is_program = kind == ToldKind.PROGRAM
    count = category.program_clock_count if is_program else category.state_clock_count
    unit: Any = category.get_program_clock_unit_display() if is_program else category.get_state_clock_unit_display()  # type: ignore[attr-defined]
    if count is None:
        return ""
    whose = "an example your program loaded" if category.is_example else "your program’s own table"
    return f"{count} {unit} from learning of it, by {whose}"
