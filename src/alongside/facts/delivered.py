"""Services delivered, and the notes about them."""

from __future__ import annotations

from .contract import amount, day, instant, key, of, perhaps, table, text, word, yes
from .participants import participant
from .plans import SERVICE_KINDS

service = table(
    "service",
    "One row for each service delivered to one participant on one day by one person.",
    parent=participant,
    service_id=key("What tells one service from another."),
    participant_id=of("The participant served."),
    staff_id=perhaps("The staff member who gave it."),
    plan_line_id=perhaps("The plan line it was given under."),
    kind=word("Which service.", **SERVICE_KINDS),
    served_on=day("The day of the service."),
    started_at=instant("When it began."),
    stopped_at=instant("When it ended."),
    unit=word("How it is to be counted.", fifteen_minutes="15-minute units", day="a whole day"),
    place=text("Where it was given."),
    is_room_and_board=yes("Whether it is the cost of room and board or of building maintenance."),
    repeats=word(
        "Another state plan service that covered the same time.",
        personal_care="personal care",
        transportation="transportation",
        other="another state plan service",
        nothing="nothing",
    ),
    charged_amount=amount("What the participant was asked to pay."),
)


progress_note = table(
    "progress_note",
    "One row for each progress note about a service.",
    parent=participant,
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
)
