"""What is done after an incident, and who watches over it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from alongside.access.models import Membership
from alongside.access.roles import Role

from ..models import FollowUp, IncidentReport, IncidentSupervisor
from ..problems import Problem, is_nothing, nothing
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User


def plan_follow_up(
    *,
    report: IncidentReport,
    what: str,
    who: str,
    due_on: datetime.date | None = None,
    on: datetime.date,
    by: User | None,
) -> FollowUp:
    """Say what is to be done after the incident of this report, by whom and by when. Raises `Problems`."""
    with recording(program_id=report.program_id, by=by):
        said = {"what": what, "who": who, "due_on": due_on}
        return store(FollowUp(program_id=report.program_id, incident=report.incident, **said), on=on)


def finish_follow_up(
    *, follow_up: FollowUp, done_on: datetime.date | None, outcome: str | None, on: datetime.date, by: User | None
) -> FollowUp:
    """Record that it was done, on which day, and what came of it. Raises `Problems`."""
    with recording(program_id=follow_up.program_id, by=by):
        follow_up = locked(follow_up)
        if follow_up.done_on is not None:
            refuse([Problem("done_on", str(follow_up.done_on), "not yet recorded", "Nothing is left to do.")])
        refuse([nothing(field) for field, said in (("done_on", done_on), ("outcome", outcome)) if is_nothing(said)])
        follow_up.done_on, follow_up.outcome = done_on, outcome
        return store_again(follow_up, fields=("done_on", "outcome"), on=on)


def assign_supervisor(
    *, report: IncidentReport, supervisor: User | None, on: datetime.date, by: User | None
) -> IncidentSupervisor:
    """Let a supervisor of the program watch over the incident of this report. Raises `Problems`."""
    with recording(program_id=report.program_id, by=by):
        supervising = Membership.objects.current(on).filter(program_id=report.program_id, role=Role.SUPERVISOR)
        if supervisor is None or not supervising.filter(user=supervisor).exists():
            found = "nobody" if supervisor is None else supervisor.name
            refuse([Problem("supervisor", found, "a supervisor of this program", "Choose one from the list.")])
        return store(
            IncidentSupervisor(program_id=report.program_id, incident=report.incident, supervisor=supervisor), on=on
        )
