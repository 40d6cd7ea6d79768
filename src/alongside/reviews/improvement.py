"""What is done with plans of action: the state issues, the program answers, the state looks and decides."""

from __future__ import annotations

import datetime
from typing import Any

from alongside.access.models import Program, User
from alongside.records.actions.recording import locked, recording, refuse, store, store_again, unchanged_since
from alongside.records.problems import Problem, is_nothing, nothing

from .improvement_states import move_named, refuse_unless_open
from .models import ActionKind, ActionState, Missed, PlanOfAction
from .numbering import next_number


def issue_action(
    *, program: Program, said: dict[str, Any], on: datetime.date, by: User | None, **came_from: Any
) -> PlanOfAction:
    """Issue a plan of action. `said`: concern, asked, kind, due_on, rule, next_review_on; `came_from`: oversight or
    monitoring_visit, or nothing. Raises `Problems`."""
    with recording(program_id=program.pk, by=by):
        missing = [nothing(name) for name in ("concern", "asked", "kind") if is_nothing(said.get(name))]
        is_dated = said.get("kind") == ActionKind.BY_A_DATE
        if is_dated and said.get("due_on") is None:
            missing.append(Problem("due_on", "nothing", "the date by which it is asked", "Name the date."))
        refuse(missing)
        if not is_dated:
            said = {**said, "due_on": None}
        if is_dated and said["due_on"] < on:
            refuse([Problem("due_on", str(said["due_on"]), f"a day no earlier than {on}", "Name a day ahead.")])
        number = next_number(PlanOfAction, "POA", on)
        known = {"state": ActionState.ASKED, "issued_on": on, "issued_by": _name(by)}
        return store(PlanOfAction(program_id=program.pk, number=number, **said, **known, **came_from), on=on)


def answer_action(
    *, plan: PlanOfAction, version: int, done_on: datetime.date | None, words: str | None, on: datetime.date, by: User
) -> PlanOfAction:
    """The program says what was done, and on which day. Raises `Problems` or `Conflict`."""
    missing = [nothing(name) for name, said in (("done_on", done_on), ("done_words", words)) if is_nothing(said)]
    said = {"done_on": done_on, "done_by": _name(by), "done_words": words}
    return _moved(plan, "answer_action", said, missing, on=on, by=by, version=version)


def accept_action(*, plan: PlanOfAction, words: str | None, on: datetime.date, by: User) -> PlanOfAction:
    """The state accepts what was done."""
    said = {"checked_on": on, "checked_by": _name(by), "checked_words": words}
    return _moved(plan, "accept_action", said, on=on, by=by)


def ask_again(*, plan: PlanOfAction, words: str | None, on: datetime.date, by: User) -> PlanOfAction:
    """The state says what is still missing; the date stays, and so does what was answered."""
    missing = [nothing("checked_words")] if is_nothing(words) else []
    said = {"checked_on": on, "checked_by": _name(by), "checked_words": words, "done_on": None, "done_by": None}
    return _moved(plan, "ask_again", said, missing, on=on, by=by)


def name_next_review(
    *, plan: PlanOfAction, next_review_on: datetime.date | None, on: datetime.date, by: User
) -> PlanOfAction:
    """The state names the day of the review in which improvements are looked at."""
    missing = [nothing("next_review_on")] if next_review_on is None else []
    return _moved(plan, "name_next_review", {"next_review_on": next_review_on}, missing, on=on, by=by)


def decide_missed(
    *, plan: PlanOfAction, decision: str | None, words: str | None, on: datetime.date, by: User
) -> PlanOfAction:
    """The state decides what follows a missed date. Nothing is opened by itself."""
    missing = [nothing(name) for name, said in (("decision", decision), ("decided_words", words)) if is_nothing(said)]
    said = {
        "decision": decision and Missed(decision),
        "decided_on": on,
        "decided_words": words,
        "decided_by": _name(by),
    }
    return _moved(plan, "decide_missed", said, missing, on=on, by=by)


def _moved(
    plan: PlanOfAction,
    name: str,
    said: dict[str, Any],
    missing: list[Problem] | None = None,
    *,
    on: datetime.date,
    by: User | None,
    version: int | None = None,
) -> PlanOfAction:
    with recording(program_id=plan.program_id, by=by):
        plan = locked(plan) if version is None else unchanged_since(plan, version)
        move = move_named(plan, name)
        assert move is not None
        refuse_unless_open(move, plan, on)
        refuse(missing or [])
        if move.to:
            said = {**said, "state": ActionState(move.to)}
        for field, value in said.items():
            setattr(plan, field, value)
        return store_again(plan, fields=tuple(said), on=on)


def _name(by: User | None) -> str:
    return by.name if by else "the demo"
