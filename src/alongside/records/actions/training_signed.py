"""What the county's signature leaves on a training record: its day and name, on the sheet and on every session."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import TrainingSheet
from ..problems import Problem, is_nothing
from .recording import store_again

if TYPE_CHECKING:
    from .signers import Signer

# What the record of a session has to hold before anybody signs for it, and what it is called.
HELD = {
    "employee_name": "the name of the employee",
    "employer_name": "the name of the employer",
    "held_on": "the date of the training",
    "method": "the method of training",
    "content": "a description of the course content",
    "topic": "the topic",
    "hours": "the hours completed on the topic",
}


def problems_of_sheet(sheet: TrainingSheet, signed_on: datetime.date) -> list[Problem]:
    """What is missing before the county can sign: it signs for nothing that is left open or still to come."""
    sessions = list(sheet.sessions.all())
    if not sessions:
        return [Problem("sessions", "none", "at least one session", "Record the session first.")]
    lacking = [name for name in HELD if any(is_nothing(getattr(one, name)) for one in sessions)]
    problems = [Problem(name, "nothing", HELD[name], "Write it on the record, then sign.") for name in lacking]
    last = max((one.held_on for one in sessions if one.held_on), default=signed_on)
    if signed_on < last:
        problems.append(Problem("signed_on", str(signed_on), f"a day no earlier than {last}", "Sign it then."))
    return problems


def mark_sheet(sheet: TrainingSheet, signer: Signer) -> None:
    """Write on the sheet and its sessions who signed for the county."""
    name = signer.name(None)
    for session in sheet.sessions.select_for_update():
        session.county_signed_by = name
        store_again(session, fields=("county_signed_by",), on=signer.on)
    sheet.county_signed_on, sheet.county_signed_by = signer.signed_on, name
    store_again(sheet, fields=("county_signed_on", "county_signed_by"), on=signer.on)
