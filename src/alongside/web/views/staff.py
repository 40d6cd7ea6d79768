"""Staff: the list, and one staff member with the training ledger against the three-month clock."""

from __future__ import annotations

import datetime
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.access.training_policies import may_ask_for_exemption, may_record_decision, may_record_training
from alongside.law.rule import ANSWERS, DOES_NOT_APPLY
from alongside.ledger.events import record_read, record_search
from alongside.records.models import AttachedTo, Attachment, StaffMember
from alongside.reviews.answers import fresh
from alongside.reviews.ask import ask_all, rules_about
from alongside.reviews.scope import answers_seen, staff_seen

from ..peer_programs import is_of_peers
from ..people import ON_ONE_PAGE, asked_for, searched, standings, with_answer
from ..qualified import TIER, day_asked, qualified
from ..shown import live, most_urgent_first
from ..training import ledger_of
from ..training_sheets import sheets_of
from .training_exposed import exposed
from .training_records import WITH

PAPERS = ("trainings__training_sheet", "exemptions", "background_checks", "credentials", "changed_circumstances")
ON_PAPER = ("PRV-4", "CPS")
COLUMNS = ("person__family_name", "person__given_name", "staff_number", "provider__name")


def staff(request: HttpRequest) -> HttpResponse:
    """The staff members, found by name, number or provider, or by how they stand."""
    on = today()
    fresh(on)
    words, answer, rule = asked_for(request, "q", "answer", "rule")
    people = searched(staff_seen(request.membership), words, *COLUMNS)
    seen = answers_seen(request.membership)
    people = with_answer(people, answer if answer in ANSWERS else "", rule, seen).select_related("person", "provider")
    ordered = people.order_by("person__family_name", "person__given_name", "staff_number")
    paged = Paginator(ordered, ON_ONE_PAGE).get_page(request.GET.get("page"))
    where = standings([member.pk for member in paged], on, seen)
    record_search("staff", found=len(paged))
    page = {
        "on": on, "paged": paged, "people": [(member, where[member.pk]) for member in paged], "q": words,
        "answer": answer, "answers": ANSWERS, "rule": rule, "rules": rules_about("staff"),
        "peers": is_of_peers(request.membership),
    }  # fmt: skip
    return render(request, f"staff/list.html{'#people' if request.htmx else ''}", page)


def staff_member(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """One staff member: the hours by topic, each session with its seven fields, exemptions, and why."""
    on = today()
    people = staff_seen(request.membership).select_related("person", "provider").prefetch_related(*PAPERS)
    member = get_object_or_404(people, pk=staff_id)
    record_read("staff", row=member.pk, subject=member.pk)
    if is_of_peers(request.membership):
        return _of_peers(request, member, on)
    answers = [live(answer) for answer in ask_all("staff", member.pk, on=on)]
    found = member.training_sheets.select_related(*WITH).prefetch_related("sessions")
    sheets = sheets_of(found, request.membership)
    seen = answers_seen(request.membership)
    page = {
        "on": on, "member": member, "ledger": ledger_of(member, answers),
        "paper_answers": [one for one in answers if one.rule in ON_PAPER and one.answer != DOES_NOT_APPLY],
        "may_change": may_change_records.allowed(request.membership, member),
        "waiting": [one for one in sheets if one.document is None],
        "signed": {one.sheet.pk: one for one in sheets if one.document is not None},
        "may_record": may_record_training.allowed(request.membership, member),
        "may_ask": may_ask_for_exemption.allowed(request.membership, member),
        "may_decide": may_record_decision.allowed(request.membership, member),
        "may_sign": any(one.may_be_signed for one in sheets),
        "exposed": exposed(seen, member.pk).count() if member.started_on else 0,
        "evidence": _evidence(member),
    }  # fmt: skip
    return render(request, "staff/one.html", page)


def _of_peers(request: HttpRequest, member: StaffMember, on: datetime.date) -> HttpResponse:
    """The page in a program of peer workers: what qualifies them on a day, the roles, and the ladder above them."""
    (asked,) = asked_for(request, "on")
    day, is_day = day_asked(asked, on)
    answers = [live(answer) for answer in ask_all("staff", member.pk, on=on) if answer.answer != DOES_NOT_APPLY]
    owed = most_urgent_first(one for one in answers if one.rule != TIER)
    page = {"on": on, "day": day, "is_day": is_day, "member": member, "owed": owed, "peer": True}
    return render(request, "staff/one.html", page | qualified(request.membership, member, day))


def _evidence(member: StaffMember) -> dict[UUID, list[Attachment]]:
    """The documentation kept with each request for an exemption."""
    found: dict[UUID, list[Attachment]] = {}
    kept = Attachment.objects.filter(kind=AttachedTo.EXEMPTION, staff=member).defer("content")
    for file in kept:
        found.setdefault(file.record, []).append(file)
    return found
