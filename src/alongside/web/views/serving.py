"""Who may serve on a given day, and why not."""

from __future__ import annotations

import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.facts.world import FIRST_YEAR, LAST_YEAR
from alongside.ledger.events import record_search
from alongside.packs.gates import MAY
from alongside.records.models import ServiceKind
from alongside.reviews.scope import staff_seen

from ..people import asked_for, searched
from ..serving import servers

COLUMNS = ("person__family_name", "person__given_name", "staff_number", "provider__name")


def who_may_serve(request: HttpRequest) -> HttpResponse:
    """Everybody who works that day, whether they may give the service chosen, and every reason why not."""
    words, service, day, member = asked_for(request, "q", "service", "on", "staff")
    on, is_day = _day(day)
    service = service if service in ServiceKind.values else ""
    members = searched(staff_seen(request.membership).current(on), words, *COLUMNS).select_related("person", "provider")
    members = members.exclude(provider__ended_on__lt=on)
    if member:
        members = members.filter(pk=_key(member))
    ordered = list(members.order_by("person__family_name", "person__given_name", "staff_number"))
    everybody = servers(ordered, service, on)
    # Who never held what one service asks is not looked for among those who give it, unless named.
    others = [] if words or member else [one for one in everybody if one.is_of_others]
    found = [one for one in everybody if one not in others]
    record_search("staff", found=len(everybody))
    page = {
        "on": on, "is_day": is_day, "q": words, "service": service, "services": ServiceKind.choices, "found": found,
        "others": others,
        "may_count": sum(one.verdict == MAY for one in found), "staff": member,
    }  # fmt: skip
    return render(request, f"network/serving.html{'#servers' if request.htmx else ''}", page)


def _day(text: str) -> tuple[datetime.date, bool]:
    """The day asked for, and whether it was one; today where none is given."""
    if not text:
        return today(), True
    try:
        found = datetime.date.fromisoformat(text)
    except ValueError:
        return today(), False
    return (found, True) if FIRST_YEAR <= found.year <= LAST_YEAR else (today(), False)


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
