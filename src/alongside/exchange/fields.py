"""What a tracker's sheets may tell: the fields of each kind of sheet, how each is read, and which must be there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One thing a row may tell.

    `reads` names how a cell is read (`words:…` by the mapping's words of that name). Without a heading for a `needed`
    field the sheet is refused; a blank cell of a `required` field rejects the row. No rule looks at a field that
    `is_extra`: a cell of it that cannot be read is said and left out, and its row is taken. Nobody
    misses the heading of one that `is_rare`. `tells` is the column of the facts it fills, as table.column.
    """

    reads: str
    sentence: str
    is_needed: bool = False
    is_required: bool = False
    is_extra: bool = False
    is_rare: bool = False
    tells: str = ""


PARTICIPANTS, STAFF, TRAINING = "participants", "staff", "training"

FIELDS: dict[str, dict[str, Field]] = {
    PARTICIPANTS: {
        "medicaid_id": Field(
            "medicaid id",
            "The ten-digit Medicaid id.",
            is_needed=True,
            is_required=True,
            tells="participant.medicaid_id",
        ),
        "family_name": Field("text", "Family name."),
        "given_name": Field("text", "Given name."),
        "born_on": Field("birth day", "Date of birth.", is_needed=True, tells="participant.born_on"),
        "enrolled_on": Field(
            "day", "The day the enrollment takes effect.", is_needed=True, tells="enrollment.enrolled_on"
        ),
        "plan": Field("words:plan", "Medicaid coverage.", tells="coverage.plan"),
        "screen_kind": Field("words:screen_kind", "Which functional screen.", tells="functional_screen.kind"),
        "screened_on": Field(
            "past day", "The day the functional screen was complete.", tells="functional_screen.completed_on"
        ),
        "screen_result": Field(
            "words:screen_result", "What the functional screen found.", tells="functional_screen.result"
        ),
        "setting": Field("words:setting", "The kind of place the participant lives in.", tells="residence.setting"),
        "beds": Field("count", "Beds of that place.", tells="residence.beds"),
        "assessed_on": Field("past day", "The day of the last assessment.", tells="assessment.completed_on"),
        "planned_on": Field("past day", "The day of the last service plan.", tells="service_plan.completed_on"),
        "is_in_person": Field(
            "words:yes_no",
            "Whether the last plan followed a meeting in person.",
            is_rare=True,
            tells="service_plan.is_in_person",
        ),
        "discharged_on": Field("day", "The day the enrollment ended.", tells="discharge.discharged_on"),
        "discharge_kind": Field(
            "words:discharge_kind", "Planned or unplanned discharge.", tells="discharge.is_planned"
        ),
        "has_summary": Field(
            "words:yes_no", "Whether a written discharge summary exists.", is_rare=True, tells="discharge.has_summary"
        ),
        "comments": Field("text", "Anything else.", is_extra=True, is_rare=True),
    },
    STAFF: {
        "staff_number": Field(
            "staff number",
            "The number the program gives the staff member.",
            is_needed=True,
            is_required=True,
            tells="staff.staff_number",
        ),
        "name": Field("text", "Name."),
        "provider": Field("text", "Who employs them."),
        "title": Field("text", "What they do there."),
        "started_on": Field("day", "First day of employment.", is_needed=True, tells="staff.started_on"),
        "ended_on": Field("day", "Last day of employment.", tells="staff.ended_on"),
        "certificate_number": Field("text", "Number of the peer specialist certificate.", is_extra=True),
        "certificate_expires_on": Field("day", "Last day of that certificate.", is_extra=True),
        "background_check_on": Field("past day", "The day of the last background check.", is_extra=True),
    },
    TRAINING: {
        "staff_number": Field("staff number", "The staff member trained.", is_needed=True, is_required=True),
        "held_on": Field(
            "training day", "The day of the training.", is_needed=True, is_required=True, tells="training.held_on"
        ),
        "topic": Field(
            "words:topic", "The required topic covered.", is_needed=True, is_required=True, tells="training.topic"
        ),
        "hours": Field("hours", "Hours on this topic.", is_needed=True, is_required=True, tells="training.hours"),
        "employee_name": Field(
            "text", "Name of the employee, as the record gives it.", is_rare=True, tells="training.employee_name"
        ),
        "method": Field("text", "How it was given.", tells="training.method"),
        "employer_name": Field("text", "Name of the employer, as the record gives it.", tells="training.employer_name"),
        "content": Field("text", "What the course covered.", tells="training.content"),
        "county_signed_by": Field(
            "text", "Who signed for the Tribal nation or county agency.", tells="training.county_signed_by"
        ),
    },
}
