"""What needs somebody today, by due date, with the reason and the next step."""

from __future__ import annotations

import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.access.pages import PAGES
from alongside.access.people_policies import may_see_teams
from alongside.access.policies import may_set_aside
from alongside.access.training_policies import may_record_class
from alongside.ledger.events import record_search
from alongside.packs import PACKS
from alongside.reviews.answers import fresh
from alongside.reviews.emergencies import waiting_for_review
from alongside.reviews.models import Answer
from alongside.reviews.scope import answers_seen, of_people_here

from ..aside import asides
from ..needs import ON_ONE_PAGE, groups, needs_of, whole
from ..needs_asked import KINDS, Asked, asked_for
from ..oversight_way import waiting
from ..peer_programs import is_of_peers
from ..plans_waiting import plans_waiting
from ..training_clocks import first_to_run_out
from .training_exposed import exposed

CLOCKS_SHOWN = 3
AHEAD = {"30": "30 days", "90": "90 days", "365": "a year"}


def needs_today(request: HttpRequest) -> HttpResponse:
    """Open answers about the people the reader may see: four groups, or one of them whole."""
    on = today()
    fresh(on)
    asked = _asked(request)
    answers = of_people_here(answers_seen(request.membership), on)
    rules = PACKS[request.membership.program.pack].rules
    page = _found(request, answers, asked, on) | {"on": on, "asked": asked, "ahead": AHEAD, "rules": rules}
    page["has_teams"] = may_see_teams.allowed(request.membership, request.membership.program) and is_of_peers(
        request.membership
    )
    page["may_set_aside"] = may_set_aside.allowed(request.membership, request.membership.program)
    if not request.htmx:
        page |= {
            "waiting_oversights": waiting(request.membership),
            "waiting_plans": plans_waiting(request.membership, on),
            "waiting_emergencies": waiting_for_review(request.membership),
        }
        page |= _training(request, on)
    return render(request, f"today.html{'#needs' if request.htmx else ''}", page)


def _training(request: HttpRequest, on: datetime.date) -> dict[str, Any]:
    """Whose clock runs out first, for those who train; for who only bills, how many services stand exposed."""
    if may_record_class.allowed(request.membership, request.membership.program):
        return {"clocks": first_to_run_out(request.membership, on, CLOCKS_SHOWN)}
    if PAGES["exposed_services"].refusal(request.membership) is None:
        return {"exposed": exposed(answers_seen(request.membership)).count()}
    return {}


def _found(request: HttpRequest, answers: QuerySet[Answer], asked: Asked, on: datetime.date) -> dict[str, Any]:
    kind = next((kind for kind in KINDS if kind.id == request.GET.get("only")), None)
    if kind is None:
        found = groups(answers, asked, on)
        listed = [need.shown.root for group in found for need in group.needs]
        record_search("answer", found=len(listed), listed=listed)
        told = ", ".join(f"{group.count} {group.kind.tile.lower()}" for group in found)
        is_calm = not any(group.count for group in found)
        aside = asides(asked_for(answers, asked, on))
        return {"groups": found, "told": told, "is_calm": is_calm, "aside": aside}
    paged = Paginator(whole(answers, kind, asked, on), ON_ONE_PAGE).get_page(request.GET.get("page"))
    record_search("answer", found=len(paged), listed=[row.root for row in paged])
    told = f"{paged.paginator.count} {kind.tile.lower()}"
    return {"only": kind, "paged": paged, "needs": needs_of(paged), "told": told}


def _asked(request: HttpRequest) -> Asked:
    who, rule, ahead = (request.GET.get(name, "") for name in ("who", "rule", "ahead"))
    return Asked(
        who=who if who in ("participant", "staff", "provider", "team") else "",
        rule=rule if any(rule == one.id for pack in PACKS.values() for one in pack.rules) else "",
        ahead=int(ahead) if ahead in AHEAD else 30,
    )
