"""The states of plans of action and corrective action plans, in one table: who may do what next, and where it leads.

Buttons, policies and refusals come from this table, and `docs/generated/plan-states.md` is printed from it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from alongside.access.models import Membership
from alongside.access.policies import NotAllowed, Policy
from alongside.access.roles import RUNS_THE_PROGRAM, Role
from alongside.records.problems import Problem, Problems

from .models import ActionKind, ActionState, CorrectiveActionPlan, PlanOfAction, PlanState

Plan = PlanOfAction | CorrectiveActionPlan


@dataclass(frozen=True)
class Party:
    """One of the two sides, with the roles that act for it."""

    word: str
    roles: frozenset[Role]


STATE = Party("the state", frozenset({Role.STATE_REVIEWER}))
PROGRAM = Party("the program", RUNS_THE_PROGRAM)


@dataclass(frozen=True)
class Move:
    """One thing that can be done with a plan. It is open in the states of `while_`, and leads to `to` (or stays)."""

    name: str
    by: tuple[Party, ...]
    while_: tuple[str, ...]
    to: str
    button: str
    done: str
    only_missed: bool = False

    @property
    def who(self) -> str:
        """Who may do it, in words."""
        return " or ".join(party.word for party in self.by)


A, P = ActionState, PlanState
OF_ACTION: tuple[Move, ...] = (
    Move("answer_action", (PROGRAM,), (A.ASKED,), A.ANSWERED, "Answer it", "Answered. The state looks at it."),
    Move("accept_action", (STATE,), (A.ANSWERED,), A.ACCEPTED, "Accept the answer", "Accepted."),
    Move("ask_again", (STATE,), (A.ANSWERED,), A.ASKED, "Ask again", "Sent back, with what is still missing."),
    Move(
        "name_next_review", (STATE,), (A.ASKED, A.ANSWERED), "", "Name the next review", "The next review is named.",
    ),
    Move(
        "decide_missed", (STATE,), (A.ASKED, A.ANSWERED, A.ACCEPTED), "", "Decide what follows the missed date",
        "Your decision is recorded.", only_missed=True,
    ),
)  # fmt: skip
OF_PLAN: tuple[Move, ...] = (
    Move("record_meeting", (STATE,), (P.OPENED, P.CONCERNS_SENT), "", "Record the meeting", "The meeting is recorded."),
    Move(
        "send_concerns", (STATE,), (P.OPENED,), P.CONCERNS_SENT, "Send the concerns in writing",
        "The concerns are sent. The program records the day they came.",
    ),
    Move(
        "receive_concerns", (PROGRAM,), (P.CONCERNS_SENT,), P.DRAFTING, "Record the day the concerns came",
        "Recorded. The ten days for the draft run from that day.",
    ),
    Move("write_draft", (PROGRAM,), (P.DRAFTING,), "", "Write the draft", "The draft is kept."),
    Move(
        "send_draft", (PROGRAM,), (P.DRAFTING,), P.IN_REVIEW, "Send the draft to the state",
        "The draft is sent. The state reads it.",
    ),
    Move("return_draft", (STATE,), (P.IN_REVIEW,), P.DRAFTING, "Return it with comments", "Returned, with comments."),
    Move(
        "sign_plan", (STATE,), (P.IN_REVIEW,), P.SIGNED, "Read and sign the plan",
        "Signed. The program records the day its copy came.",
    ),
    Move(
        "receive_copy", (PROGRAM,), (P.SIGNED,), P.IN_FORCE, "Record the day the signed copy came",
        "The plan is in force from that day.",
    ),
    Move("do_step", (PROGRAM,), (P.DRAFTING, P.IN_REVIEW, P.SIGNED, P.IN_FORCE), "", "Done", "The step is done."),
    Move(
        "finish_plan", (PROGRAM,), (P.IN_FORCE,), P.CARRIED_OUT, "Say that it is carried out",
        "The state is told that the plan is carried out.",
    ),
    Move("reopen_plan", (STATE,), (P.CARRIED_OUT,), P.IN_FORCE, "Not yet: give it back", "Given back to the program."),
    Move("close_plan", (STATE,), (P.CARRIED_OUT,), P.CLOSED, "Close the plan", "The plan is closed."),
)  # fmt: skip
# Open as long as a plan is: anybody of the two sides says something, asks for help, or answers.
TALKED_ABOUT = {PlanOfAction: (A.ASKED, A.ANSWERED), CorrectiveActionPlan: tuple(set(P) - {P.CLOSED})}


def moves_of(plan: Plan) -> tuple[Move, ...]:
    """Every move of this kind of plan, in the order of its way."""
    return OF_ACTION if isinstance(plan, PlanOfAction) else OF_PLAN


def move_named(plan: Plan, name: str) -> Move | None:
    """The move of this name, where this kind of plan has one."""
    return next((move for move in moves_of(plan) if move.name == name), None)


def is_missed(plan: Plan, on: datetime.date) -> bool:
    """Whether the date of a plan of action went by: nothing was done by it, whatever was done later."""
    if not isinstance(plan, PlanOfAction) or plan.kind != ActionKind.BY_A_DATE or plan.due_on is None:
        return False
    return bool((plan.done_on or on) > plan.due_on)


def is_open(move: Move, plan: Plan, on: datetime.date) -> bool:
    """Whether the plan stands where the move begins."""
    if move.only_missed:
        return is_missed(plan, on) and getattr(plan, "decision", None) is None and plan.state in move.while_
    if move.name == "name_next_review" and getattr(plan, "kind", None) != ActionKind.AS_SOON_AS_POSSIBLE:
        return False
    return plan.state in move.while_


def next_moves(plan: Plan, role: str, on: datetime.date) -> list[Move]:
    """What somebody in this role can do now: the buttons of the page."""
    return [move for move in moves_of(plan) if is_open(move, plan, on) and _is_of(move.by, role)]


def waits_for(plan: Plan, on: datetime.date) -> str:
    """Whose turn it is, in words; nothing where the way has ended."""
    leading = [move for move in moves_of(plan) if is_open(move, plan, on) and (move.to or move.only_missed)]
    return leading[0].who if leading else ""


def refuse_unless_open(move: Move, plan: Plan, on: datetime.date) -> None:
    """Raise `Problems` where the plan does not stand where the move begins."""
    if is_open(move, plan, on):
        return
    labels = dict(plan._meta.get_field("state").flatchoices)
    open_ = "; ".join(str(labels[state]) for state in move.while_)
    expected = f"a plan that stands at: {open_}" + (" and a missed date not yet decided on" if move.only_missed else "")
    found = str(labels.get(plan.state, plan.state))
    raise Problems([Problem("state", found, expected, f"Now it waits for {waits_for(plan, on) or 'nobody'}.")])


@dataclass(frozen=True)
class Moving:
    """What a policy is asked about: a plan and the move to make with it."""

    plan: Plan
    move: Move

    @property
    def program_id(self) -> Any:
        """The plan's program."""
        return self.plan.program_id


@Policy
def may_move(actor: Membership, moving: Any) -> None:
    """Make a move with a plan: the side whose move it is."""
    if moving.program_id != actor.program_id:
        raise NotAllowed("This belongs to another program.")
    if not _is_of(moving.move.by, actor.role):
        raise NotAllowed(f"This is for {moving.move.who} to do.")


@Policy
def may_review(actor: Membership, program: Any) -> None:
    """Announce visits, issue plans of action, open corrective action plans: the state's own part."""
    if getattr(program, "program_id", None) not in (None, actor.program_id):
        raise NotAllowed("This belongs to another program.")
    if actor.role not in STATE.roles:
        raise NotAllowed("This is for the state to do.")


def _is_of(parties: Iterable[Party], role: str) -> bool:
    return any(role in party.roles for party in parties)
