"""The first page, the choice of a program, the reviewer's page, help."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from alongside.access.middleware import IN_USE
from alongside.access.roles import Role
from alongside.law.rule import ANSWERS

from .my_day import my_day
from .oversights import listing
from .today import needs_today


def home(request: HttpRequest) -> HttpResponse:
    """What is this reader's to do: the day's needs, the reviewer's page, or how to get a role."""
    if request.membership is None:
        return render(request, "no_role.html")
    if request.membership.has_role(Role.STATE_REVIEWER):
        return redirect("review")
    if request.membership.is_seat:
        return redirect("seat")
    if request.membership.has_role(Role.DIRECT_STAFF):
        return my_day(request)
    return needs_today(request)


def switch_program(request: HttpRequest) -> HttpResponse:
    """Act in another of one's own programs."""
    chosen = next((m for m in request.memberships if str(m.pk) == request.POST.get("membership")), None)
    if chosen:
        request.session[IN_USE] = str(chosen.pk)
    return redirect("home")


def review(request: HttpRequest) -> HttpResponse:
    """What a program has sent to the state for review, and its documentation oversights."""
    return render(request, "review.html", listing(request))


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
