"""What a participant's own seat shows, read for whoever sits there: the participant, or somebody who acts for them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from alongside.access.clock import today
from alongside.access.models import Membership
from alongside.access.roles import Role
from alongside.access.seat_policies import may_open_seat
from alongside.records.models import (
    DischargeSummary,
    Document,
    OwnWords,
    Participant,
    ProgressNote,
    Service,
    ServiceKind,
    ServicePlan,
)
from alongside.records.released import held_back, released
from alongside.reviews.ask import ask, choices, rules_about

LATELY = datetime.timedelta(days=92)
NEXT_PLAN = ("PLAN-1", "PLAN-2", "PLAN-3", "IL-PLAN")
IN_PLAIN_WORDS = {
    ServiceKind.CLSS: "Help with daily living",
    ServiceKind.PEER_SUPPORT: "Peer support",
    ServiceKind.SUPPORTED_EMPLOYMENT: "Help with work",
}
FOR_THE_PROGRAM = ("incident_report", "progress_note")


class Waiting(NamedTuple):
    """Something to read and sign: its kind and key, as the page `sign` takes them, and what it is in words."""

    kind: str
    key: Any
    words: str
    day: datetime.date | None


@dataclass(frozen=True)
class Seat:
    """Whose seat it is, who sits there, and the day."""

    membership: Membership
    participant: Participant
    on: datetime.date

    @property
    def is_own(self) -> bool:
        """Whether the participant sits there, and not somebody who acts for them."""
        return bool(self.membership.role == Role.PARTICIPANT)

    @property
    def given(self) -> str:
        """The name the page says."""
        return self.participant.given_name or self.participant.name or "the participant"

    @property
    def my(self) -> str:
        """Whose things these are, as a heading begins."""
        return "My" if self.is_own else f"{self.given}’s"

    @property
    def your(self) -> str:
        """Whose things these are, inside a sentence."""
        return "your" if self.is_own else f"{self.given}’s"

    @property
    def you(self) -> str:
        """Who it is about, inside a sentence."""
        return "you" if self.is_own else self.given

    @cached_property
    def plan(self) -> ServicePlan | None:
        """The newest service plan that nothing replaced."""
        plans = self.participant.service_plans.filter(completed_on__lte=self.on)
        standing = plans.exclude(amendments__coordinator_signed_on__isnull=False)
        return standing.order_by("-completed_on", "-created_at").prefetch_related("lines__provider").first()

    @cached_property
    def notes(self) -> QuerySet[ProgressNote]:
        """The notes this seat shows, newest first."""
        asked = self.membership.program.is_sign_off_asked
        return released(self.participant.pk, is_sign_off_asked=asked, to_representative=not self.is_own)

    @cached_property
    def held(self) -> list[Any]:
        """What a supervisor holds back."""
        return list(held_back(self.participant.pk))

    @property
    def documents(self) -> QuerySet[Document]:
        """Signed documents that are the participant's to open. Notes are read under the notes."""
        documents = self.participant.documents.exclude(kind__in=FOR_THE_PROGRAM)
        return documents.prefetch_related("signatures").order_by("-created_at")

    @property
    def own_words(self) -> QuerySet[OwnWords]:
        """Words written here. Whoever acts for the participant sees their own, and what was meant for them too."""
        words = OwnWords.objects.filter(participant=self.participant)
        if not self.is_own:
            words = words.filter(Q(account=self.membership.user_id) | Q(is_shown_to_representative=True))
        return words.select_related("service_plan", "progress_note__service").order_by("-written_at")


def seat_of(request: HttpRequest) -> Seat:
    """The seat of whoever is signed in. Raises NotAllowed for anybody else."""
    membership: Membership = request.membership  # type: ignore[attr-defined]
    participant = Participant.objects.get(pk=membership.participant_id)
    may_open_seat(membership, participant)
    return Seat(membership, participant, today())


def who_serves(seat: Seat) -> list[dict[str, str]]:
    """Those who gave a service lately, each once, and what they help with."""
    lately = Service.objects.filter(participant=seat.participant, served_on__gte=seat.on - LATELY, staff__isnull=False)
    lately = lately.standing().select_related("staff__person", "staff__provider").order_by("-served_on")
    found: dict[Any, dict[str, str]] = {}
    for service in lately:
        staff = service.staff
        employer = staff.provider.name if staff.provider else ""
        help_ = IN_PLAIN_WORDS.get(service.kind) or service.get_kind_display() or ""
        found.setdefault(staff.pk, {"name": staff.name, "help": help_, "employer": employer})
    plan = seat.plan
    if plan is not None and plan.coordinator_signed_by:
        found["coordinator"] = {"name": plan.coordinator_signed_by, "help": f"Plans with {seat.you}", "employer": ""}
    return list(found.values())


def waiting(seat: Seat) -> Iterator[Waiting]:
    """What waits for this person's signature."""
    unsigned = {"participant_signed_on" if seat.is_own else "representative_signed_on": None}
    plan = seat.plan
    if plan is not None and plan.goals and all(getattr(plan, name) is None for name in unsigned):
        called = "Treatment plan" if plan.is_in_a_role else "Service plan"
        yield Waiting("service_plan", plan.pk, called, plan.completed_on)
    summaries = DischargeSummary.objects.filter(participant=seat.participant, discharge__is_planned=True, **unsigned)
    for summary in summaries.exclude(reason=None).select_related("discharge"):
        yield Waiting("discharge_summary", summary.pk, "Summary of how the services ended", None)


def next_plan_due(seat: Seat) -> datetime.date | None:
    """The next day by which the plan is looked at again, as the rules say it."""
    given = choices()
    due = [
        answer.due
        for rule in rules_about("participant")
        if rule.id in NEXT_PLAN
        for answer in ask(rule, on=seat.on, roots=[seat.participant.pk], given=given)
        if answer.due is not None and answer.due >= seat.on
    ]
    return min(due, default=None)
