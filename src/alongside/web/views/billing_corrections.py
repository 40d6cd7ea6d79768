"""Correcting how a service is billed: the role it was given in, what it is billed under, who pays, to how many."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.billing_policies import may_correct_billing, may_say_clinical
from alongside.access.clock import today
from alongside.access.models import Membership
from alongside.access.pages import PAGES
from alongside.ledger.events import record_read
from alongside.records.actions import correct_billing as correct
from alongside.records.models import Service
from alongside.reviews.roles_held import roles_held
from alongside.reviews.scope import participants_seen

from ..billing_fixes import standing_note
from ..correcting import history
from ..entry import enter
from ..fields import as_yes_or_no
from ..forms_billing import HowBilledForm
from ..peer_programs import of_peers


@of_peers
def correct_billing(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Say how a service is billed, also after its note was signed. The reason is kept with what it was before."""
    actor = request.membership
    seen = Q(participant__in=participants_seen(actor).values("pk"))
    if actor.staff_id:
        seen |= Q(staff_id=actor.staff_id)
    services = Service.objects.filter(seen).select_related("participant", "staff__person")
    service = get_object_or_404(services, pk=service_id)
    may_correct_billing(actor, service)
    record_read("service", row=service.pk, subject=service.participant_id, detail="how it is billed")
    held = roles_held(service.staff_id, service.served_on) if service.staff_id and service.served_on else []
    back = _back(actor, service)
    is_sayer = may_say_clinical.allowed(actor, service)

    def save(form: HowBilledForm) -> str:
        entered = form.values
        reason = entered.pop("reason")
        correct(service=service, version=form.read_version, entered=entered, reason=reason, on=today(), by=request.user)
        return back

    page = {
        "service": service, "heading": "Correct how it is billed", "button": "Save", "back": back, "held": held,
        "told": history(service, HowBilledForm), "says_clinical": is_sayer,
        "may_open_billing": PAGES["billing"].refusal(actor) is None,
    }  # fmt: skip
    form = partial(HowBilledForm, held=held, service=service, says_clinical=is_sayer)
    done = "It is corrected, and asked about anew. What it was before stays below."
    return enter(request, form, save, template="billing/correct.html", page=page, initial=_start(service), done=done)


def _back(actor: Membership, service: Service) -> str:
    """The page of the service where the reader may open it, else that of its note."""
    if PAGES["billing_service"].refusal(actor) is None:
        return reverse("billing_service", args=[service.pk])
    note = standing_note(service)
    return reverse("note", args=[note.pk]) if note else reverse("home")


def _start(service: Service) -> dict[str, Any]:
    said = {
        name: getattr(service, name)
        for name in ("version", "role", "billed_as", "funding", "modality", "attendee_count")
    }
    yes = ("is_clinical", "has_clinical_requirements", "has_im_cans")
    return said | {name: as_yes_or_no(getattr(service, name)) for name in yes}
