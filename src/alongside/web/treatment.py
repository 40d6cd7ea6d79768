"""A participant's treatment plan as its pages show it: who completed it, who authorized it, and its review."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from alongside.access.models import Membership
from alongside.access.policies_of_plans import may_authorize_plan, may_write_plan
from alongside.packs import PACKS
from alongside.packs.treatment import Treatment
from alongside.records.models import DraftKind, Participant, ServicePlan, StaffMember
from alongside.reviews import chains

from .plan_sheet import by_goal, in_force, plan_answers
from .plan_signatures import Signatures, documents_of, signatures_of
from .shown import Line, Shown


@dataclass(frozen=True)
class Clinical:
    """What the law asks about one plan beside its text. `fits` is None where nobody recorded the role."""

    plan: ServicePlan
    signatures: Signatures
    fits: bool | None
    law: Treatment

    @property
    def is_authorized(self) -> bool:
        return self.plan.authorized_on is not None


def treatment_of(actor: Membership) -> Treatment | None:
    """How the program speaks of treatment plans; None where its plan is another one."""
    return PACKS[actor.program.pack].treatment


def told(person: Participant, law: Treatment, on: datetime.date) -> Shown | None:
    """The answer on the plan and its next review, computed now; None where the rule does not apply."""
    found = plan_answers(person.pk, on, (law.rule,))
    return next((shown for shown in found if shown.answer != "does not apply"), None)


def author_line(shown: Shown | None, law: Treatment) -> Line | None:
    """The criterion on who completed it, with its words."""
    return next((line for line in shown.lines if line.id == law.author), None) if shown else None


def tab(actor: Membership, person: Participant, law: Treatment, on: datetime.date) -> dict[str, Any]:
    """The context of the page of plans: the one in force with its review, drafts, and what came before."""
    every = list(person.service_plans.all())
    current = in_force(every, on)
    shown = told(person, law, on)
    page: dict[str, Any] = {
        "on": on, "current": current, "shown": shown, "author_line": author_line(shown, law),
        "earlier": [plan for plan in every if plan != current], "drafts": person.plan_drafts.all(),
        "reviews": person.plan_reviews.all(), "may_write": may_write_plan.allowed(actor, person),
        "may_authorize": may_authorize_plan.allowed(actor, person),
    }  # fmt: skip
    if current:
        document = documents_of(person, [DraftKind.SERVICE_PLAN]).get(current.pk)
        page |= {"goals": by_goal(current, current.lines.all()), "clinical": of(current, document, law)}
    return page


def of(plan: ServicePlan, document: Any, law: Treatment) -> Clinical:
    """One plan with its signatures: no rule of this law asks for any, so none is missing."""
    signatures = signatures_of(plan, document)
    fits = None if plan.author_role is None else plan.author_role not in law.peers
    return Clinical(plan, Signatures(signatures.given, [], signatures.document), fits, law)


def lphas() -> list[StaffMember]:
    """Everybody who is or was an LPHA, by name."""
    people = list(StaffMember.objects.select_related("person").order_by("person__family_name"))
    held = chains.held_by(one.pk for one in people)
    return [one for one in people if any(row.rank == chains.TOP for row in held.get(one.pk, ()))]


def is_lpha(member: StaffMember, on: datetime.date) -> bool:
    """Whether somebody is an LPHA on a day, by what is on record."""
    return chains.highest(chains.held_by([member.pk]).get(member.pk, ()), on) == chains.TOP
