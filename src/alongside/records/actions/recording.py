"""How every action stores a record: checked, inside the program's context, and refused with sentences."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.access.context import acting

from ..checks import problems_of
from ..models import ProgramRecord
from ..order import problems_across
from ..problems import Conflict, Problem, Problems
from .remembering import remember

if TYPE_CHECKING:
    from alongside.access.models import User

R = TypeVar("R", bound=ProgramRecord)

# Constraint in the database → the field it is about, what was expected, how to fix it.
TAKEN = {
    "participant_known_as": ("medicaid_id", "an id no other participant of this program has", "Open that participant."),
    "staff_known_as": ("staff_number", "a number no other staff member has", "Give another number."),
    "team_known_as": ("name", "a name no other team has", "Open that team, or tell the two apart."),
    "provider_known_as": ("name", "a name no other provider has", "Open that provider, or tell the two apart."),
    "enrollment_once_a_day": ("enrolled_on", "a day with no enrollment yet", "Open that enrollment."),
    "discharge_enrollment_id_key": ("enrollment", "an enrollment not yet discharged", "Correct that discharge."),
    "discharge_summary_once": ("discharge", "a discharge without a summary", "Correct or amend that summary."),
    "discharge_summary_amended_once": ("amends", "a summary nobody amended yet", "Open that amendment."),
    "assessment_amended_once": ("amends", "an assessment nobody amended yet", "Open that amendment."),
    "support_plan_amended_once": ("amends", "a support plan nobody amended yet", "Open that amendment."),
    "incident_report_amended_once": ("amends", "a report nobody amended yet", "Open that amendment."),
    "incident_category_known_as": (
        "name",
        "a name no other category has",
        "Open that category.",
    ),
    "rate_edition_known_as": ("name", "a name no other edition has", "Open that edition."),
    "joining_details_once": ("program", "no joining details yet", "Open them and change them."),
    "invoice_known_as": ("number", "a number no other invoice has", "Open that invoice."),
    "training_class_once": ("staff", "somebody not yet on this class's list", "Open that training record."),
    "incident_step_once": ("kind", "a step not yet recorded", "Nothing is left to do. Read what is recorded."),
    "incident_supervisor_once": ("supervisor", "somebody not assigned yet", "Nothing is left to do."),
    "progress_note_once": ("service", "a service nobody wrote a note about", "Open that note, or amend it."),
    "progress_note_amended_once": ("amends", "a note nobody is amending yet", "Open that amendment."),
    "progress_note_moved_from_id_key": ("moved_from", "a note not moved before", "Open it where it was moved to."),
    "plan_draft_changes_once": ("record", "one nobody is changing yet", "Go on with that draft."),
    "plan_draft_amends_once": ("amends", "one nobody is amending yet", "Go on with that draft."),
    "emergency_review_emergency_access_id_key": ("emergency_access", "one nobody reviewed", "Read what was concluded."),
    "sign_off_once": ("progress_note", "a note neither signed off nor returned", "Read what was said about it."),
}

# Guard in the database → what was found, what was expected, how to go on.
STAYS = {
    "signed_note_stays": ("a signed progress note", "a draft", "Amend it: the note stays, and the amendment says why."),
    "moved_note_stays": ("a note moved to another participant", "a draft", "Open it where it was moved to."),
    "service_of_signed_note_stays": (
        "a service whose note is signed",
        "a service nobody signed for",
        "Amend the note.",
    ),
    "sign_off_stays": ("a sign-off already given", "none", "Amend the note; its amendment is signed off anew."),
    "signed_plan_stays": ("a signed service plan", "one nobody signed", "Amend it: write a new plan that says why."),
    "signed_record_stays": ("a signed record", "one nobody signed", "Amend it: a new one that names it and says why."),
    "session_of_signed_sheet_stays": ("a signed training record", "one nobody signed", "Record another session."),
    "line_of_signed_plan_stays": ("a signed service plan", "one nobody signed", "Amend the plan."),
}


@contextmanager
def recording(*, program_id: UUID, by: User | None) -> Iterator[None]:
    """One transaction in the program's context, with `by` as the person the ledger names."""
    with acting(program=program_id, actor=by), transaction.atomic():
        yield


def store(record: R, *, on: datetime.date) -> R:
    """Insert a record that is in order. Raises `Problems`."""
    refuse(problems_of(record, on=on) or problems_across(record))
    _save(record, force_insert=True)
    return record


def store_again(record: R, *, fields: tuple[str, ...], on: datetime.date) -> R:
    """Update a record read in this transaction under a lock; its version goes up by one. Raises `Problems`."""
    refuse(problems_of(record, on=on) or problems_across(record))
    remember(record, fields=fields, on=on)
    record.version += 1
    _save(record, update_fields=[*fields, "version"])
    return record


def locked(record: R) -> R:
    """The record as it stands now, held until the transaction ends."""
    return type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)


def whose(record: Any) -> dict[str, Any]:
    """The participant a record is about or, where it is about none, the staff member."""
    participant_id = getattr(record, "participant_id", None)
    return {"staff_id": record.staff_id} if participant_id is None else {"participant_id": participant_id}


def unchanged_since(record: R, version: int) -> R:
    """The record, locked, if it still is as it was read at `version`. Raises `Conflict`."""
    record = locked(record)
    if record.version != version:
        raise Conflict(record, version, {})
    return record


def refuse(problems: list[Problem]) -> None:
    """Raise `Problems` unless there are none."""
    if problems:
        raise Problems(problems)


def _save(record: ProgramRecord, *, force_insert: bool = False, update_fields: list[str] | None = None) -> None:
    try:
        with transaction.atomic():
            record.save(force_insert=force_insert, update_fields=update_fields)
    except IntegrityError as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        if name in STAYS:
            raise Problems([Problem(str(record._meta.verbose_name), *STAYS[name])]) from error
        if name not in TAKEN:
            raise
        field, expected, fix = TAKEN[name]
        raise Problems([Problem(field, str(getattr(record, field)), expected, fix)]) from error
