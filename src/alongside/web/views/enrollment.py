"""From first contact to enrollment: what is gathered about somebody, and the four conditions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.records.actions import add_representative as record_representative
from alongside.records.actions import attach, record_coverage, record_residence, record_screen
from alongside.records.models import Attachment, Participant, ProgramRecord

from ..conditions import as_enrolled, if_enrolled_on
from ..correcting import corrected_times
from ..entry import EntryForm, enter
from ..forms_enrollment import NewCoverageForm, NewScreenForm, RepresentativeForm, ResidenceForm
from ..known_before import known_before
from ..person import framed, person_for
from ..stage import stage_of
from ..templatetags.components import day
from ..where_served import where_served

GATHERED = (
    "enrollments__discharge", "first_contacts", "coverages", "functional_screens", "residences", "representatives",
    "treatment_episodes",
)  # fmt: skip


def enrollment(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """How far somebody is: the conditions as they are gathered, what is to be decided, and every record."""
    on = today()
    person = person_for(request, participant_id, *GATHERED)
    stage = stage_of(person)
    proposed = not stage.is_enrolled and (stage.discharge is None or stage.contact is not None)
    conditions = if_enrolled_on(person, on) if proposed else as_enrolled(person, on)
    prints = Attachment.objects.filter(participant=person, kind__in=("coverage", "functional_screen", "representative"))
    page = {
        "on": on, "where": where_served(person, on), "stage": stage, "conditions": conditions, "is_proposed": proposed,
        "open_count": sum(not one.is_met for one in conditions),
        "may_change": may_change_records.allowed(request.membership, person),
        "before": known_before(person, request.membership) if stage.comes_back else [],
        "corrected": corrected_times(person),
        "prints": list(prints.defer("content").order_by("created_at")),
    }  # fmt: skip
    return render(request, "enrollment/one.html", framed(request, person, **page))


def add_coverage(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Record a coverage check, with its print."""
    told = ("Record a coverage check", "Record the check", "The coverage check is recorded.", "coverage")
    return _gathered(request, participant_id, NewCoverageForm, record_coverage, *told)


def add_screen(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Record a functional screen, with its print."""
    told = ("Record a functional screen", "Record the screen", "The functional screen is recorded.", "screens")
    return _gathered(request, participant_id, NewScreenForm, record_screen, *told)


def add_residence(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Record where somebody lives; where they lived until then ends the day before."""
    told = ("Record where they live", "Record the residence", "Where they live is recorded.", "residences")
    return _gathered(request, participant_id, ResidenceForm, record_residence, *told)


def add_representative(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Record who acts for somebody."""
    told = ("Record who acts for them", "Record", "Who acts for them is recorded.", "representatives")
    return _gathered(request, participant_id, RepresentativeForm, record_representative, *told)


def _gathered(
    request: HttpRequest,
    participant_id: UUID,
    form: type[EntryForm],
    act: Callable[..., ProgramRecord],
    heading: str,
    button: str,
    done: str,
    section: str,
) -> HttpResponse:
    person = person_for(request, participant_id)
    may_change_records(request.membership, person)
    back = reverse("enrollment", args=[person.pk])

    def record(filled: EntryForm) -> str:
        entered = filled.values
        file = entered.pop("file", None)
        made = act(participant=person, **entered, on=today(), by=request.user)
        if file is not None:
            attach(record=made, content=file.read(), name=file.name, by=request.user)
        return f"{back}#{section}"

    page = framed(request, person, heading=heading, button=button, back=back, **_beside(form, person))
    return enter(request, form, record, template="enrollment/entry.html", page=page, done=done)


def _beside(form: type[EntryForm], person: Participant) -> dict[str, Any]:
    """What helps while entering: how old somebody is decides the screen, where they live now is about to end."""
    if issubclass(form, NewScreenForm) and person.born_on:
        return {"lead": f"Born {day(person.born_on)}. The adult screen counts from the 18th birthday."}
    if form is ResidenceForm and (here := person.residences.current(today()).first()):
        place = here.get_setting_display() or "A place not recorded"
        return {"lead": f"Recorded now: {place}. It ends the day before the new one begins."}
    return {}
