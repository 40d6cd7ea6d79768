"""Entering and correcting what is known of the provider network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.facts.contract import LABELS
from alongside.law import Answer, said
from alongside.law.rule import DOES_NOT_APPLY
from alongside.ledger.events import record_read
from alongside.records.actions import (
    add_provider,
    prove,
    record_agreement,
    record_application,
    record_license,
    record_location,
)
from alongside.records.models import (
    Agreement,
    ProgramRecord,
    Provider,
    ProviderKind,
    ProviderLicense,
    ProviderLocation,
)
from alongside.reviews.ask import ask, pack_in_context
from alongside.reviews.scope import providers_seen

from .. import forms_approvals, forms_network
from ..entry import EntryForm, Values, enter
from ..network import files_of, steps_of
from ..peer_programs import is_of_peers
from ..put_right import put_right
from ..shown import live

ENTRY, CORRECT, APPLICATION = "network/entry.html", "network/correct.html", "network/application.html"


@dataclass(frozen=True)
class Kept:
    """One kind of record of a provider: its forms, how it is recorded, and what its pages are called."""

    model: type[ProgramRecord]
    new: type[EntryForm]
    form: type[EntryForm]
    act: Callable[..., Any]
    word: str
    section: str


KEPT = {
    "location": Kept(
        ProviderLocation,
        forms_network.LocationForm,
        forms_network.LocationForm,
        record_location,
        "a location",
        "locations",
    ),
    "agreement": Kept(
        Agreement,
        forms_network.NewAgreementForm,
        forms_network.AgreementEntryForm,
        record_agreement,
        "an agreement",
        "agreements",
    ),
    "license": Kept(
        ProviderLicense,
        forms_network.NewLicenseForm,
        forms_network.LicenseForm,
        record_license,
        "a license or certificate",
        "licenses",
    ),
}


def new_provider(request: HttpRequest) -> HttpResponse:
    """Take a provider into the network."""
    program = request.membership.program
    may_change_records(request.membership, program)

    peers = is_of_peers(request.membership)
    asked = forms_approvals.NewPeerProviderForm if peers else forms_network.NewProviderForm

    def record(form: EntryForm) -> str:
        entered = {**form.values, "name": form.values["name"] or ""}
        made = add_provider(program=program, **entered, on=today(), by=request.user)
        return reverse("provider", args=[made.pk])

    page = {"heading": "Add a provider", "button": "Add the provider", "back": reverse("network")}
    following = "what the state gave it" if peers else "its agreement, and where it serves"
    done = f"The provider is in the network. Next: {following}."
    return enter(request, asked, record, template=ENTRY, page=page, done=done)


def add_to_provider(request: HttpRequest, provider_id: UUID, kind: str) -> HttpResponse:
    """Record a location, an agreement or a license of a provider. `kind` is a word of `KEPT`."""
    provider = _provider(request, provider_id)
    if kind not in KEPT:
        raise Http404("There is no such record of a provider.")
    kept = KEPT[kind]
    back = reverse("provider", args=[provider.pk])
    form: Any = kept.new
    if kind == "license":
        form = partial(forms_network.NewLicenseForm, locations=provider.locations.all())

    def record(filled: EntryForm) -> str:
        entered = filled.values
        file = entered.pop("file", None)
        made = kept.act(**_whose(filled, provider, entered), on=today(), by=request.user)
        if file is not None:
            prove(record=made, content=file.read(), name=file.name, by=request.user)
        return f"{back}#{kept.section}"

    page = _page(provider, f"Record {kept.word}", "Record it", back, lead=_lead(kind, provider))
    return enter(request, form, record, template=ENTRY, page=page, done=f"{kept.word.capitalize()} is recorded.")


def correct_in_network(request: HttpRequest, provider_id: UUID, kind: str, key: UUID) -> HttpResponse:
    """Correct a provider or one of its records, or say when it ends. `kind` is provider or a word of `KEPT`."""
    provider = _provider(request, provider_id)
    back = reverse("provider", args=[provider.pk])
    if kind == "provider":
        page = _page(provider, "Correct the provider", "Save", back)
        form = forms_approvals.PeerProviderForm if is_of_peers(request.membership) else forms_network.ProviderForm
        return put_right(request, provider, form, template=CORRECT, page=page)
    if kind not in KEPT:
        raise Http404("There is no such record of a provider.")
    kept = KEPT[kind]
    record = get_object_or_404(kept.model._default_manager, pk=key, provider=provider)
    page = _page(provider, f"Correct {kept.word}, or say when it ends", "Save", f"{back}#{kept.section}")
    return put_right(request, record, kept.form, template=CORRECT, page=page | {"lead": _lead(kind, provider)})


def agency_application(request: HttpRequest) -> HttpResponse:
    """The agency's own application to the Division: begun, completed, sent, approved; corrected as it goes on."""
    may_change_records(request.membership, request.membership.program)
    own = Provider.objects.filter(kind=ProviderKind.PROGRAM_AGENCY, ended_on=None).first()
    if own is None:
        messages.info(request, "The application is the agency’s own. Add the county or Tribal agency itself first.")
        return redirect("new_provider")
    application = own.applications.first()
    record_read("agency_application", row=application.pk if application else own.pk)
    page = _page(own, "The agency’s application, F-00203", "Save", reverse("network"))
    page |= {
        "led_to": reverse("agency_application"),
        "application": application,
        "steps": steps_of(application),
        "files": files_of(application),
    }
    page["shown"] = next((live(answer) for answer in _answers(own, "PRV-1")), None)
    if application is not None:
        return put_right(request, application, forms_network.ApplicationForm, template=APPLICATION, page=page)

    def record(form: forms_network.ApplicationForm) -> str:
        record_application(provider=own, **form.values, on=today(), by=request.user)
        return reverse("agency_application")

    done = "The application is kept as far as it is."
    return enter(request, forms_network.ApplicationForm, record, template=APPLICATION, page=page, done=done)


def _provider(request: HttpRequest, provider_id: UUID) -> Provider:
    provider: Provider = get_object_or_404(providers_seen(request.membership), pk=provider_id)
    may_change_records(request.membership, provider)
    record_read("provider", row=provider.pk)
    return provider


def _page(provider: Provider, heading: str, button: str, back: str, lead: str = "") -> dict[str, Any]:
    return {"provider": provider, "heading": heading, "button": button, "back": back, "lead": lead}


def _whose(filled: EntryForm, provider: Provider, entered: Values) -> Values:
    """What is recorded belongs to the provider; a license to the location chosen."""
    if isinstance(filled, forms_network.NewLicenseForm):
        location = filled.locations.get(entered.pop("provider_location") or "")
        return {**entered, "location": location}
    return {**entered, "provider": provider}


def _lead(kind: str, provider: Provider) -> str:
    """What helps while entering: the form the rule asks of this kind of provider."""
    if kind == "license" and not provider.locations.exists():
        return "A license is of one location. Record the location first."
    for answer in _answers(provider, "PRV-2") if kind == "agreement" and provider.kind else ():
        if answer.answer != DOES_NOT_APPLY:
            form, what = said(answer.facts["form_needed"], LABELS), provider.get_kind_display().lower()
            return f"By its kind ({what}) this provider signs {form}."
    return ""


def _answers(provider: Provider, rule_id: str) -> list[Answer]:
    rule = next((rule for rule in pack_in_context().rules if rule.id == rule_id), None)
    return list(ask(rule, on=today(), roots=[provider.pk])) if rule else []
