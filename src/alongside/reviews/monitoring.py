"""What is done about a monitoring visit: announced, documents picked and sent, held, and closed with a report."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from alongside.access.models import Program, User
from alongside.records.actions import disclose_for_audit
from alongside.records.actions.recording import locked, recording, refuse, store, store_again, unchanged_since
from alongside.records.models import Participant, Provider
from alongside.records.problems import Problem, is_nothing, nothing

from .matching import matches
from .models import (
    Interview,
    MonitoringPick,
    MonitoringRequest,
    MonitoringVisit,
    RequestKind,
    RequestState,
    VisitState,
)
from .numbering import next_number

THE_STATE = "The state’s reviewers"
NOTES = RequestKind.NOTES_AND_INVOICES
Picked = tuple[Provider, str, Participant]


def announce_visit(*, program: Program, said: dict[str, Any], on: datetime.date, by: User | None) -> MonitoringVisit:
    """Announce a visit: its days, where, the dates named for notes and invoices, by when. Raises `Problems`."""
    with recording(program_id=program.pk, by=by):
        refuse([nothing(name) for name in ("planned_on", "notes_from_on", "notes_to_on") if said.get(name) is None])
        known: dict[str, Any] = {"state": VisitState.ANNOUNCED, "announced_on": on, "announced_by": _name(by)}
        number = next_number(MonitoringVisit, "MON", on)
        known["follows"] = MonitoringVisit.objects.exclude(visited_on=None).order_by("-visited_on").first()
        return store(MonitoringVisit(program_id=program.pk, number=number, **said, **known), on=on)


def pick_participants(
    *, visit: MonitoringVisit, picked: Sequence[Picked], on: datetime.date, by: User | None
) -> MonitoringVisit:
    """Name one participant for each provider, or for each of its locations, and make the list of requests from it.

    The page does not say who chooses (open question 39): who did is kept with each. Raises `Problems`.
    """
    with recording(program_id=visit.program_id, by=by):
        visit = locked(visit)
        _stands(visit, VisitState.ANNOUNCED)
        refuse([] if picked else [Problem("picked", "nobody", "one participant for each provider", "Choose them.")])
        for provider, location, participant in picked:
            pick = store(
                MonitoringPick(
                    program_id=visit.program_id, monitoring_visit=visit, provider=provider, provider_name=provider.name,
                    location=location, participant=participant, picked_on=on, picked_by=_name(by),
                    participant_name=f"{participant.name}, {participant.medicaid_id}",
                ),
                on=on,
            )  # fmt: skip
            for kind in RequestKind:
                _ask_for(visit, pick, kind, on)
        return _to(visit, VisitState.REQUESTED, on=on)


def send_request(
    *,
    request: MonitoringRequest,
    version: int,
    said: dict[str, Any],
    at: datetime.datetime,
    on: datetime.date,
    by: User,
) -> MonitoringRequest:
    """Send one thing that is asked for. Notes and invoice lines are kept as they are sent, and stand in the accounting
    of what went out about their participant. Raises `Problems`."""
    with recording(program_id=request.program_id, by=by):
        request = unchanged_since(request, version)
        if request.state != RequestState.ASKED:
            refuse([Problem("state", request.get_state_display(), "a request not yet sent", "It is sent already.")])
        if request.kind == NOTES:
            rows = _rows(request, on)
            request.shown = [row.as_sent() for row in rows]
            request.has_notes = any(row.note for row in rows)
            request.has_invoices = any(row.line for row in rows)
            if not rows:
                expected = "a signed note or an invoice line of the dates named"
                refuse([Problem("shown", "none", expected, "Enter or import the invoice lines; have notes signed.")])
        fields = ("valid_until_on", "has_confirmation", "has_complete_check", "said")
        for name in fields:
            setattr(request, name, said.get(name))
        if request.kind != NOTES and is_nothing(request.said) and not request.evidence.exists():
            refuse(
                [Problem("said", "nothing", "a file, or where the state finds it", "Attach it, or say where it is.")]
            )
        request.sent_on, request.sent_by, request.state = on, _name(by), RequestState.SENT
        more = ("shown", "has_notes", "has_invoices", "sent_on", "sent_by", "state")
        request = store_again(request, fields=(*fields, *more), on=on)
        if request.kind == NOTES and request.pick is not None:
            disclose_for_audit(
                program_id=request.program_id, participants=[request.pick.participant_id], recipient=THE_STATE,
                what=f"Papers asked for at the monitoring visit: {request.get_kind_display().lower()}",
                at=at, on=on, by=by,
            )  # fmt: skip
        visit = locked(request.monitoring_visit)
        if visit.state == VisitState.REQUESTED and not visit.requests.filter(state=RequestState.ASKED).exists():
            _to(visit, VisitState.SENT, on=on)
        return request


def look_at_request(
    *, request: MonitoringRequest, finding: str | None, on: datetime.date, by: User
) -> MonitoringRequest:
    """The state has looked at it; `finding` is what it found, empty where it is in order."""
    with recording(program_id=request.program_id, by=by):
        request = locked(request)
        if request.state == RequestState.ASKED:
            refuse([Problem("state", "not yet sent", "something that was sent", "Wait for it, or ask for it again.")])
        request.finding, request.state = finding, RequestState.LOOKED_AT
        return store_again(request, fields=("finding", "state"), on=on)


def hold_visit(
    *, visit: MonitoringVisit, visited_on: datetime.date | None, on: datetime.date, by: User
) -> MonitoringVisit:
    """Record that the visit was held. The next one is owed within two years of this day."""
    with recording(program_id=visit.program_id, by=by):
        visit = locked(visit)
        _stands(visit, VisitState.ANNOUNCED, VisitState.REQUESTED, VisitState.SENT)
        refuse([nothing("visited_on")] if visited_on is None else [])
        visit.visited_on = visited_on
        return _to(visit, VisitState.VISITED, "visited_on", on=on)


def record_interview(*, visit: MonitoringVisit, said: dict[str, Any], on: datetime.date, by: User) -> Interview:
    """Keep notes of an interview; the program never sees them."""
    with recording(program_id=visit.program_id, by=by):
        refuse([nothing(name) for name in ("spoken_with", "who", "held_on") if is_nothing(said.get(name))])
        interview = Interview(program_id=visit.program_id, monitoring_visit=visit, held_by=_name(by), **said)
        return store(interview, on=on)


def close_visit(*, visit: MonitoringVisit, said: dict[str, Any], on: datetime.date, by: User) -> MonitoringVisit:
    """Record the closing meeting and the report: documents reviewed, strengths, opportunities. Raises `Problems`."""
    with recording(program_id=visit.program_id, by=by):
        visit = locked(visit)
        _stands(visit, VisitState.VISITED)
        needed = ("closing_meeting_on", "documents_reviewed", "strengths", "opportunities")
        refuse([nothing(name) for name in needed if is_nothing(said.get(name))])
        for name, value in said.items():
            setattr(visit, name, value)
        visit.report_on, visit.report_by = on, _name(by)
        return _to(visit, VisitState.CLOSED, *said, "report_on", "report_by", on=on)


def _ask_for(visit: MonitoringVisit, pick: MonitoringPick, kind: RequestKind, on: datetime.date) -> None:
    of_notes = {"notes_from_on": visit.notes_from_on, "notes_to_on": visit.notes_to_on} if kind == NOTES else {}
    where = ", ".join(filter(None, (pick.provider_name, pick.location)))
    request = MonitoringRequest(
        program_id=visit.program_id, monitoring_visit=visit, pick=pick, kind=kind, state=RequestState.ASKED,
        needed_by_on=visit.needed_by_on, about=where,
        participant=pick.participant if kind == NOTES else None, **of_notes,
    )  # fmt: skip
    store(request, on=on)


def _rows(request: MonitoringRequest, on: datetime.date) -> list[Any]:
    first, last = request.notes_from_on, request.notes_to_on
    if request.participant_id is None or first is None or last is None:
        return []
    return matches(request.participant_id, first, last, on=on)


def _stands(visit: MonitoringVisit, *states: VisitState) -> None:
    if visit.state not in states:
        expected = " or ".join(str(state.label).lower() for state in states)
        refuse([Problem("state", visit.get_state_display(), f"a visit that is {expected}", "Look where it stands.")])


def _to(visit: MonitoringVisit, state: VisitState, *fields: str, on: datetime.date) -> MonitoringVisit:
    visit.state = state
    return store_again(visit, fields=("state", *fields), on=on)


def _name(by: User | None) -> str:
    return by.name if by else "the demo"
