"""Completing what was written with a participant: a new record, an unsigned one changed, or an amendment."""

from __future__ import annotations

import datetime
from typing import Any

from alongside.access.models import User
from alongside.records.actions import (
    amend,
    amend_plan,
    correct,
    rewrite_plan,
    write_assessment,
    write_plan,
    write_support_plan,
)
from alongside.records.models import DraftKind, Participant, PlanDraft, PlanKind, ServicePlan

from .drafts import DraftForm
from .forms_service_plan import PlanForm
from .plan_kinds import which


def complete(
    kind: str, person: Participant, form: DraftForm, draft: PlanDraft | None, *, on: datetime.date, by: User | None
) -> Any:
    """Record what was written: a new record, the unsigned one changed, or an amendment. Raises `Problems`."""
    record = which(kind).model._default_manager.filter(pk=draft.record or draft.amends).first() if draft else None
    said: dict[str, Any] = {"on": on, "by": by}
    if isinstance(form, PlanForm):
        return _complete_plan(person, form, draft, record, said)
    values = form.values
    if record is not None and draft is not None and draft.amends:
        return amend(record=record, reason=draft.reason or "", changes=values, **said)
    if record is not None:
        return correct(record=record, version=record.version, changes=values, **said)
    if kind == DraftKind.ASSESSMENT:
        return write_assessment(participant=person, completed_on=values.pop("completed_on"), texts=values, **said)
    return write_support_plan(participant=person, **values, **said)


def _complete_plan(
    person: Participant, form: PlanForm, draft: PlanDraft | None, record: Any, said: dict[str, Any]
) -> ServicePlan:
    values = {**form.recorded, "goals": form.goal_words}
    if record is None or draft is None:
        return write_plan(participant=person, lines=form.lines, **values, **said)
    if draft.amends:
        completed_on = values.pop("completed_on")
        reason = draft.reason or ""
        return amend_plan(
            plan=record, reason=reason, completed_on=completed_on, lines=form.lines, changes=values, **said
        )
    if record.kind == PlanKind.AMENDMENT and "kind" in values:
        values["kind"] = record.kind
    return rewrite_plan(plan=record, version=record.version, changes=values, lines=form.lines, **said)
