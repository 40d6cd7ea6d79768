"""The three things that are written with a participant: which form, who may, and what completing one records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.http import Http404

from alongside.access.policies import Policy
from alongside.access.policies_of_plans import may_write_plan, may_write_support_plan
from alongside.records.models import (
    Assessment,
    DraftKind,
    PlanLine,
    ProgramRecord,
    Provider,
    ServicePlan,
    SupportPlan,
)
from alongside.reviews.ask import pack_in_context

from .drafts import DraftForm
from .forms_plans import AssessmentForm, SupportPlanForm
from .forms_service_plan import PlanForm
from .forms_treatment import TreatmentPlanForm
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


TREATMENT_PLAN = replace(
    KINDS[DraftKind.SERVICE_PLAN], word="treatment plan", form=TreatmentPlanForm, template="treatment/write.html"
)


def known_kind(kind: str) -> Kind | None:
    """How a kind is written in the program in context; None for what its law does not know."""
    if pack_in_context().treatment is None:
        return KINDS.get(kind)
    return TREATMENT_PLAN if kind == DraftKind.SERVICE_PLAN else None


def which(kind: str) -> Kind:
    """The same. Raises Http404 for what the program's law does not know."""
    found = known_kind(kind)
    if found is None:
        raise Http404("This program writes no such paper.")
    return found


def form_of(kind: str, *, is_amendment: bool = False) -> Callable[..., DraftForm]:
    """The form of a kind, ready to be filled."""
    form = which(kind).form
    if issubclass(form, PlanForm):
        return partial(form, providers=tuple(Provider.objects.order_by("name")), is_amendment=is_amendment)
    return form


def names_of(kind: str) -> list[str]:
    """The fields a kind is typed in."""
    return [name for name in which(kind).form.base_fields if name not in ("token", "version", "base")]


def content_of(kind: str, record: Any) -> Content:
    """A record as a draft of it would begin."""
    if kind == DraftKind.SERVICE_PLAN:
        return of_plan(record, record.lines.all(), names_of(kind))
    return as_content(record, names_of(kind))


def has_been_served(plan: ServicePlan) -> bool:
    """Whether services were given under its lines, which then stay as they are."""
    return PlanLine.objects.filter(service_plan=plan, services__isnull=False).exists()
