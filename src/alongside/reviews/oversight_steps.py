"""What may happen next in a documentation oversight, and by whom. Buttons, refusals and the diagram come from this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from alongside.records.problems import Problem, Problems

from .models import Oversight, OversightState, Side

S = OversightState


@dataclass(frozen=True)
class Step:
    """One step: its name in addresses, what its button says, whose it is, and where it leads (None: it stays)."""

    name: str
    label: str
    by: tuple[Side, ...]
    leads_to: OversightState | None = None


STATE, PROGRAM = (Side.STATE,), (Side.PROGRAM,)
BOTH = (Side.STATE, Side.PROGRAM)
ANNOUNCE = Step("announce", "Announce a documentation oversight", STATE, S.ANNOUNCED)
SEND_LIST = Step("send_list", "Send the list", PROGRAM, S.LIST_SENT)
RETURN_LIST = Step("return_list", "Ask for a corrected list", STATE, S.ANNOUNCED)
SEAL = Step("seal", "Give our part of the seed", BOTH, S.SEALED)
SHOW = Step("show", "Show our part of the seed", BOTH)
DRAW = Step("draw", "Draw the sample", STATE, S.DRAWN)
NAME = Step("name", "Name the sample to the program", STATE, S.NAMED)
RECEIVE = Step("receive", "Record that the packet came", STATE, S.RECEIVED)
CHECK = Step("check", "Check the documents", STATE)
DEBRIEF = Step("debrief", "Write the Debrief", STATE, S.DEBRIEFED)
CLOSE = Step("close", "Close the oversight", STATE, S.CLOSED)

STEPS: dict[OversightState, tuple[Step, ...]] = {
    S.ANNOUNCED: (SEND_LIST,),
    S.LIST_SENT: (SEAL, RETURN_LIST),
    S.SEALED: (DRAW, SHOW),
    S.DRAWN: (NAME,),
    S.NAMED: (RECEIVE,),
    S.RECEIVED: (CHECK, DEBRIEF),
    S.DEBRIEFED: (CLOSE,),
    S.CLOSED: (),
}
BY_NAME = {step.name: step for steps in STEPS.values() for step in steps}


@dataclass(frozen=True)
class Taking:
    """A step about to be taken in one program: what a policy is asked about."""

    program_id: UUID
    by: tuple[str, ...]
    label: str


def taking(oversight: Oversight, step: Step) -> Taking:
    """What the policy is asked before this step."""
    return Taking(oversight.program_id, tuple(str(side) for side in step.by), step.label)


def next_steps(oversight: Oversight) -> tuple[Step, ...]:
    """The steps open now. A part of the seed is shown only where somebody kept it to themselves."""
    if oversight.is_practice:
        return ()
    steps = STEPS[OversightState(oversight.state)]
    roster = oversight.current_roster
    if oversight.state != S.SEALED or roster is None:
        return steps
    is_kept = any(part.part is None for part in roster.seed_parts.all())
    return tuple(step for step in steps if step is (SHOW if is_kept else DRAW))


def must_be_open(oversight: Oversight, step: Step) -> None:
    """Raise `Problems` where the step is not one of those open now."""
    steps = next_steps(oversight)
    if step in steps:
        return
    expected = " or ".join(f"“{one.label}”" for one in steps) or "nothing more"
    found = OversightState(oversight.state).label.lower() if oversight.state else "no state"
    raise Problems([Problem("state", found, f"a state in which “{step.label}” is next; now it is {expected}",
                            "Open the page of the oversight anew: somebody went on meanwhile.")])  # fmt: skip


def diagram() -> Iterator[str]:
    """The states and steps as Mermaid lines."""
    yield "stateDiagram-v2"
    yield f"    [*] --> {S.ANNOUNCED}: Announce (State)"
    for state, steps in STEPS.items():
        for step in steps:
            sides = " or ".join(side.label for side in step.by)
            yield f"    {state} --> {step.leads_to or state}: {step.label} ({sides})"
    yield f"    {S.CLOSED} --> [*]"
