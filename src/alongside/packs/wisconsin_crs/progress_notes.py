"""Progress notes: NOTE-1 to NOTE-8. The page names the requirements; the handbook and DHS 106.02 say what they are.

NOTE-5, on electronic records and their back-up, is kept by the software itself and asks nothing of a note.
"""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import progress_note, service
from alongside.law import Citation, Criterion, Rule, latest, must, present, should, written

from .did_the_task import does_the_task
from .questions import question
from .readings import AMENDMENT, OUTCOME_LINK, SINCE
from .sources import HANDBOOK_RECORDS, PAGE_2018, RECORD_RULE, page

PLACE = "Training videos"
TERMS = "Terms and definitions"
WRITER = "whoever gave the service"

_named = page(PLACE, "Progress note requirements.")


def _must(id: str, sentence: str, holds: object, cite: Citation, fix: str, **more: object) -> Criterion:
    return must(id, sentence, holds, cite, _named, fix=fix, who=WRITER, **more)


_service = latest(
    service, "service_id", _.served_on,
    served_on=_.served_on, service_kind=_.kind, place=_.place, started_at=_.started_at, stopped_at=_.stopped_at,
    is_giver_known=_.staff_id.notnull(),
)  # fmt: skip
_is_other = (_.service_kind != "clss").fill_null(False)

note = Rule(
    id="NOTE",
    name="Progress note",
    about=progress_note,
    cite=_named,
    since=date(2018, 7, 1),
    dated_by=_.served_on,
    missing=("Record the service the note is about, with its day.", WRITER),
    readings=(SINCE, OUTCOME_LINK, AMENDMENT),
    unsettled=(question(10),),
    facts=(
        _service,
        {"does_the_task": ibis.ifelse(_is_other, False, does_the_task(_.what_was_done))},
    ),
    # A note moved to another participant, or replaced by a signed amendment, stays as it is.
    applies=~(_.is_moved | _.is_replaced),
    criteria=(
        _must(
            "NOTE-1",
            "carry the dated signature of the person who gave the service (signed {signed_on})",
            ibis.ifelse(_.signed_on.isnull(), False, _.is_signed_by_giver),
            HANDBOOK_RECORDS.at("topic 202", "dated signature"),
            "Read the note once more and sign it. Only whoever gave the service can.",
        ),
        _must(
            "NOTE-2",
            "say what was done, accurately enough to support the service claimed",
            written(_.what_was_done),
            HANDBOOK_RECORDS.at("topic 202", "level of service"),
            "Write what was taught, cued or supervised.",
        ),
        _must(
            "NOTE-3.giver",
            "say who gave the service",
            _.is_giver_known.fill_null(False),
            RECORD_RULE.at("DHS 106.02", "provider"),
            "Choose the staff member who gave the service.",
        ),
        _must(
            "NOTE-3.purpose",
            "say why it was done",
            written(_.purpose),
            RECORD_RULE.at("DHS 106.02", "purpose"),
            "Add the purpose in a sentence.",
        ),
        _must(
            "NOTE-3.place",
            "say where it was done",
            written(_.place),
            RECORD_RULE.at("DHS 106.02", "location"),
            "Add the place, for example home, library, or by telephone.",
        ),
        should(
            "NOTE-4",
            "say how the participant responded",
            written(_.response),
            RECORD_RULE.at("DHS 106.02", "findings"),
            fix="Add in a sentence how the participant responded.",
            who=WRITER,
        ),
        must(
            "NOTE-6",
            "describe training, cueing or supervision, not the staff member doing the task",
            ibis.cases((_.manner == "doing_for", False), (_.manner.isnull(), ibis.null("boolean")), else_=True),
            page(TERMS, "Others don’t do tasks for participant."),
            page(TERMS, "participants get these services through training, cueing, and supervision"),
            unless=_is_other,
            fix="If you taught, cued or supervised, say how. If the task was done for the participant, it is no such "
            "service.",
            who=WRITER,
        ),
        should(
            "NOTE-6.words",
            "use words that show the participant doing the task",
            ~_.does_the_task,
            page(PLACE, "Examples of suitable and unsuitable progress notes."),
            page(TERMS, "Others don’t do tasks for participant."),
            unless=_is_other,
            fix="The words read as if you did the task. Say what the participant did, and how you helped them do it.",
            who=WRITER,
        ),
        should(
            "NOTE-7",
            "name the outcome of the plan it works toward (found: {outcome})",
            written(_.outcome),
            page("Participant discharge documentation", "the outcomes specified in the service plan"),
            fix="Choose the outcome of the plan this service works toward.",
            who=WRITER,
        ),
        _must(
            "NOTE-8",
            "give start and stop time (from {started_at} to {stopped_at})",
            present(_.started_at) & present(_.stopped_at),
            PAGE_2018.at("Services", "15-minute"),
            "Add when the service began and when it ended.",
            unless=_is_other,
        ),
    ),
)

RULES = (note,)
