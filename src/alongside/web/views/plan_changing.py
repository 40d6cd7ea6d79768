"""Beginning to change or to amend what was completed, and letting go of a draft."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.access.clock import today
from alongside.records.actions import begin_draft
from alongside.records.actions import discard_draft as let_go
from alongside.records.models import DraftKind, PlanDraft
from alongside.records.problems import Conflict, Problems, is_nothing, nothing

from ..entry import enter
from ..forms_plans import ReasonForm
from ..person import framed, person_for
from ..plan_kinds import content_of, which
from ..plan_sheet import begun_before, may_be_rewritten


@require_POST
def discard_draft(request: HttpRequest, participant_id: UUID, draft_id: UUID) -> HttpResponse:
    """Let go of a draft."""
    person = person_for(request, participant_id)
    draft = get_object_or_404(PlanDraft, pk=draft_id, participant=person)
    which(str(draft.kind)).may(request.membership, person)
    try:
        let_go(draft=draft, version=draft.version, by=request.user)
        messages.success(request, f"The draft of the {which(str(draft.kind)).word} is discarded.")
    except Conflict as conflict:
        messages.error(request, str(conflict))
    return redirect("plans", person.pk)


def change_plan(request: HttpRequest, participant_id: UUID, kind: str, key: UUID) -> HttpResponse:
    """Begin to change one that nobody signed, or to amend one that was signed, which needs a reason."""
    person = person_for(request, participant_id)
    which(kind).may(request.membership, person)
    record: Any = get_object_or_404(which(kind).model, pk=key, participant=person)
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

    back = reverse(which(kind).page, args=[person.pk, record.pk])
    if may_be_rewritten(kind, record):
        return redirect(begin(None)) if request.method == "POST" else redirect(back)
    if kind != DraftKind.SERVICE_PLAN and request.method != "POST":
        return redirect("amend_record", kind, record.pk)
    page = framed(
        request, person, heading=f"Amend the {which(kind).word}", button="Begin the amendment", back=back,
        lead="What was signed stays as it was signed. The amendment is a new one that says why, and is signed anew.",
    )  # fmt: skip
    return enter(request, ReasonForm, lambda form: _amend(form, begin), template="participants/entry.html", page=page)


def _amend(form: ReasonForm, begin: Any) -> str:
    reason = form.values["reason"]
    if is_nothing(reason):
        raise Problems([nothing("reason")])
    return str(begin(reason))
