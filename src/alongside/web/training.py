"""A staff member's training ledger: hours toward what is needed, topic by topic, session by session."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from alongside.law import said
from alongside.records.models import Exemption, StaffMember, Topic, Training

from .shown import Line, Shown

ORIENTATION, DOCUMENTATION, EXEMPTION = "TRN-1", "TRN-2", "TRN-3"


@dataclass(frozen=True)
class TopicHours:
    """One required topic: whether it counts as covered, and the hours recorded on it in all."""

    name: str
    hours: Decimal
    line: Line | None


@dataclass(frozen=True)
class Session:
    """One recorded session; `lines` says, for each of the seven fields, whether it is there."""

    training: Training
    shown: Shown | None

    @property
    def lines(self) -> dict[str, Line]:
        """By field: employee, employer, date, method, content, hours, signature."""
        return {line.id.partition(".")[2]: line for line in self.shown.lines} if self.shown else {}


@dataclass(frozen=True)
class Ledger:
    """Everything the page of one staff member shows about training."""

    orientation: Shown | None
    topics: list[TopicHours]
    sessions: list[Session]
    exemptions: list[tuple[Exemption, Shown | None]]

    @property
    def needed(self) -> int:
        """The hours asked for."""
        return int(self.orientation.facts["hours_needed"]) if self.orientation else 0

    @property
    def due(self) -> datetime.date | None:
        """The last day of the three months."""
        return self.orientation.due if self.orientation else None

    @property
    def open_topics(self) -> list[TopicHours]:
        """The topics neither covered nor spared."""
        return [topic for topic in self.topics if topic.line is None or topic.line.needs_someone]

    @property
    def remaining(self) -> Decimal:
        """Hours still to go."""
        return max(Decimal(self.needed) - self.hours, Decimal(0))

    @property
    def unsent(self) -> bool:
        """Whether a request was written and not sent."""
        return any(exemption.requested_on is None for exemption, _ in self.exemptions)

    @property
    def loose(self) -> int:
        """How many sessions nobody signed stand on no record of their own."""
        return sum(
            not one.training.county_signed_by and one.training.training_sheet_id is None for one in self.sessions
        )

    @property
    def standing(self) -> list[tuple[str, str]]:
        """How it stands, in labels and texts, as paper says it."""
        if self.orientation is None:
            return []
        missing = "; ".join(topic.name for topic in self.open_topics) or "None"
        return [
            ("Three months end on", said(self.due)),
            ("Hours that count", f"{said(self.hours)} of {self.needed}"),
            ("Topics still open", missing),
            (f"{self.orientation.name} (rule {self.orientation.rule})", self.orientation.answer),
        ]

    @property
    def hours(self) -> Decimal:
        """Hours that count: in time, with those of granted exemptions where the reading says so."""
        return Decimal(str(self.orientation.facts["hours"] or 0)) if self.orientation else Decimal(0)


def ledger_of(member: StaffMember, answers: Iterable[Shown]) -> Ledger:
    """The ledger of a staff member whose trainings and exemptions are loaded, from every answer about them."""
    by_rule: dict[str, dict[str, Shown]] = {}
    for shown in answers:
        by_rule.setdefault(shown.rule, {})[shown.key] = shown
    orientation = by_rule.get(ORIENTATION, {}).get(str(member.pk))
    trainings, exemptions = list(member.trainings.all()), list(member.exemptions.all())
    documented, exempted = by_rule.get(DOCUMENTATION, {}), by_rule.get(EXEMPTION, {})
    return Ledger(
        orientation=orientation,
        topics=[_topic(topic, trainings, orientation) for topic in Topic],
        sessions=[Session(training, documented.get(str(training.pk))) for training in trainings],
        exemptions=[(exemption, exempted.get(str(exemption.pk))) for exemption in exemptions],
    )


def _topic(topic: Topic, trainings: list[Training], orientation: Shown | None) -> TopicHours:
    hours = sum((t.hours for t in trainings if t.topic == topic and t.hours), Decimal(0))
    lines = orientation.lines if orientation else ()
    return TopicHours(topic.label, hours, next((line for line in lines if line.id == f"{ORIENTATION}.{topic}"), None))
