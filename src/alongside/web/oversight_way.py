"""A documentation oversight step by step: what happened, on which day, by whom, and what comes next."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from alongside.access.models import Membership
from alongside.access.roles import RUNS_THE_PROGRAM
from alongside.reviews.models import Oversight, OversightState, Side
from alongside.reviews.oversight_steps import Step, next_steps

from .templatetags.components import day

S = OversightState
ORDER = list(S)


@dataclass(frozen=True)
class WayStep:
    """One step of the way. `stands` is done, now or later; `lines` say what happened or will."""

    name: str
    whose: str
    stands: str
    lines: list[str] = field(default_factory=list)
    is_late: bool = False


def way(oversight: Oversight, on: datetime.date) -> list[WayStep]:
    """The seven steps of the state's page, in its order."""
    reached = ORDER.index(S(oversight.state))

    def stands(done_at: S) -> str:
        done = ORDER.index(done_at)
        return "done" if reached >= done else "now" if reached == done - 1 else "later"

    draw = "done" if reached >= ORDER.index(S.DRAWN) else "now" if reached >= ORDER.index(S.LIST_SENT) else "later"
    is_packet_late = bool(oversight.packet_due_on and not oversight.packet_received_on and on > oversight.packet_due_on)
    is_review_late = bool(oversight.review_until_on and not oversight.debriefed_on and on > oversight.review_until_on)
    return [
        WayStep("Announced, and the list asked for", "State", "done", _announced(oversight)),
        WayStep("List of enrollments and discharges", "Program", stands(S.LIST_SENT), _list(oversight)),
        WayStep("Sample drawn by lot", "Both", draw, _drawn(oversight)),
        WayStep("Sample named", "State", stands(S.NAMED), _named(oversight)),
        WayStep("Packet sent", "Program", stands(S.RECEIVED), _packet(oversight), is_packet_late),
        WayStep("Reviewed, with a Debrief", "State", stands(S.DEBRIEFED), _review(oversight), is_review_late),
        WayStep("Closed", "State", stands(S.CLOSED), _closed(oversight)),
    ]


def steps_for(oversight: Oversight, side: Side) -> tuple[list[Step], list[Step]]:
    """The steps open now: one's own, and the other side's."""
    steps = next_steps(oversight)
    roster = oversight.current_roster
    sealed = {part.side for part in roster.seed_parts.all()} if roster else set()
    shown = {part.side for part in roster.seed_parts.all() if part.part} if roster else set()

    def is_done(step: Step, by: Side) -> bool:
        return (step.name == "seal" and by in sealed) or (step.name == "show" and by in shown)

    other = Side.PROGRAM if side == Side.STATE else Side.STATE
    own = [step for step in steps if side in step.by and not is_done(step, side)]
    theirs = [step for step in steps if other in step.by and not is_done(step, other) and step not in own]
    return own, theirs


def waiting(actor: Membership) -> list[tuple[Oversight, list[Step]]]:
    """The oversights in which a step is the actor's to take, or a packet is owed; each with those steps."""
    if actor.role not in RUNS_THE_PROGRAM:
        return []
    open_ = Oversight.objects.filter(is_practice=False).exclude(state=S.CLOSED)
    found = [(it, steps_for(it, Side.PROGRAM)[0]) for it in open_]
    return [(it, steps) for it, steps in found if steps or it.state == S.NAMED]


def _announced(it: Oversight) -> list[str]:
    told = [f"{day(it.announced_on)}, {it.announced_by}. The oversight period begins on {day(it.period_starts_on)}."]
    return [*told, f"The list was to be asked for by {day(it.list_asked_by_on)}, 30 days before."]


def _list(it: Oversight) -> list[str]:
    year = f"Everybody served from {day(it.served_from_on)} to {day(it.served_to_on)}"
    if it.list_sent_at and it.state != S.ANNOUNCED:
        return [
            f"Sent by {it.list_sent_by} on {day(it.list_sent_at)}.",
            f"{year}: {it.participant_count} participants.",
        ]
    if it.list_returned_because:
        return [f"Asked for once more: {it.list_returned_because}"]
    return [f"{year}. No day is named for sending it."]


def _drawn(it: Oversight) -> list[str]:
    roster, sample = it.current_roster, it.drawn_sample
    if sample:
        return [
            f"{sample.size} of {sample.participant_count}, drawn on {day(sample.drawn_on)} by {sample.rule} since "
            f"{day(sample.rule_since)}."
        ]
    sealed = [Side(part.side).label for part in roster.seed_parts.all()] if roster else []
    return [f"Sealed a part of the seed: {', '.join(sealed)}."] if sealed else ["Each side gives a part of the seed."]


def _named(it: Oversight) -> list[str]:
    return [f"{day(it.sample_named_on)}, {it.sample_named_by}."] if it.sample_named_on else []


def _packet(it: Oversight) -> list[str]:
    told = [f"Received {day(it.packet_received_on)}."] if it.packet_received_on else []
    if it.packet_due_on:
        told.append(
            f"Due {day(it.packet_due_on)}: 15 business days end on {day(it.packet_due_strict_on)}, counted on the "
            f"{it.packet_due_calendar}."
        )
    return told or ["15 business days after the sample is named."]


def _review(it: Oversight) -> list[str]:
    told = [f"Debrief of {day(it.debriefed_on)}, {it.debriefed_by}."] if it.debriefed_on else []
    if it.review_until_on:
        told.append(f"The review may take until {day(it.review_until_on)}: 90 calendar days after the packet.")
    return told or ["May take up to 90 days."]


def _closed(it: Oversight) -> list[str]:
    return [f"{day(it.closed_on)}, {it.closed_by}."] if it.closed_on else []
