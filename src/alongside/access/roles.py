"""The roles a membership can have. Each has one sentence of purpose; what it may open stands in `pages.py`."""

from __future__ import annotations

from django.db.models import TextChoices


class Role(TextChoices):
    """What a person does in a program."""

    ADMINISTRATOR = "administrator", "Administrator"
    COORDINATOR = "coordinator", "Program coordinator"
    DIRECT_STAFF = "direct_staff", "Direct staff"
    SUPERVISOR = "supervisor", "Supervisor"
    BILLER = "biller", "Biller"
    STATE_REVIEWER = "state_reviewer", "State reviewer"
    PARTICIPANT = "participant", "Participant"
    REPRESENTATIVE = "representative", "Representative"

    @property
    def purpose(self) -> str:
        """What this role is for, in one sentence."""
        return PURPOSE[self]


PURPOSE: dict[Role, str] = {
    Role.ADMINISTRATOR: "Sets up the program, its people and their roles.",
    Role.COORDINATOR: "Runs the program: enrolls, plans, discharges, imports, and answers the state.",
    Role.DIRECT_STAFF: "Works with participants, and keeps up their own training.",
    Role.SUPERVISOR: "Watches over the work and the training of staff.",
    Role.BILLER: "Sees which services may be billed, and for whom.",
    Role.STATE_REVIEWER: "Reviews, for the state, what a program has sent.",
    Role.PARTICIPANT: "Sees what is written about them, who looked, and adds words of their own.",
    Role.REPRESENTATIVE: "Sees the same for the participant they act for, while they act for them.",
}

EVERY_ROLE = frozenset(Role)
SEATS = frozenset({Role.PARTICIPANT, Role.REPRESENTATIVE})
WORKING = EVERY_ROLE - SEATS
RUNS_THE_PROGRAM = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})
SEES_PARTICIPANTS = RUNS_THE_PROGRAM | {Role.SUPERVISOR, Role.BILLER}
MEETS_PARTICIPANTS = SEES_PARTICIPANTS | {Role.DIRECT_STAFF}  # direct staff: those they serve, and nobody else
SEES_STAFF = RUNS_THE_PROGRAM | {Role.SUPERVISOR}
IN_THE_PROGRAM = WORKING - {Role.STATE_REVIEWER}
WRITES_SUPPORT_PLANS = RUNS_THE_PROGRAM | {Role.SUPERVISOR, Role.DIRECT_STAFF}
INVITES = RUNS_THE_PROGRAM | {Role.SUPERVISOR}
WRITES_NOTES = RUNS_THE_PROGRAM | {Role.SUPERVISOR, Role.DIRECT_STAFF}
SIGNS = EVERY_ROLE - {Role.BILLER, Role.STATE_REVIEWER}
