"""Whether the reader's sign-off of a service would count: the rule is asked as if they had signed it off today.

So the page refuses by the very criterion that would hold the service later, with its words.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from django.urls import reverse

from alongside.access.billing_policies import may_correct_billing
from alongside.access.models import Membership
from alongside.facts.contract import LABELS
from alongside.law import Answer
from alongside.law.explain import CriterionAnswer
from alongside.law.rule import DOES_NOT_APPLY
from alongside.packs import PACKS
from alongside.records.models import ProgressNote, StaffMember
from alongside.reviews import chains
from alongside.reviews.ask_notes import ask_if_signed_off

from .ladder import standing
from .shown import Line, Shown, live

MOST_NAMES = 4
Ranked = Callable[[], list[tuple[int, StaffMember]]]


@dataclass(frozen=True)
class Tiered:
    """What a service needs of whoever signs it off, and what the reader is. Without a refusal they may."""

    needs: str
    own: str
    line: Line
    found: str = ""
    next_step: str = ""
    who: str = ""
    address: str = ""

    @property
    def refusal(self) -> str:
        """Why the reader cannot sign it off, in a sentence or two. Empty where they can."""
        return f"{self.found} {self.next_step}" if self.found else ""


def asked_of_signer(
    actor: Membership, notes: Sequence[ProgressNote], on: datetime.date
) -> dict[str, tuple[Shown, Tiered | None]]:
    """By the key of each note: what the rules on billing would say of its service once this reader had signed it off,
    without the sign-off's own criterion, and what that one says. Empty where the pack does not tell billing apart.
    """
    billing = PACKS[actor.program.pack].billing
    if billing is None or not notes:
        return {}
    pack, found = PACKS[actor.program.pack], {}
    by_service = {str(note.service_id): note for note in notes}
    people = {note.participant_id for note in notes}
    ranked = cache(partial(_ranked, on))
    for rule_id in billing.rules:
        services = [note.service_id for note in notes]
        asked = ask_if_signed_off(pack.rule(rule_id), services, people, supervisor=actor.staff_id, on=on)
        for key, answer in asked.items():
            if answer.answer != DOES_NOT_APPLY:
                note, shown = by_service[key], live(answer)
                lines = tuple(line for line in shown.lines if line.id != billing.sign_off)
                signs = next((one for one in answer.criteria if one.id == billing.sign_off), None)
                own = next((line for line in shown.lines if line.id == billing.sign_off), None)
                tiered = _tiered(actor, note, answer, signs, own, ranked) if signs and own else None
                found[str(note.pk)] = (replace(shown, lines=lines), tiered)
    return found


def refused(actor: Membership, note: ProgressNote, on: datetime.date) -> str | None:
    """Why this reader's sign-off of a note would not count. None where it would, or where no tier is asked for."""
    _, tiered = asked_of_signer(actor, [note], on).get(str(note.pk), (None, None))
    return tiered.refusal or None if tiered else None


def _tiered(
    actor: Membership, note: ProgressNote, answer: Answer, signs: CriterionAnswer, line: Line, ranked: Ranked
) -> Tiered:
    facts = answer.facts
    billed, own = facts["billed_rank"], facts["signer_rank"]
    under = LABELS.get(str(facts["billed_under"]), "")
    said: dict[str, Any] = {"line": line, "own": "not known" if own is None else standing(own)}
    if signs.note:
        return Tiered(needs=f"It is billed under {under}: nobody has to stand above.", **said)
    said["needs"] = (
        f"It is billed under {under}, which counts as {standing(billed)}."
        if billed is not None
        else "What it is billed under is not known."
    )
    if signs.holds:
        return Tiered(**said)
    return Tiered(**said, **_why_not(actor, note, billed, own, ranked))


def _why_not(
    actor: Membership, note: ProgressNote, billed: int | None, own: int | None, ranked: Ranked
) -> dict[str, str]:
    if actor.staff_id is None:
        return {
            "found": "Your sign-in is not tied to a staff member, so nobody can tell your tier.",
            "next_step": "An administrator of your program can tie it, or somebody of a higher tier signs it off.",
            "who": _above(billed, note, ranked) or "an administrator of your program",
        }
    if billed is None:
        return {
            "found": "In which role it was given is not recorded, so nobody can tell which tier is higher.",
            "next_step": "First the role is recorded, then it is signed off.",
            "who": "whoever gave it, a biller or the program coordinator",
            "address": _correcting(actor, note),
        }
    if own is None:
        return {
            "found": "Your records do not tell your tier today.",
            "next_step": "First your license, degree or role is recorded, or somebody of a higher tier signs it off.",
            "who": _above(billed, note, ranked) or "program coordinator",
            "address": reverse("staff_member", args=[actor.staff_id]),
        }
    return {
        "found": f"You are {_an(standing(own))} today, which is not higher than {_an(standing(billed))}.",
        "next_step": "Somebody of a higher tier signs it off; you can still return it.",
        "who": _above(billed, note, ranked) or "nobody here is of a higher tier today",
    }


def _correcting(actor: Membership, note: ProgressNote) -> str:
    may = may_correct_billing.allowed(actor, note.service)
    return reverse("correct_billing", args=[note.service_id]) if may else ""


def _ranked(on: datetime.date) -> list[tuple[int, StaffMember]]:
    """Everybody who works here with the tier of the day, none below the tiers."""
    staff = StaffMember.objects.filter(ended_on=None).select_related("person")
    people = {one.pk: one for one in staff}
    ranks = {key: chains.highest(held, on) or 0 for key, held in chains.held_by(people).items()}
    return [(rank, people[key]) for key, rank in ranks.items() if rank]


def _above(billed: int | None, note: ProgressNote, ranked: Ranked) -> str:
    """Who works here today at a higher tier than the service is billed under, by name."""
    givers = {note.author_id, note.service.staff_id}
    higher = sorted((-rank, one.name) for rank, one in ranked() if rank > (billed or 0) and one.pk not in givers)
    names = [f"{name} ({standing(-rank)})" for rank, name in higher[:MOST_NAMES]]
    return ", ".join(names) + (f" and {len(higher) - MOST_NAMES} more" if len(higher) > MOST_NAMES else "")


def _an(tier: str) -> str:
    return tier if tier not in chains.TIER_OF.values() else f"{'an' if tier[0] in 'LMR' else 'a'} {tier}"
