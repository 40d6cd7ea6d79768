"""What is done with corrective action plans, from concerns in writing to the end. Who may: `improvement_states`."""

from __future__ import annotations

import datetime
from typing import Any

from alongside.access.models import Program, User
from alongside.records.actions.recording import locked, recording, refuse, store, store_again, unchanged_since
from alongside.records.models.kept import canonical
from alongside.records.problems import Problem, is_nothing, nothing

from .improvement_states import move_named, refuse_unless_open
from .models import CorrectiveActionPlan, PlanOfAction, PlanState, PlanStep, PlanWords, Reason, Said, SignedPlan
from .numbering import next_number

STATEMENT = (
    "For the Division of Care and Treatment Services I have read this corrective action plan as it stands here, and "
    "sign it. The program is expected to implement it after receiving this signed copy."
)
Step = tuple[str, str, datetime.date | None]


def open_plan(
    *,
    program: Program,
    reason: str | None,
    reason_words: str | None,
    plan_of_action: PlanOfAction | None = None,
    on: datetime.date,
    by: User | None,
    **came_from: Any,
) -> CorrectiveActionPlan:
    """Say that a corrective action plan is needed, for one of the page's three reasons. Only the first needs a plan of
    action before it. Raises `Problems`."""
    with recording(program_id=program.pk, by=by):
        problems = [nothing("reason")] if is_nothing(reason) else []
        if reason == Reason.PLAN_OF_ACTION_MISSED and plan_of_action is None:
            fix = "Open it from the plan of action. For the other two reasons none has to come before."
            problems.append(Problem("reason", "no plan of action", "the plan of action that was missed", fix))
        refuse(problems)
        plan = CorrectiveActionPlan(
            program_id=program.pk, number=next_number(CorrectiveActionPlan, "CAP", on), state=PlanState.OPENED,
            reason=reason, reason_words=reason_words, plan_of_action=plan_of_action, opened_on=on,
            opened_by=_name(by), **came_from,
        )  # fmt: skip
        return store(plan, on=on)


def record_meeting(
    *, plan: CorrectiveActionPlan, meeting_on: datetime.date | None, words: str | None, on: datetime.date, by: User
) -> CorrectiveActionPlan:
    """The state records the day of the meeting about the areas of concern; it may lie ahead."""
    missing = [nothing("meeting_on")] if meeting_on is None else []
    return _moved(plan, "record_meeting", {"meeting_on": meeting_on, "meeting_words": words}, missing, on=on, by=by)


def send_concerns(
    *, plan: CorrectiveActionPlan, concerns: str | None, on: datetime.date, by: User
) -> CorrectiveActionPlan:
    """The state shares the areas in need of correction in writing."""
    missing = [nothing("concerns")] if is_nothing(concerns) else []
    return _moved(plan, "send_concerns", {"concerns": concerns, "concerns_sent_on": on}, missing, on=on, by=by)


def receive_concerns(
    *, plan: CorrectiveActionPlan, notified_on: datetime.date | None, on: datetime.date, by: User
) -> CorrectiveActionPlan:
    """The program records the day the concerns came in writing: the ten days run from it."""
    problems = _between("notified_on", notified_on, plan.concerns_sent_on, on, "the concerns were sent")
    return _moved(plan, "receive_concerns", {"notified_on": notified_on}, problems, on=on, by=by)


def write_draft(
    *, plan: CorrectiveActionPlan, version: int, draft: str | None, steps: list[Step], on: datetime.date, by: User
) -> CorrectiveActionPlan:
    """The program writes its draft: the response in words, and steps (what, who, by when). What is done stays done."""
    problems = [
        nothing("steps") for what, owner, _ in steps if is_nothing(what) or is_nothing(owner)
    ]  # a step without its words or its owner
    with recording(program_id=plan.program_id, by=by):
        plan = _moved(plan, "write_draft", {"draft": draft}, problems[:1], on=on, by=by, version=version)
        kept = {step.what: step for step in plan.steps.all()}
        plan.steps.all().delete()
        for position, (what, owner, due_on) in enumerate(steps, 1):
            before = kept.get(what.strip())
            done = {name: getattr(before, name) for name in ("done_on", "done_by", "done_words")} if before else {}
            store(
                PlanStep(
                    program_id=plan.program_id, corrective_action_plan=plan, position=position, what=what.strip(),
                    owner=owner.strip(), due_on=due_on, **done,
                ),
                on=on,
            )  # fmt: skip
        return plan


def send_draft(*, plan: CorrectiveActionPlan, on: datetime.date, by: User) -> CorrectiveActionPlan:
    """The program sends the draft. The first sending is held against the ten days."""
    problems = [nothing("draft")] if is_nothing(plan.draft) else []
    if not plan.steps.exists():
        problems.append(Problem("steps", "no step", "at least one step, with who does it", "Write down a first step."))
    said = {"draft_sent_on": plan.draft_sent_on or on, "draft_sent_by": _name(by), "sent_last_on": on}
    return _moved(plan, "send_draft", said, problems, on=on, by=by)


def return_draft(*, plan: CorrectiveActionPlan, words: str | None, on: datetime.date, by: User) -> CorrectiveActionPlan:
    """The state returns the draft with comments. The ten days were kept or not by the first sending."""
    return _moved(plan, "return_draft", {}, _words(words), on=on, by=by, comment=words)


def sign_plan(*, plan: CorrectiveActionPlan, on: datetime.date, by: User) -> SignedPlan:
    """The state signs the plan as it stands; what was signed is kept as it was shown, and cannot be changed."""
    with recording(program_id=plan.program_id, by=by):
        plan = _moved(plan, "sign_plan", {"signed_on": on}, on=on, by=by)
        copy = SignedPlan(
            program_id=plan.program_id, corrective_action_plan=plan, content=canonical(content_of(plan)),
            statement=STATEMENT, signed_name=by.name, signed_by=by, signed_on=on,
        )  # fmt: skip
        copy.save(force_insert=True)
        return copy


def receive_copy(
    *, plan: CorrectiveActionPlan, signed_copy_on: datetime.date | None, on: datetime.date, by: User
) -> CorrectiveActionPlan:
    """The program records the day the signed copy came: the plan is in force from that day."""
    problems = _between("signed_copy_on", signed_copy_on, plan.signed_on, on, "the state signed it")
    return _moved(plan, "receive_copy", {"signed_copy_on": signed_copy_on}, problems, on=on, by=by)


def do_step(
    *, step: PlanStep, done_on: datetime.date | None, words: str | None, on: datetime.date, by: User
) -> PlanStep:
    """Record that a step was done. Before the plan is in force that is allowed, and does not implement it."""
    with recording(program_id=step.program_id, by=by):
        _moved(step.corrective_action_plan, "do_step", {}, on=on, by=by)
        step = locked(step)
        missing = [nothing(name) for name, said in (("done_on", done_on), ("done_words", words)) if is_nothing(said)]
        if step.done_on is not None:
            missing = [Problem("done_on", str(step.done_on), "a step not yet done", "Nothing is left to do.")]
        refuse(missing)
        step.done_on, step.done_words, step.done_by = done_on, words, _name(by)
        return store_again(step, fields=("done_on", "done_words", "done_by"), on=on)


def finish_plan(*, plan: CorrectiveActionPlan, on: datetime.date, by: User) -> CorrectiveActionPlan:
    """The program says that every step is done."""
    open_ = [step.what for step in plan.steps.filter(done_on=None)]
    problems = [Problem("steps", what, "every step done", "Record the day it was done.") for what in open_]
    days = [step.done_on for step in plan.steps.all() if step.done_on] + [plan.signed_copy_on or on]
    return _moved(plan, "finish_plan", {"implemented_on": max(days)}, problems, on=on, by=by)


def reopen_plan(*, plan: CorrectiveActionPlan, words: str | None, on: datetime.date, by: User) -> CorrectiveActionPlan:
    """The state gives the plan back and says what is still missing."""
    return _moved(plan, "reopen_plan", {"implemented_on": None}, _words(words), on=on, by=by, comment=words)


def close_plan(*, plan: CorrectiveActionPlan, words: str | None, on: datetime.date, by: User) -> CorrectiveActionPlan:
    """The state closes the plan."""
    said = {"closed_on": on, "closed_by": _name(by), "closed_words": words}
    return _moved(plan, "close_plan", said, on=on, by=by)


def content_of(plan: CorrectiveActionPlan) -> dict[str, Any]:
    """What is signed: {"number", "reason", "concerns", "draft", "steps": [{"what", "owner", "due_on"}], "version"}."""
    steps = [{"what": s.what, "owner": s.owner, "due_on": str(s.due_on or "")} for s in plan.steps.all()]
    said = {name: str(getattr(plan, name) or "") for name in ("number", "reason", "reason_words", "concerns", "draft")}
    return {**said, "steps": steps, "version": 1}


def _moved(
    plan: CorrectiveActionPlan,
    name: str,
    said: dict[str, Any],
    problems: list[Problem] | None = None,
    *,
    on: datetime.date,
    by: User | None,
    version: int | None = None,
    comment: str | None = None,
) -> CorrectiveActionPlan:
    with recording(program_id=plan.program_id, by=by):
        plan = locked(plan) if version is None else unchanged_since(plan, version)
        move = move_named(plan, name)
        assert move is not None
        refuse_unless_open(move, plan, on)
        refuse(problems or [])
        if move.to:
            said = {**said, "state": PlanState(move.to)}
        for field, value in said.items():
            setattr(plan, field, value)
        if comment:
            PlanWords.objects.create(
                program_id=plan.program_id, corrective_action_plan=plan, kind=Said.COMMENT, words=comment,
                is_of_state=True, said_on=on, said_by=_name(by),
            )  # fmt: skip
        return store_again(plan, fields=tuple(said), on=on) if said else plan


def _words(words: str | None) -> list[Problem]:
    return [nothing("words")] if is_nothing(words) else []


def _between(
    field: str, found: datetime.date | None, first: datetime.date | None, last: datetime.date, what: str
) -> list[Problem]:
    if found is None:
        return [nothing(field)]
    if (first and found < first) or found > last:
        expected = f"a day from {first}, when {what}, to {last}"
        return [Problem(field, str(found), expected, "Correct the day.")]
    return []


def _name(by: User | None) -> str:
    return by.name if by else "the demo"
