"""Why any answer is what it is: about seven lines, opening to everything."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.clock import today
from alongside.access.policies import may_set_aside
from alongside.ledger.events import record_read
from alongside.packs import pack_of
from alongside.reviews.actions import CAN_BE_SET_ASIDE
from alongside.reviews.answers import fresh
from alongside.reviews.ask import ask
from alongside.reviews.scope import answers_seen

from ..aside import aside_of
from ..needs_names import names_of
from ..sections_at import paper_at
from ..shown import live


def why(request: HttpRequest, rule_id: str, key: UUID) -> HttpResponse:
    """One answer with its reasons, computed now. `key` is that of the row the rule is about."""
    on = today()
    fresh(on)
    row = get_object_or_404(answers_seen(request.membership), rule=rule_id, key=key)
    rule = pack_of(rule_id).rule(rule_id)
    answer = next((a for a in ask(rule, on=on, roots=[row.root]) if a.key == str(key)), None)
    if answer is None:
        raise Http404("There is no such answer today.")
    record_read(row.about, row=row.key, subject=row.root, detail=rule_id)
    person, address = names_of([row])[row.root]
    aside = aside_of(row)
    page = {
        "aside": aside,
        "may_set_aside": may_set_aside.allowed(request.membership, row),
        "can_be_set_aside": aside is None and row.answer in CAN_BE_SET_ASIDE,
        "on": on,
        "shown": live(answer),
        "rule": rule,
        "person": person,
        "address": address,
        "root_table": row.root_table,
        "paper": paper_at(request.membership, row.about, row.key),
    }
    return render(request, f"why.html{'#reasons' if request.htmx else ''}", page)
