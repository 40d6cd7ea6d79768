"""What both sides say about a plan, technical assistance asked and answered, and files given as evidence."""

from __future__ import annotations

import datetime
from typing import Any

from alongside.access.models import User
from alongside.records.actions.recording import recording, refuse
from alongside.records.media import media_type_of, plain_name, problems_of_file
from alongside.records.problems import Problem, is_nothing, nothing

from .improvement_states import TALKED_ABOUT, Plan
from .models import CorrectiveActionPlan, Evidence, MonitoringRequest, PlanOfAction, PlanWords, Said


def say(
    *,
    plan: Plan,
    kind: str,
    words: str | None,
    is_of_state: bool,
    answers: PlanWords | None = None,
    on: datetime.date,
    by: User,
) -> PlanWords:
    """Say something about a plan that is open. Help is asked for by the program and given by the state."""
    with recording(program_id=plan.program_id, by=by):
        problems = [nothing("words")] if is_nothing(words) else []
        if plan.state not in TALKED_ABOUT[type(plan)]:
            problems.append(Problem("state", str(plan.state), "a plan that is open", "Nothing is left to say here."))
        if (kind == Said.ASKED_FOR_HELP and is_of_state) or (kind == Said.HELPED and not is_of_state):
            problems.append(
                Problem("kind", kind, "help asked for by the program, given by the state", "Choose another.")
            )
        if kind == Said.HELPED and answers is None:
            problems.append(Problem("answers", "nothing", "the request it answers", "Open the request and answer it."))
        refuse(problems)
        said = PlanWords(
            program_id=plan.program_id, kind=Said(kind), words=words, is_of_state=is_of_state, said_on=on,
            said_by=by.name, answers=answers, **_of(plan),
        )  # fmt: skip
        said.save(force_insert=True)
        return said


def give_evidence(*, of: Plan | MonitoringRequest, content: bytes, name: str, on: datetime.date, by: User) -> Evidence:
    """Keep a file for a plan or for something asked for before a visit. What it is is told by its content."""
    with recording(program_id=of.program_id, by=by):
        refuse(problems_of_file(content))
        evidence = Evidence(
            program_id=of.program_id, name=plain_name(name), media_type=media_type_of(content), content=content,
            given_on=on, given_by=by.name, **_of(of),
        )  # fmt: skip
        evidence.save(force_insert=True)
        return evidence


def _of(thing: Plan | MonitoringRequest) -> dict[str, Any]:
    if isinstance(thing, PlanOfAction):
        return {"plan_of_action": thing}
    return {"corrective_action_plan" if isinstance(thing, CorrectiveActionPlan) else "monitoring_request": thing}
