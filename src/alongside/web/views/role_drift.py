"""Role drift: who of the team shows which signals lately, and one worker over time with what is behind each signal."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.clock import today
from alongside.access.people_policies import may_see_role_drift
from alongside.facts.writing import PEERS
from alongside.ledger.events import record_read, record_search
from alongside.packs.illinois_peer.drift_signals import SIGNALS
from alongside.packs.illinois_peer.practice_values import VALUES
from alongside.records.models import Service
from alongside.reviews.scope import staff_seen

from ..drift_rows import worker
from ..drifting import months_before
from ..peer_programs import of_peers


@of_peers
def role_drift(request: HttpRequest) -> HttpResponse:
    """Everybody who gave something in a peer's role lately, with how often each signal shows; those with any first."""
    actor, on = request.membership, today()
    may_see_role_drift(actor, actor.program)
    months = months_before(on)
    peers = Service.objects.filter(role__in=PEERS, served_on__range=(months[0], on)).values("staff_id")
    people = staff_seen(actor).filter(pk__in=peers).select_related("person", "provider")
    found = [worker(actor, member, on) for member in people.order_by("person__family_name", "person__given_name")]
    listed = sorted({person for _, seen in found for person in seen})
    record_search("service", found=sum(one.looked_at for one, _ in found), listed=listed)
    workers = sorted((one for one, _ in found), key=lambda one: not one.drifts)
    signals = [signal for signal in SIGNALS if any(drift.signal == signal for one in workers for drift in one.drifts)]
    counts = [(one, [_count(one, signal) for signal in signals]) for one in workers]
    page = {"on": on, "months": months, "workers": counts, "signals": signals, "every": SIGNALS, "values": VALUES}
    return render(request, "drift/team.html", page)


@of_peers
def role_drift_of(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """One worker: each signal by month, its line in the source, and the services and papers that show it."""
    actor, on = request.membership, today()
    member = get_object_or_404(staff_seen(actor).select_related("person", "provider"), pk=staff_id)
    may_see_role_drift(actor, member)
    record_read("staff", row=member.pk, subject=member.pk, detail="role drift")
    found, people = worker(actor, member, on)
    record_search("service", found=found.looked_at, listed=people)
    page = {
        "on": on,
        "months": months_before(on),
        "member": member,
        "worker": found,
        "every": SIGNALS,
        "values": VALUES,
    }
    return render(request, "drift/one.html", page)


def _count(one: object, signal: object) -> int:
    return next((drift.count for drift in one.drifts if drift.signal == signal), 0)  # type: ignore[attr-defined]
