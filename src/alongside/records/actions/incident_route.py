"""The way of each report: to the program, to the state, and of a death to the Department; with proof of each step."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from ..models import Attachment, IncidentReport, IncidentStep, ToldKind
from ..problems import Problem, is_nothing, nothing
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User

STATE_IS_TOLD = "sent, for every incident that touches health or safety"


@dataclass(frozen=True)
class Proof:
    """Whom it went to, by which way (a word of `ToldHow`), and what shows it: a reference in words, a file, or both."""

    told_to: str | None = None
    how: str | None = None
    proof: str | None = None
    attachment: Attachment | None = None


def tell_program(
    *,
    report: IncidentReport,
    told_at: datetime.datetime,
    told_by: str,
    proof: Proof | None = None,
    on: datetime.date,
    by: User | None,
) -> IncidentReport:
    """Record when the county or Tribal agency was told, and by whom."""
    said = {"program_told_at": told_at, "program_told_by": told_by}
    return _step(report, ToldKind.PROGRAM, said, proof, on, by)


def tell_state(
    *,
    report: IncidentReport,
    told_at: datetime.datetime,
    told_by: str,
    proof: Proof | None = None,
    on: datetime.date,
    by: User | None,
) -> IncidentReport:
    """Record when F-00390 went to the Division, and who sent it."""
    return _step(report, ToldKind.STATE, {"state_told_at": told_at, "state_told_by": told_by}, proof, on, by)


def report_death(
    *,
    report: IncidentReport,
    reported_at: datetime.datetime,
    reported_by: str,
    proof: Proof | None = None,
    on: datetime.date,
    by: User | None,
) -> IncidentReport:
    """Record when F-62470 went to the Department. F-00390 is a second report; neither takes the other's place."""
    sent = {"death_reported_at": reported_at, "death_reported_by": reported_by, "is_reportable_death": True}
    return _step(report, ToldKind.DEPARTMENT, sent, proof, on, by)


def tell_hotline(
    *,
    report: IncidentReport,
    told_at: datetime.datetime,
    told_by: str,
    proof: Proof | None = None,
    on: datetime.date,
    by: User | None,
) -> IncidentReport:
    """Record when the OIG hotline was told, and by whom; that abuse, neglect, exploitation or a death is suspected is
    said by it. No role and no review comes before this."""
    said = {"hotline_told_at": told_at, "is_suspected_abuse": True}
    return _step(report, ToldKind.HOTLINE, said, proof, on, by, told_by=told_by)


def leave_state_untold(*, report: IncidentReport, reason: str, on: datetime.date, by: User | None) -> IncidentStep:
    """Record why F-00390 is not needed: only for an incident that touched neither health nor safety, which a person
    said. A death report, F-62470, does not take its place. Raises `Problems`."""
    with recording(program_id=report.program_id, by=by):
        report = locked(report)
        if report.is_health_or_safety is not False or report.is_reportable_death:
            fix = "Send F-00390 and record when. A death report, F-62470, does not take its place."
            if report.is_health_or_safety is None and not report.is_reportable_death:
                fix = "Say in the report first whether it touched health or safety. If it did, send F-00390."
            refuse([Problem("not_needed", "F-00390 not needed", f"F-00390 {STATE_IS_TOLD}", fix)])
        if report.state_told_at is not None:
            refuse([_twice("not_needed", report.state_told_at)])
        if is_nothing(reason):
            refuse([nothing("not_needed")])
        return store(_row(report, ToldKind.STATE, not_needed=reason), on=on)


def record_answer(
    *, step: IncidentStep, answered_at: datetime.datetime, answer: str, on: datetime.date, by: User | None
) -> IncidentStep:
    """Record what came back after somebody was told. Raises `Problems`."""
    with recording(program_id=step.program_id, by=by):
        step = locked(step)
        if step.answered_at is not None:
            refuse([_twice("answered_at", step.answered_at)])
        if step.told_at is None:
            refuse([Problem("answered_at", "nobody told", "somebody told", "Record first who was told, and when.")])
        step.answered_at, step.answer = answered_at, answer
        return store_again(step, fields=("answered_at", "answer"), on=on)


def _step(
    report: IncidentReport,
    kind: ToldKind,
    said: dict[str, Any],
    proof: Proof | None,
    on: datetime.date,
    by: User | None,
    told_by: str | None = None,
) -> IncidentReport:
    with recording(program_id=report.program_id, by=by):
        report = locked(report)
        when, who = list(said)[:2]
        if getattr(report, when) is not None:
            refuse([_twice(when, getattr(report, when))])
        for field, value in said.items():
            setattr(report, field, value)
        report = store_again(report, fields=tuple(said), on=on)
        # Somebody who once said it was not needed was wrong; the ledger keeps both.
        IncidentStep.objects.filter(incident_report=report, kind=kind).exclude(not_needed=None).delete()
        shown = proof or Proof()
        given = {"told_to": shown.told_to, "how": shown.how, "proof": shown.proof, "attachment": shown.attachment}
        store(_row(report, kind, told_at=said[when], told_by=told_by or said[who], **given), on=on)
        return report


def _row(report: IncidentReport, kind: ToldKind, **said: Any) -> IncidentStep:
    whose = {"program_id": report.program_id, "participant_id": report.participant_id}
    return IncidentStep(**whose, incident_report=report, kind=kind, **said)


def _twice(field: str, when: datetime.datetime) -> Problem:
    fix = "Nothing is left to do. If the time is wrong, correct the report."
    return Problem(field, f"recorded as {timezone.localtime(when):%Y-%m-%d %H:%M}", "not yet recorded", fix)
