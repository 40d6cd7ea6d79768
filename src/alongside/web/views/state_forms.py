"""The state's own forms: the agency's blank copies, and which text goes where."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.clock import today
from alongside.exchange.forms.guesses import guessed
from alongside.exchange.forms.sources import texts
from alongside.exchange.forms.word import places
from alongside.records.actions import add_state_form, match_places
from alongside.records.models import Document, DocumentKind, StateForm
from alongside.records.snapshots import SIGNABLE, content_of

from ..downloads import download
from ..entry import enter
from ..forms_paper import MatchForm, StateFormForm
from .paper import WORD

SIGNED_BY = ("Participant", "Guardian", "Parent", "Service coordinator", "Whoever gave the service", "Supervisor")


def state_forms(request: HttpRequest) -> HttpResponse:
    """The blank forms the program keeps, and a place to add one."""

    def add(form: StateFormForm) -> str:
        values, file = form.values, form.cleaned_data["file"]
        kind = values["kind"]
        kept = add_state_form(
            program=request.membership.program, number=values["number"] or "", edition=values["edition"] or "",
            kind=kind, name=file["name"], content=file["content"], places=guessed(form.found, known_texts(kind)),
            on=today(), by=request.user,
        )  # fmt: skip
        return reverse("state_form", args=[kept.pk])

    kept = StateForm.objects.defer("content").select_related("uploaded_by", "match")
    done = "The blank form is kept. Look over what goes where."
    return enter(request, StateFormForm, add, template="state_forms/list.html", page={"kept": kept}, done=done)


def state_form(request: HttpRequest, state_form_id: UUID) -> HttpResponse:
    """One blank form: every place on it, and the text that goes there."""
    form = get_object_or_404(StateForm.objects.select_related("match"), pk=state_form_id)
    found = places(bytes(form.content), form.name)

    def match(entered: MatchForm) -> str:
        match_places(form=form, version=entered.read_version, places=entered.places, on=today(), by=request.user)
        return reverse("state_form", args=[form.pk])

    make: Any = partial(MatchForm, found=found, known=known_texts(form.kind))
    page = {"state_form": form, "tried": Document.objects.filter(kind=form.kind).first()}
    initial = {"version": form.match.version, "places": form.match.places}
    done = "From now on this form is filled in so."
    return enter(request, make, match, template="state_forms/one.html", page=page, initial=initial, done=done)


def state_form_blank(request: HttpRequest, state_form_id: UUID) -> HttpResponse:
    """The blank form as it was uploaded."""
    form = get_object_or_404(StateForm, pk=state_form_id)
    return download(bytes(form.content), WORD, form.name)


def known_texts(kind: str) -> list[str]:
    """The names of texts a document of this kind can hold, learned from the newest record of the kind."""
    record: Any = SIGNABLE[DocumentKind(kind)][0].objects.order_by("-created_at").first()
    signatures = [{"capacity": capacity, "name": "", "signed": ""} for capacity in SIGNED_BY]
    person = {"name": "", "medicaid_id": "", "born_on": ""}
    empty: dict[str, Any] = {"participant": person, "program": "", "title": "", "sections": []}
    return list(texts(content_of(record) if record else empty, signatures))
