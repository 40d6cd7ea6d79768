"""The three things that are written with a participant: which form, who may, and what completing one records."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from alongside.access.models import User
from alongside.access.policies import Policy, may_write_plan, may_write_support_plan
from alongside.records.actions import (
    amend,
    amend_plan,
    correct,
    rewrite_plan,
    write_assessment,
    write_plan,
    write_support_plan,
)
from alongside.records.models import (
    Assessment,
    DraftKind,
    Participant,
    PlanDraft,
    PlanKind,
    PlanLine,
    ProgramRecord,
    Provider,
    ServicePlan,
    SupportPlan,
)

from .drafts import DraftForm
from .forms_plans import AssessmentForm, SupportPlanForm
from .forms_service_plan import PlanForm
from .merging import Content
from .plan_content import as_content, of_plan


@dataclass(frozen=True)
class Kind:
    """How one of the three is written. `page` is the URL's name of one record, `new` of a new one."""

    word: str
    model: type[ProgramRecord]
    form: type[DraftForm]
    may: Policy
    page: str
    new: str
    template: str


KINDS: dict[str, Kind] = {
    DraftKind.SERVICE_PLAN: Kind(
        "service plan", ServicePlan, PlanForm, may_write_plan, "plan", "write_plan", "plans/write_plan.html"
    ),
    DraftKind.ASSESSMENT: Kind(
        "assessment", Assessment, AssessmentForm, may_write_plan, "assessment", "write_assessment",
        "plans/write_assessment.html",
    ),
    DraftKind.SUPPORT_PLAN: Kind(
        "support plan", SupportPlan, SupportPlanForm, may_write_support_plan, "support_plan", "write_support_plan",
        "plans/write_support_plan.html",
    ),
}  # fmt: skip


def form_of(kind: str, *, is_amendment: bool = False) -> Callable[..., DraftForm]:
    """The form of a kind, ready to be filled."""
    if kind == DraftKind.SERVICE_PLAN:
        return partial(PlanForm, providers=tuple(Provider.objects.order_by("name")), is_amendment=is_amendment)
    return KINDS[kind].form


def names_of(kind: str) -> list[str]:
    """The fields a kind is typed in."""
    return [name for name in KINDS[kind].form.base_fields if name not in ("token", "version", "base")]


def content_of(kind: str, record: Any) -> Content:
    """A record as a draft of it would begin."""
    if kind == DraftKind.SERVICE_PLAN:
        return of_plan(record, record.lines.all(), names_of(kind))
    return as_content(record, names_of(kind))


def complete(
    kind: str, person: Participant, form: DraftForm, draft: PlanDraft | None, *, on: datetime.date, by: User | None
) -> Any:
    """Record what was written: a new record, the unsigned one changed, or an amendment. Raises `Problems`."""
    record = KINDS[kind].model._default_manager.filter(pk=draft.record or draft.amends).first() if draft else None
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
    values = {**form.values, "goals": form.goal_words}
    if record is None or draft is None:
        return write_plan(participant=person, lines=form.lines, **values, **said)
    if draft.amends:
        completed_on = values.pop("completed_on")
        reason = draft.reason or ""
        return amend_plan(
            plan=record, reason=reason, completed_on=completed_on, lines=form.lines, changes=values, **said
        )
    if record.kind == PlanKind.AMENDMENT:
        values["kind"] = record.kind
    return rewrite_plan(plan=record, version=record.version, changes=values, lines=form.lines, **said)


def has_been_served(plan: ServicePlan) -> bool:
    """Whether services were given under its lines, which then stay as they are."""
    return PlanLine.objects.filter(service_plan=plan, services__isnull=False).exists()
