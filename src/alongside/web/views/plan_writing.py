"""Writing an assessment, a service plan or a support plan: kept as a draft, asked of the rules, and completed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.ledger.events import record_read
from alongside.records.actions import begin_draft, finish_draft, save_draft
from alongside.records.models import DraftKind, Participant, PlanDraft
from alongside.reviews.scope import participants_seen

from ..entry import enter
from ..person import framed, person_for
from ..plan_checks import checks
from ..plan_completing import complete
from ..plan_kinds import form_of, which
from ..plan_sheet import starting_content

KNOWN = ("residences", "coverages", "representatives")


def write_plan(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """A new service plan, begun from the one in force."""
    return _write(request, participant_id, DraftKind.SERVICE_PLAN)


def write_assessment(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """A new assessment."""
    return _write(request, participant_id, DraftKind.ASSESSMENT)


def write_support_plan(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """A new support plan, begun from the last one."""
    return _write(request, participant_id, DraftKind.SUPPORT_PLAN)


def plan_draft(request: HttpRequest, participant_id: UUID, draft_id: UUID) -> HttpResponse:
    """Go on with a draft."""
    person = person_for(request, participant_id, *KNOWN)
    draft = get_object_or_404(PlanDraft, pk=draft_id, participant=person)
    record_read("plan_draft", row=draft.pk, subject=person.pk)
    return _page(request, person, str(draft.kind), draft)


def check_writing(request: HttpRequest, participant_id: UUID, kind: str) -> HttpResponse:
    """What the rules say of what is being written, as it stands now. Nothing is saved."""
    person = get_object_or_404(participants_seen(request.membership), pk=participant_id)
    if request.method != "POST":
        raise Http404
    which(kind).may(request.membership, person)
    form = form_of(kind)(request.POST)
    return render(request, "plans/checks.html", {"checked": checks(kind, person, form, on=today()), "on": today()})


def _write(request: HttpRequest, participant_id: UUID, kind: str) -> HttpResponse:
    person = person_for(request, participant_id, *KNOWN)
    return _page(request, person, kind, None)


def _page(request: HttpRequest, person: Participant, kind: str, draft: PlanDraft | None) -> HttpResponse:
    its, on = which(kind), today()
    its.may(request.membership, person)

    def act(form: Any) -> str:
        if form.is_draft:
            kept = _keep(request, person, kind, form, draft)
            messages.success(request, "The draft is saved. Nothing is complete yet.")
            return reverse("plan_draft", args=[person.pk, kept.pk])
        if draft is not None:
            finish_draft(draft=draft, version=form.read_version, by=request.user)
        record = complete(kind, person, form, draft, on=on, by=request.user)
        messages.success(request, f"The {its.word} is complete. What is left is to sign it.")
        return reverse(its.page, args=[person.pk, record.pk])

    if draft is None:
        initial = {"content": starting_content(kind, person, on), "version": ""}
    else:
        initial = {"content": draft.content, "version": draft.version}
    is_amendment = bool(draft and draft.amends)
    heading = f"{'Amend' if is_amendment else 'Change' if draft and draft.record else 'Write'} the {its.word}"
    page = framed(
        request, person, kind=kind, word=its.word, draft=draft, on=on, back=reverse("plans", args=[person.pk]),
        heading=heading, crumb=heading,
    )  # fmt: skip
    if request.method == "POST" and request.POST.get("press") == "check":
        page["checked"] = checks(kind, person, form_of(kind)(request.POST), on=on)
    return enter(
        request, form_of(kind, is_amendment=is_amendment), act, template=its.template, page=page, initial=initial
    )


def _keep(request: HttpRequest, person: Participant, kind: str, form: Any, draft: PlanDraft | None) -> PlanDraft:
    said: dict[str, Any] = {"content": form.content, "on": today(), "by": request.user}
    if draft is None:
        return begin_draft(participant=person, kind=kind, **said)
    return save_draft(draft=draft, version=form.read_version, **said)
