"""Services delivered, and the notes about them."""

from __future__ import annotations

from ibis.expr.types import Table

from .contract import amount, count, day, instant, key, of, perhaps, table, text, word, yes
from .participants import participant
from .plans import SERVICE_KINDS
from .roles import FUNDING, MODALITIES, ROLES, SERVICES

# The examples and the list of the state's page, in its order.
LIVING_ACTIVITIES = {
    "community_resources": "access to community resources",
    "house_cleaning": "house cleaning",
    "meals": "meal planning and cooking",
    "medicine_reminders": "medicine reminders",
    "side_effects": "watching medicine side effects",
    "money": "money management",
    "hygiene": "personal hygiene",
    "shopping": "shopping",
    "social": "social and fun activities",
    "skills": "skill development",
    "crisis_coping": "crisis coping",
    "emotional_regulation": "emotional regulation",
    "interpersonal": "interpersonal skills",
    "parenting": "parenting",
    "recovery_management": "recovery management",
    "getting_around": "transportation: learning to get around",
}
EMPLOYMENT_ACTIVITIES = {
    "employment_intake": "employment intake",
    "employment_assessment": "employment assessment",
    "job_development": "job development",
    "job_placement": "job placement",
    "symptoms_at_work": "work-related symptom management",
    "employment_crisis": "employment crisis support",
    "follow_along": "follow-along supports",
    "team_time": "time with the treatment team or the vocational counselor",
}


def _standing(notes: Table) -> Table:
    """Whether a note was moved to another participant, or replaced by a signed amendment."""
    copies = notes.filter(notes.moved_from_id.notnull())
    amendments = notes.filter(notes.amends_id.notnull() & notes.signed_on.notnull())
    return notes.mutate(
        is_moved=notes.progress_note_id.isin(copies.moved_from_id),
        is_replaced=notes.progress_note_id.isin(amendments.amends_id),
    )


service = table(
    "service",
    "One row for each service delivered to one participant on one day by one person.",
    parent=participant,
    service_id=key("What tells one service from another."),
    participant_id=of("The participant served."),
    staff_id=perhaps("The staff member who gave it."),
    plan_line_id=perhaps("The plan line it was given under."),
    kind=word("Which service.", **SERVICE_KINDS, **SERVICES),
    served_on=day("The day of the service."),
    started_at=instant("When it began."),
    stopped_at=instant("When it ended."),
    unit=word("How it is to be counted.", fifteen_minutes="15-minute units", day="a whole day"),
    place=text("Where it was given."),
    activity=word(
        "Which of the activities the state's page lists.",
        **LIVING_ACTIVITIES,
        **EMPLOYMENT_ACTIVITIES,
        other_activity="another activity",
    ),
    is_room_and_board=yes("Whether it is the cost of room and board or of building maintenance."),
    repeats=word(
        "Another state plan service that covered the same time.",
        personal_care="personal care",
        transportation="transportation",
        other="another",
        nothing="nothing",
    ),
    charged_amount=amount("What the participant was asked to pay."),
    role=word("The role in which it was given.", **ROLES),
    billed_as=word("The qualification it is billed under. Empty: that of the role.", **ROLES),
    funding=word("What is to pay for it.", **FUNDING),
    modality=word("Whether it was given to one person or to a group.", **MODALITIES),
    attendee_count=count("How many took part."),
    is_clinical=yes("Whether clinical functions were performed in it."),
    has_clinical_requirements=yes("Whether it met all clinical requirements of its kind."),
    has_im_cans=yes("Of an IATP: whether it was made with the IM+CANS."),
)


progress_note = table(
    "progress_note",
    "One row for each progress note about a service.",
    parent=participant,
    derived=_standing,
    beside=(("moved_from_id", "progress_note", "progress_note_id"),),
    progress_note_id=key("What tells one note from another."),
    participant_id=of("The participant it is about."),
    service_id=of("The service it is about."),
    what_was_done=text("What was taught, cued or supervised, or what else was done."),
    manner=word(
        "How the participant was supported.",
        training="training",
        cueing="cueing",
        supervision="supervision",
        doing_for="the staff member did the task",
    ),
    response=text("How the participant responded."),
    purpose=text("Why it was done."),
    outcome=text("The outcome of the service plan it works toward."),
    signed_on=day("The day it was signed."),
    signed_by=text("Who signed it."),
    is_signed_by_giver=yes("Whether whoever signed is the person who gave the service."),
    amends_id=perhaps("The note it amends. Once it is signed, the amended note no longer stands."),
    moved_from_id=perhaps("The note of another participant it was copied from. That note no longer stands."),
)


claim = table(
    "claim",
    "One row for each claim of a service from Medicaid.",
    parent=participant,
    claim_id=key("What tells one claim from another."),
    participant_id=of("The participant served."),
    service_id=of("The service claimed."),
    claimed_on=day("The day it was claimed."),
    paid_on=day("The day it was paid. Empty until it is."),
)
