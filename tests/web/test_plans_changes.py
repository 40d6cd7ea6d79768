"""What changed between two plans, and where a plan stands in the cycle."""

from datetime import date
from types import SimpleNamespace

import pytest

from alongside.web.plan_changes import changes
from alongside.web.plan_cycle import months_after, next_kind, sets
from alongside.web.shown import Shown

NAMES = ("kind", "provider", "outcome", "interventions", "frequency", "starts_on", "ends_on")
COOKS = {"kind": "clss", "outcome": "Cooks three meals", "interventions": "Recipe cards", "frequency": "twice a week"}
WALKS = {"kind": "peer_support", "outcome": "Goes out", "frequency": "weekly"}


def line(**said):
    return SimpleNamespace(**{name: said.get(name) for name in NAMES})


def test_a_line_with_other_words_is_changed_and_not_ended_and_added():
    found = changes([line(**COOKS), line(**WALKS)], [line(**COOKS, ends_on=date(2027, 1, 1)), line(**WALKS)])

    (change,) = found.changed
    assert change.parts == [("to", "not recorded", "1 January 2027")]
    assert (found.added, found.ended, found.kept) == ([], [], 1)


def test_new_and_ended_lines_are_told_apart():
    found = changes([line(**COOKS)], [line(**WALKS), line(kind="supported_employment", outcome="A job outdoors")])

    assert [one.line.outcome for one in found.added] == ["Goes out", "A job outdoors"]
    assert [one.line.outcome for one in found.ended] == ["Cooks three meals"]


def test_spaces_and_blank_are_no_change():
    spaced = {**COOKS, "outcome": " Cooks  three meals", "interventions": "Recipe cards\n"}

    assert not changes([line(**COOKS)], [line(**spaced, provider="")]).any


@pytest.mark.parametrize(
    ("months", "due"),
    [(6, date(2026, 2, 28)), (12, date(2026, 8, 31)), (18, date(2027, 2, 28)), (24, date(2027, 8, 31))],
)
def test_months_are_counted_from_the_original_day(months, due):
    assert months_after(date(2025, 8, 31), months) == due


def asked(rule, nth, answer="met", **made):
    facts = {"nth": nth, **made}
    today = date(2026, 11, 20)
    return Shown(rule, "", "", "", "", answer, None, today, (), "", "", facts)


ENROLLED, TODAY = date(2025, 8, 31), date(2026, 11, 20)


def test_the_cycle_runs_from_enrollment_to_the_set_ahead():
    days = {
        "screen": [date(2025, 8, 1)],
        "assessment": [date(2025, 8, 20), date(2026, 3, 2)],
        "plan": [date(2025, 8, 30)],
    }
    found = sets(ENROLLED, TODAY, [asked("PLAN-3", 3, "not yet due", plan_made=False, assessment_made=None)], days)

    assert [(one.name, one.due) for one in found] == [
        ("Initial enrollment set", date(2025, 8, 31)),
        ("Six-month update", date(2026, 2, 28)),
        ("Annual recertification", date(2026, 8, 31)),
        ("Six-month update", date(2027, 2, 28)),
    ]
    assert [(paper.kind, paper.made_on) for paper in found[0].papers] == [
        ("screen", date(2025, 8, 1)), ("assessment", date(2025, 8, 20)), ("plan", date(2025, 8, 30)),
    ]  # fmt: skip
    assert [paper.made_on for paper in found[1].papers] == [date(2026, 3, 2), None]
    assert [one.is_ahead for one in found] == [False, False, False, True]
    assert [paper.is_made for paper in found[3].papers] == [None, False]


def test_the_plan_to_write_next_is_that_of_the_first_set_that_lacks_one():
    late, ahead = asked("PLAN-2", 2, "not met", plan_made=False), asked("PLAN-3", 3, "not yet due", plan_made=False)
    made = asked("PLAN-2", 2, plan_made=True)

    assert next_kind(sets(ENROLLED, TODAY, [late, ahead], {})) == "annual"
    assert next_kind(sets(ENROLLED, TODAY, [made, ahead], {})) == "six_month"
    assert next_kind([]) == "initial"


def test_nobody_without_a_day_of_enrollment_has_a_cycle():
    assert sets(None, TODAY, [], {}) == []
