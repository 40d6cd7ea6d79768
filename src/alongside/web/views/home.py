"""The first page, the choice of a program, the reviewer's page, help."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from alongside.access.clock import today
from alongside.access.middleware import IN_USE
from alongside.access.roles import Role
from alongside.law.rule import ANSWERS
from alongside.packs import PACKS
from alongside.reviews.answers import fresh

from ..needs import KINDS, ON_ONE_PAGE, Asked, groups, needs_of, whole
from ..scope import answers_seen, of_people_here

AHEAD = {"30": "30 days", "90": "90 days", "365": "a year"}


def home(request: HttpRequest) -> HttpResponse:
    """What is this reader's to do: the day's needs, the reviewer's page, or how to get a role."""
    if request.membership is None:
        return render(request, "no_role.html")
    if request.membership.has_role(Role.STATE_REVIEWER):
        return redirect("review")
    return _needs_today(request)


def _needs_today(request: HttpRequest) -> HttpResponse:
    on = today()
    fresh(on)
    asked = _asked(request)
    answers = of_people_here(answers_seen(request.membership), on)
    page = {"on": on, "asked": asked, "ahead": AHEAD, "rules": PACKS[request.membership.program.pack].rules}
    kind = next((kind for kind in KINDS if kind.id == request.GET.get("only")), None)
    if kind:
        paged = Paginator(whole(answers, kind, asked, on), ON_ONE_PAGE).get_page(request.GET.get("page"))
        page |= {"only": kind, "paged": paged, "needs": needs_of(paged)}
    else:
        found = groups(answers, asked, on)
        page |= {"groups": found, "is_calm": not any(group.count for group in found)}
    return render(request, f"today.html{'#needs' if request.htmx else ''}", page)


def _asked(request: HttpRequest) -> Asked:
    who, rule, ahead = (request.GET.get(name, "") for name in ("who", "rule", "ahead"))
    return Asked(
        who=who if who in ("participant", "staff") else "",
        rule=rule if any(rule == one.id for pack in PACKS.values() for one in pack.rules) else "",
        ahead=int(ahead) if ahead in AHEAD else 30,
    )


@require_POST
def switch_program(request: HttpRequest) -> HttpResponse:
    """Act in another of one's own programs."""
    chosen = next((m for m in request.memberships if str(m.pk) == request.POST.get("membership")), None)
    if chosen:
        request.session[IN_USE] = str(chosen.pk)
    return redirect("home")


def review(request: HttpRequest) -> HttpResponse:
    """What a program has sent to the state for review."""
    return render(request, "review.html")


def help_page(request: HttpRequest) -> HttpResponse:
    """What this is, what the six answers mean, whom to ask."""
    return render(request, "help.html", {"answers": tuple(zip(ANSWERS, MEANINGS, strict=True))})


MEANINGS = (
    "Everything the rule says must be so is so.",
    "Something it says must be so is not. The answer says what, and what to do next.",
    "Something is still open, and there is time. The due date stands beside it.",
    "The rule is about other people or other days.",
    "A fact the rule needs has not been recorded. Nothing is guessed.",
    "The sources leave it open. The open question stands beside it.",
)
