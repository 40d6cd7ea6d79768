"""A practice review: a sample drawn by the state's rule, and what would be cited in it by the same rules, any day."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Sum

from alongside.access.models import Program
from alongside.law.rule import NOT_MET
from alongside.records.actions.recording import recording, store, store_again
from alongside.records.models import Claim

from .answers import fresh
from .debriefs import members_of
from .models import Answer, Oversight, OversightState, SampleMember
from .oversights import figures_of, keep_roster
from .requirements import months_after
from .samples import keep_sample

if TYPE_CHECKING:
    from alongside.access.models import User

# What a reviewer of documents can cite: eligibility by screen, the plan sets, discharge and its summary, support plan.
CITED = ("ELG-3", "PLAN-1", "PLAN-2", "PLAN-3", "PLAN-5", "PLAN-6", "PLAN-8", "DSC-1", "DSC-2", "DSC-3", "DSC-4")


@dataclass(frozen=True)
class Citation:
    """One thing that would be cited: the stored answer with the duties it breaks, and whose it is."""

    member: SampleMember
    answer: Answer
    broken: Sequence[Mapping[str, Any]]
    charged: Decimal


def start_practice(*, program: Program, on: datetime.date, at: datetime.datetime, by: User) -> Oversight:
    """Draw a practice sample of those served in the last twelve months, by the rule of sampling in force on the day."""
    with recording(program_id=program.pk, by=by):
        practice = Oversight(
            program=program, title=f"Practice review of {on.day} {on:%B %Y}", is_practice=True,
            state=OversightState.DRAWN, served_from_on=months_after(on, -figures_of(program).served_months),
            served_to_on=on, announced_on=on, announced_by=by.name,
        )  # fmt: skip
        store(practice, on=on)
        roster = keep_roster(practice, by=by)
        practice.participant_count = len({entry.participant_id for entry in roster.entries.all()})
        keep_sample(practice, roster, state_part="", program_part=secrets.token_hex(16), on=on, at=at, by=by)
        return store_again(practice, fields=("participant_count", "sample_count"), on=on)


def would_be_cited(practice: Oversight, *, on: datetime.date) -> list[Citation]:
    """What the sample would be cited for on a day: the longest overdue first; of one day, the dearest first.

    Dear is what Medicaid was charged for the participant in the year looked at: the page names no sum that is at stake.
    """
    fresh(on)
    members: dict[UUID, SampleMember] = {member.participant_id: member for member in members_of(practice)}
    found = Answer.objects.filter(root__in=members, root_table="participant", rule__in=CITED, answer=NOT_MET)
    charged = _charged(practice, list(members))
    cited = []
    for answer in found:
        broken = [c for c in answer.criteria if c["kind"] in ("must", "cannot") and c["holds"] is False]
        cited.append(Citation(members[answer.root], answer, broken, charged.get(answer.root, Decimal(0))))
    return sorted(cited, key=lambda one: (one.answer.due_on or datetime.date.max, -one.charged, one.answer.rule))


def _charged(practice: Oversight, participants: list[UUID]) -> dict[UUID, Decimal]:
    rows = Claim.objects.filter(
        participant_id__in=participants, claimed_on__range=(practice.served_from_on, practice.served_to_on)
    )
    return dict(rows.values_list("participant_id").annotate(sum=Sum("service__charged_amount")).exclude(sum=None))
