"""The three months of orientation training: of whom they run out first, and of whom they are over."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from alongside.access.models import Membership
from alongside.records.models import StaffMember, Topic
from alongside.reviews.ask import ask, pack_in_context
from alongside.reviews.models import Answer
from alongside.reviews.scope import staff_seen

from .shown import Shown, live
from .training import ORIENTATION

OVER_SHOWN = 50
OPEN = ("not yet due", "not met", "facts missing", "a person must decide")


@dataclass(frozen=True)
class Clock:
    """One staff member's training as it stands: due day, hours that count, topics still open, and the whole answer."""

    member: StaffMember
    shown: Shown

    @property
    def hours(self) -> Decimal:
        return Decimal(str(self.shown.facts["hours"] or 0))

    @property
    def needed(self) -> int:
        return int(self.shown.facts["hours_needed"])

    @property
    def open_topics(self) -> list[str]:
        """The labels of topics not covered yet."""
        open_ = {line.id.partition(".")[2] for line in self.shown.lines if line.needs_someone}
        return [topic.label for topic in Topic if topic in open_]


@dataclass(frozen=True)
class Clocks:
    """Those whose three months run, the next due day first; then those for whom something is open after them."""

    running: list[Clock]
    over: list[Clock]
    over_in_all: int


def clocks(actor: Membership, on: datetime.date) -> Clocks:
    """Of everybody the actor may see who works here on that day, by the stored answers, which are fresh."""
    here = StaffMember.objects.current(on).filter(pk__in=staff_seen(actor))
    stored = Answer.objects.filter(rule=ORIENTATION, answer__in=OPEN, root__in=here.values("pk"))
    still = stored.filter(answer="not yet due").order_by("due_on")
    over = stored.exclude(answer="not yet due").order_by("-due_on")
    last = over[:OVER_SHOWN]
    return Clocks(_clocks(still, on), _clocks(last, on), over.count())


def running(actor: Membership) -> dict[UUID, datetime.date | None]:
    """The staff members the actor may see whose three months run, each with the last day."""
    stored = Answer.objects.filter(rule=ORIENTATION, answer="not yet due", root__in=staff_seen(actor).values("pk"))
    return dict(stored.values_list("root", "due_on"))


def first_to_run_out(actor: Membership, on: datetime.date, most: int) -> list[Clock]:
    """The few whose clock runs out first."""
    here = StaffMember.objects.current(on).filter(pk__in=staff_seen(actor))
    stored = Answer.objects.filter(rule=ORIENTATION, answer="not yet due", root__in=here.values("pk"))
    return _clocks(stored.order_by("due_on")[:most], on)


def _clocks(answers: Iterable[Answer], on: datetime.date) -> list[Clock]:
    roots = [row.root for row in answers]
    return of_members(roots, on) if roots else []


def of_members(roots: Sequence[UUID], on: datetime.date) -> list[Clock]:
    """The clocks of some staff members, computed now, in the order given."""
    people = StaffMember.objects.filter(pk__in=roots).select_related("person", "provider")
    members = {member.pk: member for member in people}
    rule = pack_in_context().rule(ORIENTATION)
    found = {UUID(answer.key): live(answer) for answer in ask(rule, on=on, roots=roots)}
    return [Clock(members[root], found[root]) for root in roots if root in found]
