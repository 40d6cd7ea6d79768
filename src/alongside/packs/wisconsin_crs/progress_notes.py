"""Progress notes: NOTE-1 to NOTE-8. The page names the requirements; the handbook and DHS 106.02 say what they are."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import progress_note, service
from alongside.law import Rule, latest, must, present, should, written

from .readings import OUTCOME_LINK, SINCE, question
from .sources import HANDBOOK_RECORDS, PAGE_2018, RECORD_RULE, page

PLACE = "Training videos"
TERMS = "Terms and definitions"
WRITER = "whoever gave the service"

_named = page(PLACE, "Progress note requirements.")
_elements = RECORD_RULE.at("DHS 106.02", "location")

# Words that say the staff member did the task. A prompt for the writer and the reviewer, not a proof.
DID_THE_TASK = (
    "(^|[^a-z])(i|we|staff) (cleaned|vacuumed|mopped|washed|cooked|shopped|packed|folded|paid|"
    "did (her|his|their)|made (her|his|their))"
)

_service = latest(
    service, "service_id", _.served_on,
    served_on=_.served_on, service_kind=_.kind, place=_.place, started_at=_.started_at, stopped_at=_.stopped_at,
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
    readings=(SINCE, OUTCOME_LINK),
    unsettled=(question(10),),
    facts=(
        _service,
        {"does_the_task": _.what_was_done.lower().re_search(DID_THE_TASK).fill_null(False)},
    ),
    criteria=(
        must(
            "NOTE-1",
            "carry the dated signature of the person who gave the service (signed {signed_on})",
            ibis.ifelse(_.signed_on.isnull(), False, _.is_signed_by_giver),
            HANDBOOK_RECORDS.at("topic 202", "dated signature"),
            _named,
            fix="Read the note once more and sign it. Only whoever gave the service can.",
            who=WRITER,
        ),
        must(
            "NOTE-2",
            "say what was done, accurately enough to support the service claimed",
            written(_.what_was_done),
            HANDBOOK_RECORDS.at("topic 202", "level of service"),
            _named,
            fix="Write what was taught, cued or supervised.",
            who=WRITER,
        ),
        must(
            "NOTE-3.purpose",
            "say why it was done",
            written(_.purpose),
            RECORD_RULE.at("DHS 106.02", "purpose"),
            fix="Add the purpose in a sentence.",
            who=WRITER,
        ),
        must(
            "NOTE-3.place",
            "say where it was done",
            written(_.place),
            _elements,
            fix="Add the place, for example home, library, or by telephone.",
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
        must(
            "NOTE-8",
            "give start and stop time (from {started_at} to {stopped_at})",
            present(_.started_at) & present(_.stopped_at),
            PAGE_2018.at("Services", "15-minute"),
            unless=_is_other,
            fix="Add when the service began and when it ended.",
            who=WRITER,
        ),
    ),
)

RULES = (note,)
