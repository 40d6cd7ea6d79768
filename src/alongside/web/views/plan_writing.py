"""Writing an assessment, a service plan or a support plan: as a draft, changed, amended, and completed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.access.clock import today
from alongside.ledger.events import record_read
from alongside.records.actions import begin_draft, finish_draft, save_draft
from alongside.records.actions import discard_draft as let_go
from alongside.records.models import DraftKind, Participant, PlanDraft
from alongside.records.problems import Conflict, Problems, is_nothing, nothing

from ..entry import enter
from ..forms_plans import ReasonForm
from ..person import framed, person_for
from ..plan_checks import checks
from ..plan_kinds import KINDS, complete, content_of, form_of
from ..plan_sheet import begun_before, may_be_rewritten, starting_content
from ..scope import participants_seen

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


@require_POST
def discard_draft(request: HttpRequest, participant_id: UUID, draft_id: UUID) -> HttpResponse:
    """Let go of a draft."""
    person = person_for(request, participant_id)
    draft = get_object_or_404(PlanDraft, pk=draft_id, participant=person)
    KINDS[str(draft.kind)].may(request.membership, person)
    try:
        let_go(draft=draft, version=draft.version, by=request.user)
        messages.success(request, f"The draft of the {KINDS[str(draft.kind)].word} is discarded.")
    except Conflict as conflict:
        messages.error(request, str(conflict))
    return redirect("plans", person.pk)


def change_plan(request: HttpRequest, participant_id: UUID, kind: str, key: UUID) -> HttpResponse:
    """Begin to change one that nobody signed, or to amend one that was signed, which needs a reason."""
    person = person_for(request, participant_id)
    if kind not in KINDS:
        raise Http404
    KINDS[kind].may(request.membership, person)
    record: Any = get_object_or_404(KINDS[kind].model, pk=key, participant=person)
    before = begun_before(record)
    if before is not None:
        return redirect("plan_draft", person.pk, before.pk)

    def begin(reason: str | None) -> str:
        which = {"record": record.pk} if reason is None else {"amends": record.pk, "reason": reason}
        content = content_of(kind, record)
        if reason is not None:
            content["fields"]["completed_on"] = today().isoformat()
        draft = begin_draft(participant=person, kind=kind, content=content, **which, on=today(), by=request.user)
        return reverse("plan_draft", args=[person.pk, draft.pk])

    back = reverse(KINDS[kind].page, args=[person.pk, record.pk])
    if may_be_rewritten(kind, record):
        return redirect(begin(None)) if request.method == "POST" else redirect(back)
    page = framed(
        request, person, heading=f"Amend the {KINDS[kind].word}", button="Begin the amendment", back=back,
        lead="What was signed stays as it was signed. The amendment is a new one that says why, and is signed anew.",
    )  # fmt: skip
    return enter(request, ReasonForm, lambda form: _amend(form, begin), template="participants/entry.html", page=page)


def check_writing(request: HttpRequest, participant_id: UUID, kind: str) -> HttpResponse:
    """What the rules say of what is being written, as it stands now. Nothing is saved."""
    person = get_object_or_404(participants_seen(request.membership), pk=participant_id)
    if kind not in KINDS or request.method != "POST":
        raise Http404
    KINDS[kind].may(request.membership, person)
    form = form_of(kind)(request.POST)
    return render(request, "plans/checks.html", {"checked": checks(kind, person, form, on=today()), "on": today()})


def _write(request: HttpRequest, participant_id: UUID, kind: str) -> HttpResponse:
    person = person_for(request, participant_id, *KNOWN)
    return _page(request, person, kind, None)


def _page(request: HttpRequest, person: Participant, kind: str, draft: PlanDraft | None) -> HttpResponse:
    which, on = KINDS[kind], today()
    which.may(request.membership, person)

    def act(form: Any) -> str:
        if form.is_draft:
            kept = _keep(request, person, kind, form, draft)
            messages.success(request, "The draft is saved. Nothing is complete yet.")
            return reverse("plan_draft", args=[person.pk, kept.pk])
        if draft is not None:
            finish_draft(draft=draft, version=form.read_version, by=request.user)
        record = complete(kind, person, form, draft, on=on, by=request.user)
        messages.success(request, f"The {which.word} is complete. What is left is to sign it.")
        return reverse(which.page, args=[person.pk, record.pk])

    if draft is None:
        initial = {"content": starting_content(kind, person, on), "version": ""}
    else:
        initial = {"content": draft.content, "version": draft.version}
    is_amendment = bool(draft and draft.amends)
    heading = f"{'Amend' if is_amendment else 'Change' if draft and draft.record else 'Write'} the {which.word}"
    page = framed(
        request, person, kind=kind, word=which.word, draft=draft, on=on, back=reverse("plans", args=[person.pk]),
        heading=heading, crumb=heading,
    )  # fmt: skip
    if request.method == "POST" and request.POST.get("press") == "check":
        page["checked"] = checks(kind, person, form_of(kind)(request.POST), on=on)
    return enter(
        request, form_of(kind, is_amendment=is_amendment), act, template=which.template, page=page, initial=initial
    )


def _keep(request: HttpRequest, person: Participant, kind: str, form: Any, draft: PlanDraft | None) -> PlanDraft:
    said: dict[str, Any] = {"content": form.content, "on": today(), "by": request.user}
    if draft is None:
        return begin_draft(participant=person, kind=kind, **said)
    return save_draft(draft=draft, version=form.read_version, **said)


def _amend(form: ReasonForm, begin: Any) -> str:
    reason = form.values["reason"]
    if is_nothing(reason):
        raise Problems([nothing("reason")])
    return str(begin(reason))
