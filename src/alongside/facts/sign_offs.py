"""What supervisors said to services and notes, and when plans were looked at again."""

from __future__ import annotations

from ibis.expr.types import Table

from .contract import day, key, of, perhaps, table, word
from .delivered import progress_note
from .participants import participant


def of_its_service(rows: Table) -> Table:
    """The service a sign-off is of: named itself, or that of the note."""
    notes = progress_note.stored
    its = notes.select(its_note=notes.progress_note_id, its_service=notes.service_id)
    joined = rows.left_join(its, rows.progress_note_id == its.its_note)
    return joined.mutate(service_id=joined.service_id.fill_null(joined.its_service)).drop("its_note", "its_service")


sign_off = table(
    "sign_off",
    "One row for each service or progress note a supervisor signed off or returned.",
    parent=participant,
    derived=of_its_service,
    sign_off_id=key("What tells one sign-off from another."),
    participant_id=of("The participant served."),
    service_id=perhaps("The service signed off. Empty where a note is named."),
    progress_note_id=perhaps("The progress note signed off. Empty where the service is named."),
    supervisor_id=perhaps("The staff member who decided: the staff_id of a row of staff."),
    decision=word("What they decided.", signed_off="signed off", returned="returned with a comment"),
    decided_on=day("The day they decided."),
)


plan_review = table(
    "plan_review",
    "One row for each review of a service plan that did not write it anew.",
    parent=participant,
    plan_review_id=key("What tells one review from another."),
    participant_id=of("The participant whose plan it is."),
    reviewed_on=day("The day it was reviewed and updated."),
)
