"""Orientation training: the ten hours (TRN-1), their documentation (TRN-2), exemptions (TRN-3)."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import exemption, staff, training
from alongside.law import Criterion, Rule, after, chosen, its, must, present, should, tally, written

from .questions import question
from .readings import (
    BEFORE_EMPLOYMENT,
    EXEMPT_HOURS,
    EXEMPTION_DECISION,
    EXEMPTION_WINDOW,
    LEFT_EARLY,
    MONTHS,
    ONE_EXAMPLE,
    SINCE,
    TWO_UPDATES,
)
from .sources import page

REQUIREMENT = "Training requirement"
DOCUMENTATION = "Training documentation"
EXEMPTIONS = "Training exemptions"
SUPERVISOR = "staff member and supervisor"

TOPICS = {
    "updates": ("the two ForwardHealth Updates", "A review of two ForwardHealth updates"),
    "statutes": ("Wis. Stat. chs. 48, 51 and 55", "A review of applicable parts of Wis. Stat. chs. 48, 51, and 55"),
    "civil_rights": (
        "civil rights law, including the ADA and the Civil Rights Act",
        "A review of the basic provisions of civil rights laws including the Americans with Disabilities Act of 1990",
    ),
    "documentation": (
        "documentation standards and HIPAA",
        "A review of current standards regarding documentation and the provisions of HIPAA.",
    ),
    "confidentiality": (
        "confidentiality: Wis. Stat. 51.30, DHS 92 and, if applicable, 42 CFR Part 2",
        "Wis. Stat. § 51.30, Wis. Admin. Code ch. DHS 92, and, if applicable, 42 CFR Part 2",
    ),
    "patient_rights": (
        "patient rights: Wis. Stat. 51.61 and DHS 94",
        "A review of the provisions of Wis. Stat. § 51.61 and Wis. Admin. Code ch. DHS 94 regarding patient rights.",
    ),
    "recovery": (
        "current knowledge of mental health and substance use",
        "Current knowledge of mental health and substance use, such as",
    ),
}

HOURS = 10
# One tally reads the sessions held in time and those nobody dated; each sum says which of them it takes.
_is_dated = _.held_on.notnull()
_in_time_or_undated = ((_.held_on <= its.due) & (_.held_on <= its.asked_on)) | _.held_on.isnull()
_employed = _is_dated & ((_.held_on >= its.started_on) | its.counts_before)
_LATE = (
    "The three months are over: nothing held later counts in time. Record what was held by then and is not recorded yet; for "
    "the rest only an exemption helps: ask the Division of Care and Treatment Services for one (TRN-3), record its decision."
)
_undecided = chosen(BEFORE_EMPLOYMENT, "a person decides")


def _covers(topic: str) -> Criterion:
    words, quote = TOPICS[topic]
    return must(
        f"TRN-1.{topic}",
        f"cover {words}",
        ibis.cases((_[topic] | _[f"{topic}_exempt"], True), (_[f"{topic}_undated"], ibis.null("boolean")), else_=False),
        page(REQUIREMENT, quote),
        page(REQUIREMENT, "Orientation training must include"),
        decide=_undecided & _[f"{topic}_before"] & ~(_[topic] | _[f"{topic}_exempt"]),
        question=question(11),
        fix=f"Train on {words} and have the county sign the record.",
        late=_LATE,
        who=SUPERVISOR,
    )


orientation = Rule(
    id="TRN-1",
    name="Orientation training",
    about=staff,
    cite=page(REQUIREMENT, "10 hours of orientation training within three months of beginning employment"),
    since=date(2018, 7, 1),
    dated_by=_.started_on,
    readings=(SINCE, MONTHS, TWO_UPDATES, ONE_EXAMPLE, BEFORE_EMPLOYMENT, LEFT_EARLY, EXEMPT_HOURS),
    unsettled=(question(11),),
    applies=chosen(LEFT_EARLY, "judged") | ~(_.ended_on < _.due).fill_null(False),
    missing=("Record the first day of employment.", "program coordinator"),
    needs=("staff.started_on", "training.held_on", "training.topic", "training.hours"),
    facts=(
        {
            "due": after(_.started_on, months=3),
            "counts_before": chosen(BEFORE_EMPLOYMENT, "count"),
            "is_undecided": _undecided,
            "hours_needed": HOURS,
        },
        tally(
            training,
            "staff_id",
            _in_time_or_undated,
            all_hours=_.hours.sum(where=_is_dated),
            hourless=(_.hours.isnull() & (_employed | (_is_dated & its.is_undecided))).sum(),
            trained_hours=_.hours.sum(where=_employed),
            undated_hours=_.hours.sum(where=_.held_on.isnull()),
            undated_hourless=(_.hours.isnull() & _.held_on.isnull()).sum(),
            **{f"last_{topic}_on": _.held_on.max(where=_.topic == topic) for topic in TOPICS},
            **{f"{topic}_undated": (_.held_on.isnull() & (_.topic == topic)).any() for topic in TOPICS},
        ),
        {f"{topic}_before": _[f"last_{topic}_on"].notnull() for topic in TOPICS},
        {t: _[f"{t}_before"] & (_.counts_before | (_[f"last_{t}_on"] >= _.started_on)) for t in TOPICS},
        tally(
            exemption,
            "staff_id",
            (_.decision == "granted") & (_.decided_on <= its.asked_on),
            exempt_hours=_.hours.sum(),
            **{f"{t}_exempt": (_.topic == t).any() for t in TOPICS},
        ),
        {"counted_exempt": ibis.ifelse(chosen(EXEMPT_HOURS, "count"), _.exempt_hours, 0)},
        {"hours": _.trained_hours + _.counted_exempt, "hours_with_before": _.all_hours + _.counted_exempt},
        {"hours_at_most": ibis.ifelse(_.is_undecided, _.hours_with_before, _.hours) + _.undated_hours},
        {"hours_short": ibis.greatest(HOURS - _.hours, ibis.literal(0))},
    ),
    due=_.due,
    due_in_words="by three months after the first day of employment",
    criteria=(
        must(
            "TRN-1.hours",
            "complete 10 hours by {due} ({hours} in time)",
            ibis.cases(
                (_.hours >= HOURS, True),
                ((_.hours_at_most >= HOURS) | (_.hourless + _.undated_hourless > 0), ibis.null("boolean")),
                else_=False,
            ),
            page(REQUIREMENT, "10 hours of orientation training within three months of beginning employment"),
            decide=_undecided & (_.hours < HOURS) & (_.hours_with_before >= HOURS),
            question=question(11),
            fix="Complete {hours_short} more hours of orientation training and record them by topic (due {due}).",
            late=_LATE,
            who=SUPERVISOR,
        ),
        *(_covers(topic) for topic in TOPICS),
    ),
)

FIELDS = {
    "employee": ("the name of the employee", written(_.employee_name)),
    "employer": ("the name of the employer", written(_.employer_name)),
    "date": ("the date of the training", present(_.held_on)),
    "method": ("the method of training", written(_.method)),
    "content": ("a description of the course content", written(_.content)),
    "hours": ("the hours completed per training topic", present(_.hours) & present(_.topic)),
    "signature": ("a signature from the Tribal nation or county agency", written(_.county_signed_by)),
}
_QUOTES = {
    "employee": "the name of the employee",
    "employer": "name of the employer",
    "date": "date of the training",
    "method": "method of training (for example, self-study, presentation, webinar, conference, etc.)",
    "content": "a description of the course content",
    "hours": "number of hours completed per training topic",
    "signature": "a signature from the Tribal nation or county agency providing CRS",
}

documentation = Rule(
    id="TRN-2",
    name="Training documentation",
    about=training,
    cite=page(DOCUMENTATION, "CRS providers must have orientation training documentation"),
    since=date(2018, 7, 1),
    dated_by=_.held_on.fill_null(_.asked_on),
    readings=(SINCE,),
    needs=(
        "training.employer_name",
        "training.method",
        "training.content",
        "training.hours",
        "training.county_signed_by",
    ),
    criteria=tuple(
        must(
            f"TRN-2.{field}",
            f"include {words} (training of {{held_on}} on {{topic}})",
            holds,
            page(DOCUMENTATION, _QUOTES[field]),
            fix=f"Add {words} to the record of {{held_on}} on {{topic}}.",
            who="program coordinator" if field == "signature" else SUPERVISOR,
        )
        for field, (words, holds) in FIELDS.items()
    ),
)

# Until its day the decision is not made; a decision nobody dated is there, but TRN-1 cannot count on it.
_decided = (_.decided_on <= _.asked_on).fill_null(True)
_refused = ((_.decision == "refused") & _decided).fill_null(False)

exempted = Rule(
    id="TRN-3",
    name="Training exemption",
    about=exemption,
    cite=page(EXEMPTIONS, "CRS providers may be exempt from some or all the required orientation training."),
    since=date(2018, 7, 1),
    dated_by=_.requested_on,
    readings=(SINCE, EXEMPTION_WINDOW, EXEMPTION_DECISION),
    unsettled=(question(12), question(33), question(34)),
    missing=("Record the day the exemption was requested.", "program coordinator"),
    facts=({"window_opens_on": after(_.requested_on, months=-12)},),
    applies=~_refused,
    criteria=(
        should(
            "TRN-3.duplicative",
            "rest on training that covered the same ground",
            _.is_duplicative,
            page(EXEMPTIONS, "Exemptions are granted if duplicative training was completed"),
            fix="Say which required topic the earlier training covered, or train on {topic}.",
            who=SUPERVISOR,
        ),
        should(
            "TRN-3.required",
            "rest on training an administrative rule required (found: {rule_citation})",
            written(_.rule_citation),
            page(EXEMPTIONS, "through requirements of an administrative rule governing a program or facility"),
            fix="Name the administrative rule that required it, or count the hours as ordinary training.",
            who=SUPERVISOR,
        ),
        should(
            "TRN-3.recent",
            "rest on training within the last 12 months (ended {completed_on}, asked {requested_on})",
            (_.completed_on >= _.window_opens_on) & (_.completed_on <= _.requested_on),
            page(EXEMPTIONS, "within the last 12 months"),
            fix="Training that ended before {window_opens_on} is outside the 12 months; train on {topic}.",
            who=SUPERVISOR,
        ),
        should(
            "TRN-3.documented",
            "be documented",
            _.is_documented,
            page(EXEMPTIONS, "and there is documentation"),
            fix="Attach the documentation of the earlier training.",
            who=SUPERVISOR,
        ),
        must(
            "TRN-3.granted",
            "be granted by the Division of Care and Treatment Services (decision: {decision})",
            ibis.ifelse((_.decision == "granted") & (_.decided_on <= _.asked_on), True, ibis.null("boolean")),
            page(EXEMPTIONS, "CRS providers may be exempt from some or all the required orientation training."),
            page(EXEMPTIONS, "To request a training exemption, contact DHSDCTSCRS@dhs.wisconsin.gov."),
            decide=_.decision.isnull() | ~_decided,
            question=question(34),
            fix="Ask the Division of Care and Treatment Services for its decision and record it with its day.",
            who="Division of Care and Treatment Services",
        ),
    ),
)

RULES = (orientation, documentation, exempted)
