"""Participants: the list, and one person with every answer and the records it rests on."""

from __future__ import annotations

import datetime
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.law.rule import ANSWERS
from alongside.ledger.events import record_search
from alongside.packs import PACKS
from alongside.packs.treatment import Treatment
from alongside.records.models import Enrollment, Participant
from alongside.reviews.answers import fresh
from alongside.reviews.ask import ask_all, rules_about
from alongside.reviews.scope import answers_seen, participants_seen

from ..elsewhere import elsewhere
from ..people import ON_ONE_PAGE, asked_for, searched, standings, with_answer
from ..person import framed, person_for
from ..seat_shown import seat_shown
from ..shown import live, most_urgent_first
from ..timeline import SHOWN_FIRST, moments
from ..topics import by_topic
from ..treatment import told, treatment_of

# What has a page of its own (notes, billing, incidents) is told there, and here only how much is open.
ABOUT_THE_PERSON = ("ELG", "PLAN", "DSC")
TREATED = (
    "enrollments__discharge", "coverages", "functional_screens", "assessments", "service_plans", "plan_reviews",
    "treatment_episodes",
)  # fmt: skip
RECORDS = (
    "enrollments__discharge",
    "coverages",
    "functional_screens",
    "residences",
    "assessments",
    "service_plans",
)


def participants(request: HttpRequest) -> HttpResponse:
    """The participants, found by name or Medicaid id, or by how they stand."""
    on = today()
    fresh(on)
    words, answer, rule = asked_for(request, "q", "answer", "rule")
    people = searched(participants_seen(request.membership), words, "family_name", "given_name", "medicaid_id")
    seen = answers_seen(request.membership)
    people = with_answer(people, answer if answer in ANSWERS else "", rule, seen)
    enrolled = Prefetch("enrollments", Enrollment.objects.select_related("discharge"))
    paged = Paginator(people.prefetch_related(enrolled), ON_ONE_PAGE).get_page(request.GET.get("page"))
    where = standings([person.pk for person in paged], on, seen)
    record_search("participant", found=len(paged), listed=[person.pk for person in paged])
    page = {
        "on": on, "paged": paged, "people": [(person, where[person.pk]) for person in paged], "q": words,
        "answer": answer, "answers": ANSWERS, "rule": rule, "rules": rules_about("participant"),
        "may_enroll": may_change_records.allowed(request.membership, request.membership.program),
    }  # fmt: skip
    return render(request, f"participants/list.html{'#people' if request.htmx else ''}", page)


def participant(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """One participant: what is open, the four conditions, the plan cycle, discharge, and the records."""
    on = today()
    if (law := treatment_of(request.membership)) is not None:
        return _treated(request, participant_id, law, on)
    person = person_for(request, participant_id, *RECORDS)
    answers = [live(answer) for answer in ask_all("participant", person.pk, on=on, topics=ABOUT_THE_PERSON)]
    topics = by_topic(PACKS[request.membership.program.pack], answers)
    plan = topics["PLAN"].applying if "PLAN" in topics else []
    told = moments(_documents(person), plan, on)
    needs = most_urgent_first(shown for topic in topics.values() for shown in topic.applying if shown.is_open)
    page = {
        "on": on, "topics": topics, "needs": needs, "moments": told[:SHOWN_FIRST], "earlier": told[SHOWN_FIRST:],
        "elsewhere": elsewhere(request.membership, person, on, told_here=ABOUT_THE_PERSON),
        "may_change": may_change_records.allowed(request.membership, person),
        "seat_shown": seat_shown(person, request.membership),
    }  # fmt: skip
    return render(request, "participants/one.html", framed(request, person, **page))


def _treated(request: HttpRequest, participant_id: UUID, law: Treatment, on: datetime.date) -> HttpResponse:
    """The page in a program of treatment plans: the plan and its review, the services held, and the records."""
    person = person_for(request, participant_id, *TREATED)
    shown = told(person, law, on)
    moments_ = moments([*_documents(person), *_reviews(person)], [shown] if shown else [], on)
    page = {
        "on": on, "shown": shown, "needs": [shown] if shown and shown.is_open else [],
        "moments": moments_[:SHOWN_FIRST], "earlier": moments_[SHOWN_FIRST:],
        "elsewhere": elsewhere(request.membership, person, on, told_here=(law.rule,)),
        "may_change": may_change_records.allowed(request.membership, person),
        "seat_shown": seat_shown(person, request.membership),
    }  # fmt: skip
    return render(request, "treatment/overview.html", framed(request, person, **page))


def _reviews(person: Participant) -> list[tuple[datetime.date | None, str]]:
    return [(one.reviewed_on, "Treatment plan reviewed") for one in person.plan_reviews.all()]


def _documents(person: Participant) -> list[tuple[datetime.date | None, str]]:
    found = [(one.enrolled_on, "Enrolled") for one in person.enrollments.all()]
    found += [
        (one.discharge.discharged_on, "Discharged") for one in person.enrollments.all() if hasattr(one, "discharge")
    ]
    found += [(one.completed_on, "Functional screen completed") for one in person.functional_screens.all()]
    found += [(one.completed_on, "Assessment completed") for one in person.assessments.all()]
    found += [
        (one.completed_on, f"{'Treatment' if one.is_in_a_role else 'Service'} plan completed")
        for one in person.service_plans.all()
    ]
    return found
