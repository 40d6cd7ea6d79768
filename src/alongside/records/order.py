"""Days in their order: within one record, and between a record and those it belongs with."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from .models import Discharge, Enrollment, Participant, ProgramRecord
from .problems import Problem, nothing

PERIODS = (
    ("starts_on", "ends_on"),
    ("started_on", "ended_on"),
    ("issued_on", "expires_on"),
    ("requested_on", "decided_on"),
)
TOGETHER = (("decision", "decided_on"), ("coordinator_signed_by", "coordinator_signed_on"))


def problems_within(record: ProgramRecord) -> Iterator[Problem]:
    """Days of one record out of order, and a what without its when."""
    for start, end in PERIODS:
        first, last = getattr(record, start, None), getattr(record, end, None)
        if first is not None and last is not None:
            yield from days_in_order(end, last, first, f"the {start} of the same record")
    for one, other in TOGETHER:
        missing = [field for field in (one, other) if getattr(record, field, None) in (None, "")]
        if len(missing) == 1:
            yield nothing(missing[0])


def problems_across(record: ProgramRecord) -> list[Problem]:
    """What is wrong between this record and those it belongs with: nobody is enrolled before birth, or left before."""
    if isinstance(record, Enrollment):
        return list(_of_enrollment(record))
    if isinstance(record, Participant):
        return list(_of_birth(record))
    if isinstance(record, Discharge):
        return list(_of_ending(record))
    return []


def days_in_order(field: str, found: datetime.date, first: datetime.date, what: str) -> Iterator[Problem]:
    """A problem when `found` is before `first`; `what` says what happened on `first`."""
    if found < first:
        yield Problem(field, str(found), f"a day no earlier than {first}, {what}", "Correct whichever day is wrong.")


def _of_enrollment(enrollment: Enrollment) -> Iterator[Problem]:
    born_on, ended = enrollment.participant.born_on, Discharge.objects.filter(enrollment=enrollment).first()
    if enrollment.enrolled_on and born_on:
        yield from days_in_order("enrolled_on", enrollment.enrolled_on, born_on, "the date of birth")
    if enrollment.enrolled_on and ended and ended.discharged_on and ended.discharged_on < enrollment.enrolled_on:
        expected = f"a day no later than {ended.discharged_on}, the discharge"
        yield Problem("enrolled_on", str(enrollment.enrolled_on), expected, "Correct whichever day is wrong.")


def _of_birth(participant: Participant) -> Iterator[Problem]:
    first = participant.enrollments.exclude(enrolled_on=None).order_by("enrolled_on").first()
    if first and participant.born_on and participant.born_on > first.enrolled_on:
        expected = f"a day no later than {first.enrolled_on}, the first enrollment"
        yield Problem("born_on", str(participant.born_on), expected, "Correct whichever day is wrong.")


def _of_ending(ending: Discharge) -> Iterator[Problem]:
    if ending.discharged_on and ending.enrollment.enrolled_on:
        yield from days_in_order("discharged_on", ending.discharged_on, ending.enrollment.enrolled_on, "the enrollment")
