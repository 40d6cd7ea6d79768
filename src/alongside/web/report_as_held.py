"""An incident report as the form starts from it, with the program's categories of the day."""

from __future__ import annotations

import calendar
import datetime
from typing import Any

from django.utils import timezone

from alongside.records.models import IncidentCategory, IncidentReport

from .entry import Values
from .fields import as_yes_or_no

SHARED_BY = ("happened_on", "place", "setting", "learned_at", "learned_how", "reported_by", "what_happened")
TOLD = ("others_present", "response", "follow_up", "corrective_action", "category", "happened_to_them")
SAID = ("is_health_or_safety", "is_reportable_death", "is_suspected_abuse", "is_restricted")


def as_held(report: IncidentReport) -> Values:
    """What the form starts from to show a report."""
    happened = timezone.localtime(report.happened_at).time() if report.happened_at else None
    answers = dict(report.answers)
    category = IncidentCategory.objects.filter(name=report.category).first()
    asked = {f"asked_{nth}": _typed(kind, answers.get(words)) for nth, (words, kind) in enumerate(_questions(category))}
    return {
        **{name: getattr(report, name) for name in (*SHARED_BY, *TOLD)},
        **{name: as_yes_or_no(getattr(report, name)) for name in SAID},
        **asked,
        "happened_time": happened,
        "provider": report.provider_id,
        "version": report.version,
    }


def categories(on: datetime.date) -> list[IncidentCategory]:
    """The program's own categories in use on a day."""
    return list(IncidentCategory.objects.current(on))


def _questions(category: IncidentCategory | None) -> list[list[str]]:
    return category.questions if category else []


def _typed(kind: str, said: str | None) -> Any:
    """An answer as its field starts from it."""
    if said is None:
        return None
    if kind == "yes_or_no":
        return said.lower()
    if kind == "day":
        return _day(said)
    return said


def _day(said: str) -> datetime.date | None:
    """A day written as the form wrote it: 15 April 2026."""
    words = said.split()
    if len(words) != 3 or words[1] not in calendar.month_name:
        return None
    return datetime.date(int(words[2]), list(calendar.month_name).index(words[1]), int(words[0]))
