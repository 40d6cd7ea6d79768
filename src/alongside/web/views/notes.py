"""Notes: those of one participant, those of everybody, and one note with its service, its checks and its history."""

from __future__ import annotations

import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.access.note_policies import may_move_note, may_sign_off, may_write_in_note, may_write_note
from alongside.access.policies import may_see_participants
from alongside.ledger.events import record_read, record_search
from alongside.records.models import Document, DocumentKind, ProgressNote, StaffMember
from alongside.reviews.scope import participants_seen

from ..note_checks import answers_of
from ..note_history import history_of
from ..note_rows import STATE, STATES, Asked, NoteRow, asked_of, page_of, with_state
from ..peer_programs import service_kinds
from ..person import framed, person_for
from .note_writing import note_for


def notes(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """The notes about one participant, the newest first."""
    person = person_for(request, participant_id)
    asked, on = asked_of(request), today()
    own = ProgressNote.objects.filter(participant=person)
    page = _page(request, own, asked, on, wrote=own)
    record_read("progress_note", subject=person.pk, detail=f"{len(page['listed'].rows)} listed")
    page["write_refusal"] = may_write_note.reason(request.membership, person)
    template = f"notes/of_participant.html{'#notes' if request.htmx else ''}"
    return render(request, template, framed(request, person, **page))


def all_notes(request: HttpRequest) -> HttpResponse:
    """Notes about everybody the reader may see, the newest first."""
    asked, on = asked_of(request), today()
    seen = ProgressNote.objects.all()
    if not may_see_participants.allowed(request.membership, request.membership.program):
        seen = seen.filter(participant__in=list(participants_seen(request.membership).values_list("pk", flat=True)))
    page = _page(request, seen, asked, on, wrote=None)
    listed = {row.note.participant_id for row in page["listed"].rows}
    record_search("progress_note", found=len(page["listed"].rows), listed=listed)
    return render(request, f"notes/all.html{'#notes' if request.htmx else ''}", page)


def note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """One note: what was written, the service, what the rules say, what happened to it, and who signed."""
    found, on, actor = note_for(request, note_id), today(), request.membership
    for name, value in with_state(ProgressNote.objects.filter(pk=found.pk)).values(*STATE).get().items():
        setattr(found, name, value)
    answers = answers_of(actor, [found], on=on)
    page = {
        "on": on,
        "note": found,
        "row": NoteRow(found),
        "has_amendment": found.amendments.exists(),
        "asked_note": answers.get(str(found.pk)),
        "asked_bill": answers.get(str(found.service_id)),
        "history": history_of(found),
        "document": Document.of(DocumentKind.PROGRESS_NOTE, found.pk),
        "may_write": may_write_in_note.allowed(actor, found),
        "may_move": may_move_note.allowed(actor, found),
        "may_sign_off": may_sign_off.allowed(actor, found),
    }
    return render(request, "notes/one.html", framed(request, found.participant, **page))


def _page(
    request: HttpRequest,
    seen: QuerySet[ProgressNote],
    asked: Asked,
    on: datetime.date,
    wrote: QuerySet[ProgressNote] | None,
) -> dict[str, Any]:
    named = ("person__family_name", "person__given_name")
    staff = StaffMember.objects.select_related("person").order_by(*named).only(*named)
    if wrote is not None:
        staff = staff.filter(pk__in=wrote.values("service__staff_id"))
    return {
        "on": on,
        "asked": asked,
        "listed": page_of(seen, asked, request.membership, on, are_few=wrote is not None),
        "kinds": service_kinds(request.membership).choices,
        "states": STATES,
        "staff": staff,
    }
