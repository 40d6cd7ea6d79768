"""Who writes in the sections of incident reports and discharge papers, reviews a report, and tells the hotline."""

from __future__ import annotations

from typing import Any

from .incident_policies import may_see_incident_report
from .models import Membership
from .policies import NotAllowed, Policy, _one_of, may_see_participant
from .roles import IN_THE_PROGRAM, SEES_STAFF, WRITES_NOTES

WRITTEN_BY = "Sections are written by those who run the program, supervise or serve."
NO_STAFF = (
    "A section names the staff member who wrote it, and in which role. Your sign-in is not tied to one. "
    "An administrator of your program can tie it."
)
REVIEWED_BY = "A report is reviewed by those who supervise or run the program."


@Policy
def may_write_report_section(actor: Membership, report: Any) -> None:
    """Write in a section of an incident report one may read."""
    may_see_incident_report(actor, report)
    _writes(actor)


@Policy
def may_write_discharge_section(actor: Membership, discharge: Any) -> None:
    """Write in a section of the discharge papers of somebody one serves or whose records one may open."""
    may_see_participant(actor, discharge.participant)
    _writes(actor)


@Policy
def may_review_report(actor: Membership, report: Any) -> None:
    """Record that one reviewed a report: a supervisor who wrote in no section of it as a peer."""
    may_see_incident_report(actor, report)
    _one_of(actor, SEES_STAFF, REVIEWED_BY)
    own = report.sections.filter(staff_id=actor.staff_id).exclude(written_as__in=("lpha", "qmhp", "mhp", "rsa"))
    if actor.staff_id is not None and own.exclude(written_as="substance_use_professional").exists():
        raise NotAllowed("Nobody reviews a report they wrote in as a peer. Another supervisor can.")


@Policy
def may_tell_hotline(actor: Membership, report: Any) -> None:
    """Say that abuse, neglect, exploitation or a death is suspected, and that the hotline was told: everybody who may
    read the report. It waits for nobody."""
    may_see_incident_report(actor, report)
    _one_of(actor, IN_THE_PROGRAM, "The hotline is told by those who work in the program.")


def _writes(actor: Membership) -> None:
    _one_of(actor, WRITES_NOTES, WRITTEN_BY)
    if actor.staff_id is None:
        raise NotAllowed(NO_STAFF)
