"""May these records go to this recipient for this purpose? Every reason why not, or the right by which they may.

42 CFR part 2 guards records of substance use disorder treatment: they go out under a consent that names the records,
the recipient and the purpose (2.31), or under one of a few rules that need none (2.51, 2.53, 2.61 to 2.67). Wis. Stat.
51.30 guards mental health treatment records in the same shape. Of two rules the stricter is kept, so both are asked
alike here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .models.release_words import RecordClass, ReleasePurpose, WithoutConsent

# What each rule that needs no consent is for. An order of a court says itself what for.
ONLY_FOR = {
    WithoutConsent.AUDIT: ReleasePurpose.AUDIT,
    WithoutConsent.EMERGENCY: ReleasePurpose.EMERGENCY,
}


@dataclass(frozen=True)
class Asked:
    """What somebody wants to let out."""

    classes: frozenset[RecordClass]
    recipient: str
    purpose: ReleasePurpose | None
    without_consent: WithoutConsent | None = None


@dataclass(frozen=True)
class Decision:
    """The right by which it may go (a consent, or a rule that needs none), or the reasons why it may not."""

    consent: Any = None
    without_consent: WithoutConsent | None = None
    reasons: tuple[str, ...] = ()

    @property
    def is_allowed(self) -> bool:
        """Whether it may go."""
        return not self.reasons


def decide(asked: Asked, consents: Iterable[Any], *, on: datetime.date, at: datetime.datetime) -> Decision:
    """The decision, from every consent the participant ever gave. `at` is a moment of the day `on`."""
    if not asked.classes:
        return Decision(reasons=("Say which records are meant.",))
    if not _plain(asked.recipient):
        return Decision(reasons=("Say to whom they go.",))
    if not asked.purpose:
        return Decision(reasons=("Say what for.",))
    if asked.without_consent is not None:
        only_for = ONLY_FOR.get(asked.without_consent)
        if only_for is None or asked.purpose == only_for:
            return Decision(without_consent=asked.without_consent)
        said = f"{asked.without_consent.label} lets records go for {only_for.label.lower()} only."
        return Decision(reasons=(said,))
    whys = []
    for consent in consents:
        lacking = lacks(consent, asked, on=on, at=at)
        if not lacking:
            return Decision(consent=consent)
        whys.append(lacking)
    nearest = min(whys, key=len, default=["There is no consent. These records go out under one, or not at all."])
    return Decision(reasons=tuple(nearest))


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
