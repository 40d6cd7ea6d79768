"""May these records go to this recipient for this purpose? Every reason why not, or the right by which they may.

42 CFR part 2 guards records of substance use disorder treatment: they go out under a consent that names the records,
the recipient and the purpose (2.31), or under one of a few rules that need none. Wis. Stat. 51.30 guards mental health
treatment records in the same shape. Of two rules the stricter is kept (DHS 92.03 (1) (g)), so both are asked alike.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .models.release_words import RecordClass, ReleasePurpose, WithoutConsent
from .redisclosure import WISCONSIN
from .refusing import Refusal, refusal_of

P, W = ReleasePurpose, WithoutConsent


class Seat(StrEnum):
    """Where whoever gets the records sits."""

    OUTSIDE = "outside"
    PROGRAM = "program"
    PARTICIPANT = "participant"


# What each rule that needs no consent is for, and to whom. An order of a court says itself what for.
ONLY_FOR = {
    W.AUDIT: frozenset({P.AUDIT}),
    W.EMERGENCY: frozenset({P.EMERGENCY}),
    W.COURT_ORDER: frozenset(P),
    W.OWN_ACCESS: frozenset({P.OWN_WISH}),
    W.PROGRAM_STAFF: frozenset({P.TREATMENT, P.PAYMENT, P.OPERATIONS}),
}
ONLY_TO = {W.OWN_ACCESS: Seat.PARTICIPANT, W.PROGRAM_STAFF: Seat.PROGRAM}
TO_WHOM = {
    Seat.PARTICIPANT: "the participant, or whoever acts for them",
    Seat.PROGRAM: "those who work in the program",
}


@dataclass(frozen=True)
class Asked:
    """What somebody wants to let out. `pack` says under which rules the program is, for the words of a refusal."""

    classes: frozenset[RecordClass]
    recipient: str
    purpose: ReleasePurpose | None
    without_consent: WithoutConsent | None = None
    seat: Seat = Seat.OUTSIDE
    pack: str = WISCONSIN


@dataclass(frozen=True)
class Decision:
    """The right by which it may go (a consent, or a rule that needs none), or the reasons why it may not."""

    asked: Asked
    consent: Any = None
    without_consent: WithoutConsent | None = None
    reasons: tuple[str, ...] = ()

    @property
    def is_allowed(self) -> bool:
        """Whether it may go."""
        return not self.reasons

    @property
    def refusal(self) -> Refusal | None:
        """Why not, in whole: the rule, what it needed, what it found, the one next step and whose it is."""
        return refusal_of(self.asked.classes, self.asked.pack, self.reasons) if self.reasons else None


def may_be_disclosed(asked: Asked, consents: Iterable[Any], *, on: datetime.date, at: datetime.datetime) -> Decision:
    """The decision, from every consent the participant ever gave. `at` is a moment of the day `on`."""
    if not asked.classes:
        return Decision(asked, reasons=("Nobody said which records are meant.",))
    if not _plain(asked.recipient):
        return Decision(asked, reasons=("Nobody said to whom they go.",))
    if not asked.purpose:
        return Decision(asked, reasons=("Nobody said what for.",))
    if asked.without_consent is not None:
        wrong = tuple(_beyond(asked, asked.without_consent))
        return Decision(asked, reasons=wrong) if wrong else Decision(asked, without_consent=asked.without_consent)
    whys = []
    for consent in consents:
        lacking = lacks(consent, asked, on=on, at=at)
        if not lacking:
            return Decision(asked, consent=consent)
        whys.append(lacking)
    nearest = min(whys, key=len, default=["There is no consent."])
    return Decision(asked, reasons=tuple(nearest))


def _beyond(asked: Asked, right: WithoutConsent) -> Iterable[str]:
    """Where a rule that needs no consent does not reach."""
    if asked.purpose not in ONLY_FOR[right]:
        whats = " or ".join(sorted(P(one).label.lower() for one in ONLY_FOR[right]))
        yield f"{right.label} lets records go for {whats} only."
    if right in ONLY_TO and asked.seat != ONLY_TO[right]:
        yield f"{right.label}: that is for {TO_WHOM[ONLY_TO[right]]} only."


def lacks(consent: Any, asked: Asked, *, on: datetime.date, at: datetime.datetime) -> list[str]:
    """What one consent lacks for what is asked; nothing where it is enough."""
    wrong = [stands(consent, on=on, at=at)]
    if missing := asked.classes - consent.classes:
        named = ", ".join(sorted(RecordClass(one).label.lower() for one in missing))
        wrong.append(f"The consent does not cover: {named}.")
    if _plain(consent.recipient) != _plain(asked.recipient):
        wrong.append(f"The consent is for {consent.recipient or 'nobody'}, not for {asked.recipient}.")
    if consent.purpose != asked.purpose:
        wrong.append("The consent is for another purpose.")
    return [said for said in wrong if said]


def stands(consent: Any, *, on: datetime.date, at: datetime.datetime) -> str | None:
    """Why a consent is not in force; None where it is. A consent nobody signed is none."""
    if consent.signed_on is None or consent.signed_on > on:
        return "The consent is not signed."
    if consent.revoked_at is not None and consent.revoked_at <= at:
        return "The consent was revoked."
    if consent.starts_on is not None and consent.starts_on > on:
        return f"The consent begins on {consent.starts_on}."
    if consent.expires_on is None:
        return "The consent names no day on which it ends."
    if consent.expires_on < on:
        return f"The consent ended on {consent.expires_on}."
    return None


def _plain(name: str | None) -> str:
    return " ".join((name or "").split()).casefold()
