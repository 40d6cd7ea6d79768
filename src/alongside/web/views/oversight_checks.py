"""The reviewer's checklist: each participant of the sample, each requirement, what was seen and concluded."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.oversight_policies import may_take_step
from alongside.ledger.events import record_read, record_search
from alongside.records.problems import Problems
from alongside.reviews.debriefs import asked, check_requirement, members_of
from alongside.reviews.models import Conclusion, OversightState, SampleMember
from alongside.reviews.oversight_steps import CHECK, taking
from alongside.reviews.requirements import BY_ID
from alongside.reviews.seen import seen_of

from ..entry import enter
from ..forms_oversight import CheckForm
from .oversights import oversight_for


def checklist(request: HttpRequest, oversight_id: UUID) -> HttpResponse:
    """The participants of the sample with how much is concluded of each."""
    it = oversight_for(request, oversight_id)
    may_take_step(request.membership, taking(it, CHECK))
    members = members_of(it)
    record_search("sample_member", found=len(members), listed=[member.participant_id for member in members])
    checks: dict[UUID, list[str]] = {}
    for member_id, conclusion in it.checks.values_list("sample_member_id", "conclusion"):
        checks.setdefault(member_id, []).append(str(conclusion))
    rows = [{"member": one, "asked": len(asked(one)), "found": checks.get(one.pk, [])} for one in members]
    for row in rows:
        row["not_met"] = row["found"].count("not_met")
    return render(request, "oversights/checklist.html", {"it": it, "rows": rows})


def check_member(request: HttpRequest, sample_member_id: UUID) -> HttpResponse:
    """One participant: every requirement with the document seen and what was concluded."""
    member, it = _member(request, sample_member_id)
    record_read("sample_member", row=member.pk, subject=member.participant_id)
    checks = {check.requirement: check for check in member.checks.all()}
    seen = seen_of(it, member)
    rows = [{"owed": one, "check": checks.get(one.requirement.id), "seen": seen.get(one.requirement.id)}
            for one in asked(member)]  # fmt: skip
    is_open = it.state == OversightState.RECEIVED
    page = {"it": it, "member": member, "rows": rows, "is_open": is_open}
    page["rest"] = sum(1 for row in rows if row["seen"] and not row["check"])
    return render(request, "oversights/member.html", page)


def check(request: HttpRequest, sample_member_id: UUID, requirement: str) -> HttpResponse:
    """Conclude about one requirement."""
    member, it = _member(request, sample_member_id)
    if requirement not in BY_ID:
        raise Http404(requirement)
    found = BY_ID[requirement]
    record_read("sample_member", row=member.pk, subject=member.participant_id)
    seen = seen_of(it, member).get(requirement)
    before = member.checks.filter(requirement=requirement).first()
    back = reverse("check_member", args=[member.pk])

    def record(form: CheckForm) -> str:
        document = seen.document if seen else None
        told = {"document": document, "on": today(), "by": request.user}
        check_requirement(member=member, requirement=requirement, **form.values, **told)
        return back

    page: dict[str, Any] = {"it": it, "heading": found.name, "button": "Keep the conclusion", "back": back}
    page |= {"lead": f"{member.roster_entry.name}. The page asks for: “{found.quote}”.", "member": member}
    initial = {"conclusion": before.conclusion, "words": before.words} if before else {}
    return enter(request, CheckForm, record, template="oversights/entry.html", page=page, initial=initial, done="Kept.")


def check_rest(request: HttpRequest, sample_member_id: UUID) -> HttpResponse:
    """Conclude “met” about every requirement a document was found for and nothing was concluded about yet."""
    if request.method != "POST":
        return HttpResponse(status=405)
    member, it = _member(request, sample_member_id)
    record_read("sample_member", row=member.pk, subject=member.participant_id)
    done, seen = set(member.checks.values_list("requirement", flat=True)), seen_of(it, member)
    owed = dict.fromkeys(one.requirement.id for one in asked(member))
    rest = [name for name in owed if name in seen and name not in done]
    said = {"conclusion": Conclusion.MET, "words": None, "on": today(), "by": request.user}
    try:
        with transaction.atomic():
            for name in rest:
                check_requirement(member=member, requirement=name, document=seen[name].document, **said)
    except Problems as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"{len(rest)} concluded as met." if rest else "Nothing with a document was left.")
    return redirect("check_member", member.pk)


def _member(request: HttpRequest, sample_member_id: UUID) -> tuple[SampleMember, Any]:
    rows = SampleMember.objects.select_related("roster_entry", "oversight")
    member = get_object_or_404(rows, pk=sample_member_id)
    it = oversight_for(request, member.oversight_id)
    may_take_step(request.membership, taking(it, CHECK))
    return member, it
