"""Plans and their cycle: PLAN-1 to PLAN-4, by the items of the annual documentation oversight.

PLAN-8 is our own number, after the last one of the research: it keeps a missed update owed while a review would ask for it.
"""

from datetime import date
from typing import Any

import ibis
from ibis import _

from alongside.facts.contract import FactTable
from alongside.facts.tables import assessment, functional_screen, participant, service_plan
from alongside.law import Criterion, Rule, after, chosen, its, months_between, must, should, tally

from .enrolled import enrolled
from .questions import question
from .readings import CYCLE_ANCHOR, MEETING_IN_PERSON, MONTHS, SCREEN_RESULTS, SINCE
from .sources import PAGE_2018, page

PLACE = "Annual documentation oversight"
COORDINATOR = "program coordinator"
HALF_YEAR = 6

DOCUMENTS: dict[str, tuple[FactTable, str, str]] = {
    "screen": (
        functional_screen,
        "functional screen results",
        "Mental Health and Substance Use Disorder Functional Screen results",
    ),
    "assessment": (assessment, "assessment results", "Assessment results"),
    "plan": (service_plan, "a service plan", "Service plan"),
}

_half_years = months_between(_.enrolled_on, _.asked_on) // HALF_YEAR
_before_all = ibis.date(1900, 1, 1)

cycle = (*enrolled, {"half_years": ibis.greatest(ibis.literal(0), _half_years).cast("int32")})
_is_dated = _.enrolled_on.notnull().nullif(False)  # unknown where the day of enrollment is
enrolled_now = _.has_enrollment & (_.discharged_on.isnull() | (_.discharged_on > _.asked_on)) & _is_dated
UNDATED = ("Record the day of enrollment.", COORDINATOR)


def _mark(nth: Any, months: int = 0) -> Any:
    """The day so many half-years, and months, after enrollment; before enrollment there is no earlier mark."""
    return ibis.ifelse(nth < 0, _before_all, after(_.enrolled_on, months=nth * HALF_YEAR + months))


def _half(nth: Any, months: int) -> Any:
    """The middle of the time after a mark. Before enrollment no document is late."""
    return ibis.ifelse(nth < 0, _before_all, _mark(nth, months))


next_mark = _mark(_.half_years + 1)


def _occasion(nth: Any) -> tuple[dict[str, Any], ...]:
    """Facts of the update that falls `nth` half-years after enrollment."""
    return {"nth": nth.cast("int32")}, {"due": _mark(_.nth).nullif(_before_all), "is_ahead": _.nth > _.half_years}


def _made(kind: str, every: int = 1) -> tuple[Any, ...]:
    """Whether the document was made for this update, and in time, where one is asked `every` so many half-years.

    A document belongs to the update it precedes. One made in the first half of that time is the former update's, late,
    where the former one had none. A tracker keeps the last document only: with nothing on record up to the day, what
    was made for it is not known.
    """
    half = every * HALF_YEAR // 2
    ends = {f"{kind}_mark_{back}": _mark(_.nth - back * every) for back in (2, 1)}
    halves = {f"{kind}_half_{back}": _half(_.nth - back * every, half) for back in (3, 2, 1, 0)}
    end = {back: its[f"{kind}_mark_{back}"] for back in (2, 1)} | {0: its.due}

    def made(start: Any, until: Any) -> Any:
        return ((_.completed_on > start) & (_.completed_on <= until)).sum()

    counted = tally(
        DOCUMENTS[kind][0],
        "participant_id",
        _.completed_on <= its.asked_on,
        **{
            # Where nothing tells, a document of the first half is late, not early.
            f"{kind}_then": made(its[f"{kind}_half_3"], end[2]),
            f"{kind}_before": made(end[2], end[1]),
            f"{kind}_before_early": made(end[2], its[f"{kind}_half_2"]),
            f"{kind}_here": made(end[1], end[0]),
            f"{kind}_here_early": made(end[1], its[f"{kind}_half_1"]),
            f"{kind}_late": made(end[0], its[f"{kind}_half_0"]),
            f"{kind}_by_due": (_.completed_on <= its.due).any(),
            f"{kind}_ever": _.count(),
            f"last_{kind}_on": _.completed_on.max(),
        },
    )
    lent = (_[f"{kind}_then"] == 0) & (_[f"{kind}_before_early"] > 0)
    former = {f"{kind}_former": _[f"{kind}_before"] - lent.cast("int32")}
    given = (_[f"{kind}_former"] == 0) & (_[f"{kind}_here_early"] > 0)
    own = {f"{kind}_own": _[f"{kind}_here"] - given.cast("int32")}
    known = _[f"{kind}_by_due"] | (_[f"{kind}_ever"] == 0)
    found = {
        f"{kind}_made": ibis.cases(
            ((_[f"{kind}_own"] > 0) | (_[f"{kind}_late"] > 0), True), (known, False), else_=ibis.null("boolean")
        ),
        f"{kind}_in_time": ibis.cases((_[f"{kind}_own"] > 0, True), (known, False), else_=ibis.null("boolean")),
    }
    return {**ends, **halves}, counted, former, own, found


OCCASIONS = {
    "PLAN-1": ("the enrollment of {due}", "Initial enrollment and annual recertification"),
    "PLAN-2": ("the annual recertification due {due}", "Initial enrollment and annual recertification"),
    "PLAN-3": ("the six-month update due {due}", "Six-month update"),
    "PLAN-8": ("the update of {due}", "Six-month update"),
}


def _needs(*kinds: str) -> tuple[str, ...]:
    """What a file must be able to tell before these documents can be asked of it."""
    return ("enrollment.enrolled_on", *(f"{DOCUMENTS[kind][0].name}.completed_on" for kind in kinds))


def _asks(rule: str, kind: str, **more: Any) -> Criterion:
    words, (occasion, quote) = DOCUMENTS[kind][1], OCCASIONS[rule]
    return must(
        f"{rule}.{kind}",
        f"have {words} for {occasion} (last: {{last_{kind}_on}})",
        _[f"{kind}_made"],
        page(PLACE, DOCUMENTS[kind][2]),
        page(PLACE, quote),
        fix=f"Complete {words} for {occasion} and record the date.",
        who=COORDINATOR,
        **more,
    )


def _on_time(rule: str, kinds: tuple[str, ...]) -> Criterion:
    in_time = _[f"{kinds[0]}_in_time"]
    for kind in kinds[1:]:
        in_time = in_time & _[f"{kind}_in_time"]
    return must(
        f"{rule}.on_time",
        "be complete by {due}; the page gives no grace period",
        in_time,
        page(PLACE, OCCASIONS[rule][1]),
        unless=_.is_ahead,
        fix="Record the documents complete by {due} if there are any. A late date cannot be undone: write down why, and keep "
        "the next one.",
        who=COORDINATOR,
    )


initial = Rule(
    id="PLAN-1",
    name="Initial enrollment set",
    about=participant,
    cite=page(PLACE, "Initial enrollment and annual recertification"),
    since=date(2018, 7, 1),
    dated_by=_.judged_on,
    missing=UNDATED,
    readings=(SINCE, CYCLE_ANCHOR, SCREEN_RESULTS),
    unsettled=(question(8),),
    needs=_needs(*DOCUMENTS),
    facts=(*cycle, *_occasion(_.half_years * 0), *(step for kind in DOCUMENTS for step in _made(kind))),
    applies=enrolled_now & (_.half_years == 0).fill_null(True),
    due=_.due,
    due_in_words="on the day of enrollment",
    changes_on=next_mark,
    criteria=tuple(_asks("PLAN-1", kind) for kind in DOCUMENTS),
)

annual = Rule(
    id="PLAN-2",
    name="Annual recertification",
    about=participant,
    cite=page(PLACE, "Initial enrollment and annual recertification"),
    since=date(2018, 7, 1),
    dated_by=_.judged_on,
    missing=UNDATED,
    readings=(SINCE, MONTHS, CYCLE_ANCHOR, SCREEN_RESULTS),
    unsettled=(question(4), question(8)),
    needs=_needs(*DOCUMENTS),
    facts=(
        *cycle,
        *_occasion(ibis.cases((_.half_years == 0, 2), (_.half_years % 2 == 0, _.half_years), else_=_.half_years + 1)),
        *_made("screen", every=2),
        *_made("assessment"),
        *_made("plan"),
    ),
    applies=enrolled_now,
    due=_.due,
    due_in_words="every twelve months after the day of enrollment",
    changes_on=next_mark,
    criteria=(*(_asks("PLAN-2", kind) for kind in DOCUMENTS), _on_time("PLAN-2", tuple(DOCUMENTS))),
)

UPDATE = ("assessment", "plan")

six_month = Rule(
    id="PLAN-3",
    name="Six-month update",
    about=participant,
    cite=page(PLACE, "Six-month update"),
    since=date(2018, 7, 1),
    dated_by=_.judged_on,
    missing=UNDATED,
    readings=(SINCE, MONTHS, CYCLE_ANCHOR),
    unsettled=(question(8),),
    needs=_needs(*UPDATE),
    facts=(*cycle, *_occasion(_.half_years + 1 - _.half_years % 2), *(step for kind in UPDATE for step in _made(kind))),
    applies=enrolled_now,
    due=_.due,
    due_in_words="every six months after the day of enrollment, between two annual recertifications",
    changes_on=next_mark,
    criteria=(*(_asks("PLAN-3", kind) for kind in UPDATE), _on_time("PLAN-3", UPDATE)),
)

one_before = Rule(
    id="PLAN-8",
    name="The update before the last",
    about=participant,
    cite=page(PLACE, "This information will be reviewed by the Division of Care and Treatment Services"),
    since=date(2018, 7, 1),
    dated_by=_.judged_on,
    missing=UNDATED,
    readings=(SINCE, MONTHS, CYCLE_ANCHOR, SCREEN_RESULTS),
    unsettled=(question(8),),
    needs=_needs(*DOCUMENTS),
    facts=(
        *cycle,
        *_occasion(_.half_years - 1),
        *_made("screen", every=2),
        *(step for kind in UPDATE for step in _made(kind)),
    ),
    # Asked only where the records reach back that far.
    applies=ibis.cases(
        (_.has_enrollment & _.enrolled_on.isnull(), ibis.null("boolean")),
        else_=enrolled_now & (_.half_years > 0) & (_.assessment_by_due | _.plan_by_due),
    ),
    due=_.due,
    due_in_words="at the update before the last one that fell due",
    changes_on=next_mark,
    criteria=(
        _asks("PLAN-8", "screen", unless=_.nth % 2 == 1),
        *(_asks("PLAN-8", kind) for kind in UPDATE),
    ),
)

meeting = Rule(
    id="PLAN-4",
    name="Meeting in person",
    about=service_plan,
    cite=PAGE_2018.at("Six-month update", "in person"),
    since=date(2018, 7, 1),
    dated_by=_.completed_on,
    readings=(MEETING_IN_PERSON,),
    unsettled=(question(32),),
    missing=("Record the day the plan was completed.", COORDINATOR),
    needs=("service_plan.is_in_person",),
    applies=(_.completed_on < ibis.date(2020, 1, 1)) | chosen(MEETING_IN_PERSON, "still"),
    criteria=(
        should(
            "PLAN-4",
            "follow a meeting in person with the participant",
            _.is_in_person,
            PAGE_2018.at("Six-month update", "in person"),
            fix="Meet the participant in person and record the day of the meeting with the plan.",
            who=COORDINATOR,
        ),
    ),
)

RULES = (initial, annual, six_month, meeting, one_before)
