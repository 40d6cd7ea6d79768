"""Correcting a record, with what was corrected before. Whatever two people change, neither loses it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.records.actions import correct_as_read
from alongside.records.models import Discharge, Participant, ProgramRecord
from alongside.records.problems import Conflict

from ..correcting import CORRECTABLE, PERSON, Correctable, as_entered, history, show_untouched
from ..entry import EntryForm, enter
from ..person import framed, person_for


def correct_person(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Correct somebody's name, Medicaid id or date of birth."""
    person = person_for(request, participant_id)
    return _corrected(request, person, person, PERSON)


def correct_record(request: HttpRequest, participant_id: UUID, kind: str, key: UUID) -> HttpResponse:
    """Correct one record of a participant. `kind` is a word of `CORRECTABLE`."""
    person = person_for(request, participant_id)
    if kind not in CORRECTABLE:
        raise Http404
    record = get_object_or_404(CORRECTABLE[kind].model, pk=key, participant=person)
    return _corrected(request, person, record, CORRECTABLE[kind])


def _corrected(request: HttpRequest, person: Participant, record: ProgramRecord, kind: Correctable) -> HttpResponse:
    may_change_records(request.membership, person)
    is_ending = isinstance(record, Discharge)
    back = (
        reverse("discharge_of", args=[person.pk, record.pk]) if is_ending else reverse("enrollment", args=[person.pk])
    )

    def save(filled: EntryForm) -> str:
        entered = {name: _stored(record, name, value) for name, value in filled.values.items()}
        read = filled.read_version
        try:
            corrected = correct_as_read(record=record, version=read, entered=entered, on=today(), by=request.user)
        except Conflict as conflict:
            show_untouched(filled, conflict.record, [clash.field for clash in conflict.clashes])
            raise
        if corrected.version > read + 1:
            messages.info(request, "Somebody else corrected other fields of it meanwhile. Both corrections stand.")
        return back

    page: dict[str, Any] = framed(
        request, person, heading=kind.heading, button="Save", back=back, told=history(record, kind.form), record=record
    )
    done, initial = "It is corrected. What it was before stays in its history.", as_entered(record, kind.form)
    return enter(request, kind.form, save, template="enrollment/correct.html", page=page, initial=initial, done=done)


def _stored(record: ProgramRecord, name: str, value: Any) -> Any:
    """Nothing entered is blank text where the column knows no other nothing."""
    return "" if value is None and not record._meta.get_field(name).null else value
