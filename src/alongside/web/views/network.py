"""The provider network: what runs out and who is in it; and one provider with everything it shows."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.law.rule import DOES_NOT_APPLY
from alongside.ledger.events import record_read, record_search
from alongside.records.models import IllinoisProvider, ProviderFile, ProviderKind
from alongside.reviews.answers import fresh
from alongside.reviews.ask import ask_all
from alongside.reviews.scope import answers_seen, providers_seen, staff_seen

from ..correcting import history
from ..forms_approvals import PeerProviderForm
from ..forms_network import ProviderForm
from ..network import runs_out
from ..peer_programs import is_of_peers
from ..people import ON_ONE_PAGE, asked_for, searched, standings
from ..shown import live, most_urgent_first

COLUMNS = ("name", "contact_name", "locations__place", "locations__address")


def network(request: HttpRequest) -> HttpResponse:
    """What runs out in the next 90 days first, then every provider with how it stands."""
    on = today()
    fresh(on)
    words, kind = asked_for(request, "q", "kind")
    found = searched(providers_seen(request.membership), words, *COLUMNS).distinct()
    peers = is_of_peers(request.membership)
    kinds = IllinoisProvider if peers else ProviderKind
    found = found.filter(kind=kind) if kind in kinds.values else found
    paged = Paginator(found.order_by("ended_on", "name"), ON_ONE_PAGE).get_page(request.GET.get("page"))
    where = standings([one.pk for one in paged], on, answers_seen(request.membership))
    ending = [] if request.htmx else runs_out(request.membership, on)
    record_search("provider", found=len(paged), listed=[one.row.root for one in ending])
    page = {
        "on": on, "paged": paged, "q": words, "kind": kind, "kinds": kinds.choices,
        "ending": ending,
        "providers": [(one, where[one.pk]) for one in paged],
        "may_change": may_change_records.allowed(request.membership, request.membership.program),
    }  # fmt: skip
    return render(request, f"network/list.html{'#providers' if request.htmx else ''}", page)


def provider(request: HttpRequest, provider_id: UUID) -> HttpResponse:
    """One provider: what is asked of it, its locations with their licenses, agreements, staff, files and history."""
    on = today()
    fresh(on)
    related = ("locations", "agreements", "licenses__provider_location", "approvals")
    peers = is_of_peers(request.membership)
    found = get_object_or_404(providers_seen(request.membership).prefetch_related(*related), pk=provider_id)
    record_read("provider", row=found.pk)
    answers = [live(answer) for answer in ask_all("provider", found.pk, on=on) if answer.answer != DOES_NOT_APPLY]
    members = list(staff_seen(request.membership).filter(provider=found).current(on).select_related("person"))
    where = standings([member.pk for member in members], on, answers_seen(request.membership))
    files: dict[UUID, list[ProviderFile]] = defaultdict(list)
    for file in ProviderFile.objects.filter(provider=found).defer("content"):
        files[file.record].append(file)
    page = {
        "on": on, "provider": found, "answers": most_urgent_first(answers), "files": dict(files),
        "open": [one for one in most_urgent_first(answers) if one.is_open],
        "staff": [(member, where[member.pk]) for member in members],
        "may_change": may_change_records.allowed(request.membership, found),
        "told": history(found, PeerProviderForm if peers else ProviderForm), "record": found,
    }  # fmt: skip
    return render(request, "network/provider.html", page)
