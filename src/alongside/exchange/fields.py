"""What a tracker's sheets may tell: the fields of each kind of sheet, how each is read, and which must be there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One thing a row may tell.

    `reads` names how a cell is read (`words:…` by the mapping's words of that name). Without a heading for a `needed`
    field the sheet is refused; a blank cell of a `required` field rejects the row. No rule looks at a field that
    `is_extra`: a cell of it that cannot be read is said and left out, and its row is taken. Nobody
    misses the heading of one that `is_rare`.
    """

    reads: str
    sentence: str
    is_needed: bool = False
    is_required: bool = False
    is_extra: bool = False
    is_rare: bool = False


PARTICIPANTS, STAFF, TRAINING = "participants", "staff", "training"

FIELDS: dict[str, dict[str, Field]] = {
    PARTICIPANTS: {
        "medicaid_id": Field("medicaid id", "The ten-digit Medicaid id.", is_needed=True, is_required=True),
        "family_name": Field("text", "Family name."),
        "given_name": Field("text", "Given name."),
        "born_on": Field("birth day", "Date of birth.", is_needed=True),
        "enrolled_on": Field("day", "The day the enrollment takes effect.", is_needed=True),
        "plan": Field("words:plan", "Medicaid coverage."),
        "screen_kind": Field("words:screen_kind", "Which functional screen."),
        "screened_on": Field("past day", "The day the functional screen was complete."),
        "screen_result": Field("words:screen_result", "What the functional screen found."),
        "setting": Field("words:setting", "The kind of place the participant lives in."),
        "beds": Field("count", "Beds of that place."),
        "assessed_on": Field("past day", "The day of the last assessment."),
        "planned_on": Field("past day", "The day of the last service plan."),
        "is_in_person": Field("words:yes_no", "Whether the last plan followed a meeting in person.", is_rare=True),
        "discharged_on": Field("day", "The day the enrollment ended."),
        "discharge_kind": Field("words:discharge_kind", "Planned or unplanned discharge."),
        "has_summary": Field("words:yes_no", "Whether a written discharge summary exists.", is_rare=True),
        "comments": Field("text", "Anything else.", is_extra=True, is_rare=True),
    },
    STAFF: {
        "staff_number": Field(
            "staff number", "The number the program gives the staff member.", is_needed=True, is_required=True
        ),
        "name": Field("text", "Name."),
        "provider": Field("text", "Who employs them."),
        "title": Field("text", "What they do there."),
        "started_on": Field("day", "First day of employment.", is_needed=True),
        "ended_on": Field("day", "Last day of employment."),
        "certificate_number": Field("text", "Number of the peer specialist certificate.", is_extra=True),
        "certificate_expires_on": Field("day", "Last day of that certificate.", is_extra=True),
        "background_check_on": Field("past day", "The day of the last background check.", is_extra=True),
    },
    TRAINING: {
        "staff_number": Field("staff number", "The staff member trained.", is_needed=True, is_required=True),
        "held_on": Field("training day", "The day of the training.", is_needed=True, is_required=True),
        "topic": Field("words:topic", "The required topic covered.", is_needed=True, is_required=True),
        "hours": Field("hours", "Hours on this topic.", is_needed=True, is_required=True),
        "employee_name": Field("text", "Name of the employee, as the record gives it.", is_rare=True),
        "method": Field("text", "How it was given."),
        "employer_name": Field("text", "Name of the employer, as the record gives it."),
        "content": Field("text", "What the course covered."),
        "county_signed_by": Field("text", "Who signed for the Tribal nation or county agency."),
    },
}
