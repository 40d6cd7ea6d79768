"""Days in their order: within one record, and between a record and those it belongs with."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.utils import timezone

from .models import Discharge, Enrollment, IncidentReport, Participant, ProgramRecord, Service
from .order_of_people import problems_of_people
from .problems import Problem, is_nothing, nothing

PERIODS = (
    ("starts_on", "ends_on"),
    ("started_on", "ended_on"),
    ("issued_on", "expires_on"),
    ("completed_on", "sent_on"),
    ("sent_on", "approved_on"),
    ("requested_on", "decided_on"),
    ("contacted_on", "refused_on"),
    ("wanted_on", "ended_on"),
    ("started_at", "stopped_at"),
    ("happened_at", "learned_at"),
    ("told_at", "answered_at"),
    ("learned_at", "program_told_at"),
    ("learned_at", "state_told_at"),
    ("learned_at", "death_reported_at"),
)
TOGETHER = (
    ("decision", "decided_on"),
    ("decided_reason", "decided_by"),
    ("coordinator_signed_by", "coordinator_signed_on"),
    ("representative_signed_by", "representative_signed_on"),
    ("told_by", "told_at"),
    ("answer", "answered_at"),
    ("program_clock_unit", "program_clock_count"),
    ("state_clock_unit", "state_clock_count"),
    ("program_told_by", "program_told_at"),
    ("state_told_by", "state_told_at"),
    ("death_reported_by", "death_reported_at"),
    ("refused_reasons", "refused_on"),
    ("amended_reason", "amends_id"),
    ("moved_reason", "moved_from_id"),
)


def problems_within(record: ProgramRecord) -> Iterator[Problem]:
    """Days of one record out of order, and a what without its when."""
    for start, end in PERIODS:
        first, last = getattr(record, start, None), getattr(record, end, None)
        if first is not None and last is not None:
            yield from days_in_order(end, last, first, f"the {start} of the same record")
    for one, other in TOGETHER:
        missing = [field for field in (one, other) if is_nothing(getattr(record, field, None))]
        if hasattr(record, one) and len(missing) == 1:
            yield nothing(missing[0])
    if isinstance(record, Service):
        yield from _of_times(record)
    if isinstance(record, IncidentReport) and record.is_reportable_death and record.is_health_or_safety is False:
        fix = "Both reports are owed: F-62470 to the Department and F-00390 to the Division."
        yield Problem("is_health_or_safety", "no", "yes, for a death that has to be reported", fix)


def _of_times(service: Service) -> Iterator[Problem]:
    """A service begins on its own day, in the program's time, and ends within a day."""
    start, stop = service.started_at, service.stopped_at
    if start and timezone.localtime(start).date() != service.served_on:
        found = f"{timezone.localtime(start):%Y-%m-%d %H:%M}"
        yield Problem("started_at", found, f"a time on {service.served_on}", "Correct the day or the time.")
    if start and stop and stop - start > datetime.timedelta(days=1):
        found = f"{timezone.localtime(stop):%Y-%m-%d %H:%M}"
        yield Problem("stopped_at", found, "a time within a day of the start", "Record each day as its own service.")


def problems_across(record: ProgramRecord) -> list[Problem]:
    """What is wrong between this record and those it belongs with: nobody is enrolled before birth, or left before."""
    if isinstance(record, Enrollment):
        return list(_of_enrollment(record))
    if isinstance(record, Participant):
        return list(_of_birth(record))
    if isinstance(record, Discharge):
        return list(_of_ending(record))
    return list(problems_of_people(record))


def days_in_order(field: str, found: datetime.date | None, first: datetime.date, what: str) -> Iterator[Problem]:
    """A problem when `found` is before `first`; `what` says what happened on `first`. That a day is missing is for
    others to say."""
    if found is None:
        return
    if isinstance(found, datetime.datetime) and isinstance(first, datetime.datetime):
        if found < first:
            earliest, shown = (f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" for moment in (first, found))
            yield Problem(field, shown, f"a time no earlier than {earliest}, {what}", "Correct whichever is wrong.")
    elif found < first:
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
