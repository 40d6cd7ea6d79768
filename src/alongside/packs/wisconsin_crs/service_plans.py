"""Plans and their cycle: PLAN-1 to PLAN-4. The items are those of the annual documentation oversight."""

from datetime import date
from typing import Any

import ibis
from ibis import _

from alongside.facts.contract import FactTable
from alongside.facts.tables import assessment, functional_screen, participant, service_plan
from alongside.law import Criterion, Rule, after, chosen, its, months_between, must, should, tally

from .enrolled import enrolled
from .readings import CYCLE_ANCHOR, MEETING_IN_PERSON, MONTHS, SINCE, question
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

cycle = (*enrolled, {"half_years": ibis.greatest(ibis.literal(0), _half_years).cast("int32")})
enrolled_now = _.has_enrollment.fill_null(False) & (_.discharged_on.isnull() | (_.discharged_on > _.asked_on))
next_mark = after(_.enrolled_on, months=(_.half_years + 1) * HALF_YEAR)


def _dated(nth: Any, half_years_each: int) -> dict[str, Any]:
    """Facts of the update that falls `nth` half-years after enrollment: its day, its window and the window before."""
    return {
        "due": after(_.enrolled_on, months=nth * HALF_YEAR),
        "opens_on": after(_.enrolled_on, months=(nth - half_years_each) * HALF_YEAR),
        "before_on": after(_.enrolled_on, months=(nth - 2 * half_years_each) * HALF_YEAR),
        "is_ahead": nth > _.half_years,
    }


def _made(kind: str, opens: str = "opens_on", before: str = "before_on") -> tuple[Any, ...]:
    """Whether the document was made for this update. One made after the last update's day was that update's, late."""
    table = DOCUMENTS[kind][0]
    in_window = _.completed_on > its[opens]
    in_the_one_before = (_.completed_on > its[before]) & (_.completed_on <= its[opens])
    counted = tally(
        table, "participant_id", _.completed_on <= its.asked_on,
        **{
            f"{kind}_here": in_window.sum(),
            f"{kind}_before": in_the_one_before.sum(),
            f"{kind}_in_window": (in_window & (_.completed_on <= its.due)).any(),
            f"{kind}_by_due": (_.completed_on <= its.due).any(),
            f"last_{kind}_on": _.completed_on.max(),
        },
    )  # fmt: skip
    owed_before = (_.is_ahead & (_[f"{kind}_before"] == 0)).cast("int32")
    # A tracker keeps the last document only: with nothing on record up to the day, whether it was in time is not known.
    in_time = ibis.cases((_[f"{kind}_in_window"], True), (_[f"{kind}_by_due"], False), else_=ibis.null("boolean"))
    return counted, {f"{kind}_made": _[f"{kind}_here"] - owed_before >= 1, f"{kind}_in_time": in_time}


OCCASIONS = {
    "PLAN-1": ("the enrollment of {due}", "Initial enrollment and annual recertification"),
    "PLAN-2": ("the annual recertification due {due}", "Initial enrollment and annual recertification"),
    "PLAN-3": ("the six-month update due {due}", "Six-month update"),
}


def _asks(rule: str, kind: str) -> Criterion:
    words, (occasion, quote) = DOCUMENTS[kind][1], OCCASIONS[rule]
    return must(
        f"{rule}.{kind}",
        f"have {words} for {occasion} (last: {{last_{kind}_on}})",
        _[f"{kind}_made"],
        page(PLACE, quote),
        page(PLACE, DOCUMENTS[kind][2]),
        fix=f"Complete {words} for {occasion} and record the date.",
        who=COORDINATOR,
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
    dated_by=_.due,
    readings=(SINCE, CYCLE_ANCHOR),
    unsettled=(question(8),),
    facts=(
        *cycle,
        {
            "opens_on": ibis.date(1900, 1, 1),
            "before_on": ibis.date(1900, 1, 1),
            "is_ahead": False,
            "due": _.enrolled_on,
        },
        *(step for kind in DOCUMENTS for step in _made(kind)),
    ),
    applies=enrolled_now & (_.half_years == 0).fill_null(True),
    due=_.due,
    changes_on=next_mark,
    criteria=tuple(_asks("PLAN-1", kind) for kind in DOCUMENTS),
)

_annual = ibis.cases((_.half_years == 0, 2), (_.half_years % 2 == 0, _.half_years), else_=_.half_years + 1)

annual = Rule(
    id="PLAN-2",
    name="Annual recertification",
    about=participant,
    cite=page(PLACE, "Initial enrollment and annual recertification"),
    since=date(2018, 7, 1),
    dated_by=_.due,
    readings=(SINCE, MONTHS, CYCLE_ANCHOR),
    unsettled=(question(4), question(8)),
    facts=(
        *cycle,
        {"nth": _annual},
        _dated(_.nth, 1),
        {"year_opens_on": after(_.enrolled_on, months=(_.nth - 2) * HALF_YEAR)},
        {"year_before_on": after(_.enrolled_on, months=(_.nth - 4) * HALF_YEAR)},
        *_made("screen", "year_opens_on", "year_before_on"),
        *_made("assessment"),
        *_made("plan"),
    ),
    applies=enrolled_now,
    due=_.due,
    changes_on=next_mark,
    criteria=(
        *(_asks("PLAN-2", kind) for kind in DOCUMENTS),
        _on_time("PLAN-2", tuple(DOCUMENTS)),
    ),
)

six_month = Rule(
    id="PLAN-3",
    name="Six-month update",
    about=participant,
    cite=page(PLACE, "Six-month update"),
    since=date(2018, 7, 1),
    dated_by=_.due,
    readings=(SINCE, MONTHS, CYCLE_ANCHOR),
    unsettled=(question(8),),
    facts=(
        *cycle,
        {"nth": _.half_years + 1 - _.half_years % 2},
        _dated(_.nth, 1),
        *_made("assessment"),
        *_made("plan"),
    ),
    applies=enrolled_now,
    due=_.due,
    changes_on=next_mark,
    criteria=(
        *(_asks("PLAN-3", kind) for kind in ("assessment", "plan")),
        _on_time("PLAN-3", ("assessment", "plan")),
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
    applies=(_.completed_on < ibis.date(2020, 1, 1)) | chosen(MEETING_IN_PERSON, "still"),
    criteria=(
        should(
            "PLAN-4",
            "follow a meeting in person with the participant",
            _.is_in_person,
            PAGE_2018.at("Six-month update", "in person"),
            fix="Meet the participant in person and record the day of the meeting with the plan.",
            who="service coordinator",
        ),
    ),
)

RULES = (initial, annual, six_month, meeting)
