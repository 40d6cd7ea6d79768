"""What a packet owes for one person, by the days of enrollment and discharge."""

from datetime import date

import pytest

from alongside.packs import PACKS
from alongside.packs.wisconsin_crs.readings_of_oversight import MOST_RECENT
from alongside.reviews.requirements import PLACE, REQUIREMENTS, chosen, owed

PACK = PACKS["wisconsin_crs"]
SET = ["screen", "assessment", "plan"]
INITIAL, ANNUAL = [f"initial_{name}" for name in SET], [f"annual_{name}" for name in SET]
SIX_MONTH = ["six_month_assessment", "six_month_plan"]


def ids(enrolled_on, discharged_on=None, until=date(2026, 9, 30)):
    return [one.requirement.id for one in owed(enrolled_on=enrolled_on, discharged_on=discharged_on, until=until)]


@pytest.mark.parametrize(
    ("enrolled_on", "discharged_on", "expected"),
    [
        (date(2026, 9, 30), None, INITIAL),
        (date(2026, 4, 1), None, INITIAL),  # six months end the day after
        (date(2026, 3, 31), None, [*INITIAL, *SIX_MONTH]),
        (date(2026, 3, 30), None, [*INITIAL, *SIX_MONTH]),
        (date(2025, 10, 1), None, [*INITIAL, *SIX_MONTH]),
        (date(2025, 9, 30), None, [*ANNUAL, *SIX_MONTH]),
        (date(2025, 1, 5), None, [*ANNUAL, *SIX_MONTH]),
        (date(2026, 2, 1), date(2026, 5, 1), [*INITIAL, "discharge_summary"]),
        (date(2026, 2, 1), date(2026, 10, 1), [*INITIAL, *SIX_MONTH]),  # discharged after the period
        (date(2026, 10, 1), None, []),
        (None, None, []),
    ],
)
def test_the_last_set_of_each_occasion_is_owed(enrolled_on, discharged_on, expected):
    """By the one choice of the reading `most_recent`."""
    assert list(MOST_RECENT.choices) == ["last of each"]
    assert ids(enrolled_on, discharged_on) == expected


def test_a_document_is_the_updates_it_precedes_or_came_late_for():
    plan = next(
        one
        for one in owed(enrolled_on=date(2025, 1, 5), discharged_on=None, until=date(2026, 9, 30))
        if one.requirement.id == "annual_plan"
    )

    assert plan.due_on == date(2026, 1, 5)
    assert chosen([(date(2025, 7, 5), "six-month"), (date(2026, 1, 5), "in time")], plan) == "in time"
    assert chosen([(date(2025, 7, 6), "early"), (date(2026, 2, 1), "late")], plan) == "early"
    assert chosen([(date(2026, 2, 1), "late"), (date(2026, 3, 1), "later")], plan) == "late"
    assert chosen([(date(2026, 4, 6), "the next one's")], plan) is None


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda one: one.id)
def test_every_requirement_is_asked_by_a_criterion_of_the_pack(requirement):
    rule = PACK.rule(requirement.rule)
    criterion = next(c for c in rule.criteria if c.id == requirement.rule)

    assert criterion.kind == "must"
    assert PLACE in {cite.place for cite in criterion.cites} or requirement.table == "discharge_summary"
