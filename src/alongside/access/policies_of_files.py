"""Who may keep a file with a record. The same kind of policy as in `policies`."""

from __future__ import annotations

from typing import Any

from .incident_policies import may_work_on_incident
from .models import Membership
from .policies import Policy, _one_of, _own_program, may_change_records, may_open_record
from .release_policies import may_release
from .roles import WRITES_NOTES
from .training_policies import may_record_training


@Policy
def may_attach_file(actor: Membership, record: Any) -> None:
    """Keep a file with a record of a participant or staff member."""
    if not hasattr(record, "participant_id"):
        may_record_training(actor, record.staff)
        return
    if hasattr(record, "reporter_id"):
        may_work_on_incident(actor, record)
        return
    if hasattr(record, "recipient_kind"):
        may_release(actor, record.participant)
        return
    if not hasattr(record, "amends_id"):  # coverage, functional screen, representative: nobody signs those
        may_change_records(actor, record)
        return
    may_attach_to_signed(actor, record)
    may_open_record(actor, record)


@Policy
def may_attach_to_signed(actor: Membership, participant: Any) -> None:
    """Keep files with what is signed about a participant this actor may open; a report of an incident asks for more."""
    _own_program(actor, participant)
    _one_of(actor, WRITES_NOTES, "Files are kept with a record by those who run the program, supervise or serve.")
