"""Entering and correcting what the state gave a provider in Illinois."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.ledger.events import record_read
from alongside.records.actions import record_approval
from alongside.records.models import Provider, ProviderApproval
from alongside.reviews.scope import providers_seen

from ..entry import EntryForm, enter
from ..forms_approvals import ApprovalForm
from ..peer_programs import of_peers
from ..put_right import put_right


@of_peers
def add_approval(request: HttpRequest, provider_id: UUID) -> HttpResponse:
    """Record a license, grant, waiver or approval of a provider."""
    provider = _provider(request, provider_id)
    page = _page(provider, "Record what the state gave", "Record it")

    def record(form: EntryForm) -> str:
        record_approval(provider=provider, **form.values, on=today(), by=request.user)
        return str(page["back"])

    return enter(request, ApprovalForm, record, template="network/entry.html", page=page, done="It is recorded.")


@of_peers
def correct_approval(request: HttpRequest, provider_id: UUID, key: UUID) -> HttpResponse:
    """Correct one of them, or say when it ends."""
    provider = _provider(request, provider_id)
    approval = get_object_or_404(ProviderApproval, pk=key, provider=provider)
    page = _page(provider, "Correct what the state gave, or say when it ends", "Save")
    return put_right(request, approval, ApprovalForm, template="network/correct.html", page=page)


def _provider(request: HttpRequest, provider_id: UUID) -> Provider:
    provider: Provider = get_object_or_404(providers_seen(request.membership), pk=provider_id)
    may_change_records(request.membership, provider)
    record_read("provider", row=provider.pk)
    return provider


def _page(provider: Provider, heading: str, button: str) -> dict[str, Any]:
    back = f"{reverse('provider', args=[provider.pk])}#approvals"
    return {"provider": provider, "heading": heading, "button": button, "back": back}
