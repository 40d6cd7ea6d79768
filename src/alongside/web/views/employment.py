"""A participant's wishes to work: each with the principles it is held to, and what came of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.work_policies import may_follow_work
from alongside.ledger.events import record_read
from alongside.records.actions import follow_wish_to_work, record_wish_to_work
from alongside.records.models import Employment
from alongside.reviews.ask import ask, pack_in_context

from ..entry import enter
from ..fields import as_yes_or_no
from ..forms_employment import FollowForm, WishForm
from ..person import framed, person_for
from ..principles import Principle, principles
from ..shown import Shown, live

PRINCIPLES = "IPS"
WORDS = (
    "job_goal", "asked_first", "search_started_on", "job", "job_started_on", "hourly_wage", "minimum_wage", "ended_on",
    "ended_for",
)  # fmt: skip


def employment(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """The wishes to work, newest first, each held against the principles now."""
    person = person_for(request, participant_id)
    rule = pack_in_context().rule(PRINCIPLES)
    answers = {answer.key: live(answer) for answer in ask(rule, on=today(), roots=[person.pk])}
    wishes = [_held(wish, answers.get(str(wish.pk))) for wish in person.employments.all()]
    page: dict[str, Any] = {"wishes": wishes, "may_write": may_follow_work.allowed(request.membership, person)}
    return render(request, "work/of_participant.html", framed(request, person, **page))


def new_wish(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Record that a participant wants to work."""
    person = person_for(request, participant_id)
    may_follow_work(request.membership, person)
    back = reverse("employment", args=[person.pk])

    def record(form: WishForm) -> str:
        wanted_on = form.values["wanted_on"]
        record_wish_to_work(participant=person, wanted_on=wanted_on, said=form.came_of_it, on=today(), by=request.user)
        return back

    lead = "Only the day is needed now. What comes of it can follow."
    page = framed(request, person, heading="Record a wish to work", button="Record the wish", back=back, lead=lead)
    done = "The wish to work is recorded. The search can start now."
    return enter(request, WishForm, record, template="work/entry.html", page=page, done=done)


def follow_wish(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """Record what came of a wish."""
    wish = get_object_or_404(Employment, pk=employment_id)
    person = person_for(request, wish.participant_id)
    may_follow_work(request.membership, person)
    record_read("employment", row=wish.pk, subject=person.pk)
    back = reverse("employment", args=[person.pk])

    def record(form: FollowForm) -> str:
        version = form.read_version
        follow_wish_to_work(wish=wish, version=version, said=form.came_of_it, on=today(), by=request.user)
        return back

    chosen = {name: as_yes_or_no(getattr(wish, name)) for name in ("is_open_to_anyone", "is_preferred")}
    start = {name: getattr(wish, name) for name in WORDS} | chosen | {"version": wish.version}
    page = framed(request, person, heading="What came of the wish to work", button="Save", back=back)
    done = "What came of the wish is recorded."
    return enter(request, FollowForm, record, template="work/entry.html", page=page, initial=start, done=done)


def _held(wish: Employment, shown: Shown | None) -> tuple[Employment, Shown | None, list[Principle]]:
    return wish, shown, principles(shown) if shown else []
