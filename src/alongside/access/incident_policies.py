"""Who may read and work on incident reports. Those of abuse or neglect are open to few; others see no row, no count."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Q

from .models import Membership
from .policies import EVERYTHING, NOTHING, NotAllowed, Policy, _one_of, _own_program, may_see_participant
from .roles import IN_THE_PROGRAM, RUNS_THE_PROGRAM, SEES_STAFF, Role

RESTRICTED = (
    "Reports of abuse or neglect are open to those who run the program, to the supervisor assigned, and to whoever "
    "reported it."
)
WORKED_ON_BY = "An incident is worked on by those who run the program, supervise, or reported it."


@Policy
def may_report_incident(actor: Membership, program: Any) -> None:
    """Report an incident: everybody who works in the program."""
    _own_program(actor, program)
    _one_of(actor, IN_THE_PROGRAM, "Incidents are reported by those who work in the program.")


@Policy
def may_see_incident_report(actor: Membership, report: Any) -> None:
    """Read one report. One restricted report restricts every report about the same incident."""
    _own_program(actor, report)
    _one_of(actor, IN_THE_PROGRAM, "Incident reports are open to those who work in the program.")
    if report.reporter_id == actor.user_id:
        return
    if is_open_to_few(report):
        if actor.role in RUNS_THE_PROGRAM or _is_assigned(actor, report):
            return
        raise NotAllowed(RESTRICTED)
    may_see_participant(actor, report.participant)


@may_see_incident_report.filters
def _reports(actor: Membership) -> Q:
    if actor.role not in IN_THE_PROGRAM:
        return NOTHING
    if actor.role in RUNS_THE_PROGRAM:
        return EVERYTHING
    own, hidden = Q(reporter_id=actor.user_id), Q(is_restricted=True) | Q(incident__in=_restricted().values("incident"))
    people = _model("Participant").objects.filter(may_see_participant.rows(actor))
    seen = ~hidden & Q(participant__in=people.values("pk"))
    if actor.role == Role.SUPERVISOR:
        seen |= hidden & Q(incident__in=_assigned(actor).values("incident"))
    return own | seen


@Policy
def may_work_on_incident(actor: Membership, report: Any) -> None:
    """Correct a report, record that the program was told, plan and finish follow-ups."""
    may_see_incident_report(actor, report)
    if report.reporter_id != actor.user_id:
        _one_of(actor, SEES_STAFF, WORKED_ON_BY)


@Policy
def may_tell_state(actor: Membership, report: Any) -> None:
    """Record what went to the state and what came back, and choose who watches over an incident."""
    may_see_incident_report(actor, report)
    _one_of(actor, RUNS_THE_PROGRAM, "What goes to the state is recorded by those who run the program.")


@Policy
def may_set_categories(actor: Membership, program: Any) -> None:
    """Load and edit the program's own table of incident categories."""
    _own_program(actor, program)
    _one_of(actor, RUNS_THE_PROGRAM, "The table of categories is kept by those who run the program.")


def is_open_to_few(report: Any) -> bool:
    """Whether a report is about abuse or neglect, or about the same incident as one that is."""
    return bool(report.is_restricted) or _restricted().filter(incident=report.incident).exists()


def _model(name: str) -> Any:
    return apps.get_model("records", name)


def _restricted() -> Any:
    return _model("IncidentReport").objects.filter(is_restricted=True)


def _assigned(actor: Membership) -> Any:
    return _model("IncidentSupervisor").objects.filter(supervisor_id=actor.user_id)


def _is_assigned(actor: Membership, report: Any) -> bool:
    return actor.role == Role.SUPERVISOR and bool(_assigned(actor).filter(incident=report.incident).exists())
