"""For every day a rule counts to: the day before, the day, the day after; at month ends, 29 February, year's turn.

The days of services stand in `test_boundary_of_services`, those of the network and of the state's reviews in
`test_boundary_of_network` and `test_boundary_of_reviews`, the day each rule begins in `test_rules_begin`.
"""

from datetime import date

import pytest

from alongside.packs.asking import ask
from law.people import ask_each, world_of

from .boundary import (
    ANCHORS,
    FEW,
    FROM_THE_DAY,
    LATE,
    LATER,
    NOT_YET,
    OFF,
    PACK,
    UNTIL_THE_DAY,
    completed,
    days,
    enrolled,
    trained,
    words,
    words_when_asked,
)
from .oracle import add_months, birthday

# ------------------------------------------------------------------------------------------- by three months


def test_training_on_the_last_day_of_the_three_months_counts():
    def facts(started_on, off):
        return {"staff": [{"started_on": started_on}], "training": trained(add_months(started_on, 3) + off)}

    assert words("TRN-1", ANCHORS, facts) == dict.fromkeys(ANCHORS, LATE)


def test_some_last_days_written_out():
    """By hand, so that the arithmetic of the tests themselves stands on something."""
    last_days = {
        date(2025, 1, 31): date(2025, 4, 30),
        date(2023, 11, 30): date(2024, 2, 29),
        date(2024, 11, 30): date(2025, 2, 28),
        date(2024, 2, 29): date(2024, 5, 29),
        date(2024, 10, 1): date(2025, 1, 1),
        date(2024, 9, 30): date(2024, 12, 30),
    }
    found = ask_each(PACK.rule("TRN-1"), {str(day): {"staff": [{"started_on": day}]} for day in last_days}, LATER)

    assert {date.fromisoformat(name): answers[0].due for name, answers in found.items()} == last_days


def test_the_training_duty_is_not_yet_due_until_its_last_day_is_over():
    found = words_when_asked(
        "TRN-1", FEW, lambda day: {"staff": [{"started_on": day}]}, due=lambda day: add_months(day, 3)
    )  # fmt: skip

    for anchor, answers in found.items():
        assert [answer.answer for answer in answers] == NOT_YET, anchor
        assert {answer.due for answer in answers} == {add_months(anchor, 3)}
        assert answers[0].changes_on == answers[1].changes_on == add_months(anchor, 3) + days(1)


# -------------------------------------------------------------------------------------------- by the plan cycle


@pytest.mark.parametrize("rule_id,months", [("PLAN-3", 6), ("PLAN-2", 12), ("PLAN-3", 18), ("PLAN-2", 24)])
def test_an_update_on_its_day_is_in_time(rule_id, months):
    """Asked a month after the day. Clamped days never drift: each is counted from the enrollment date."""
    worlds, rule = {}, PACK.rule(rule_id)
    for anchor in FEW:
        before = [add_months(anchor, n) for n in range(0, months, 6)]
        yearly = [add_months(anchor, n) for n in range(0, months, 12)]
        for off in OFF:
            day = add_months(anchor, months) + days(off)
            papers, screens = completed(*before, day), completed(*yearly, day)
            worlds[f"{anchor} {off}"] = enrolled(
                anchor, assessment=papers, service_plan=papers, functional_screen=screens
            )  # fmt: skip
    world = world_of(rule, worlds)

    for anchor in FEW:
        due = add_months(anchor, months)
        answers = ask(rule, world, on=due + days(30), about=[f"{anchor} {off}" for off in OFF])
        found = {answer.root: answer for answer in answers}

        assert [found[f"{anchor} {off}"].answer for off in OFF] == LATE, (anchor, months)
        assert found[f"{anchor} 0"].due == due


@pytest.mark.parametrize(
    "rule_id,months", [("PLAN-1", 0), ("PLAN-3", 6), ("PLAN-2", 12), ("PLAN-3", 18), ("PLAN-2", 24)]
)
def test_an_update_is_not_yet_due_until_its_day_is_over(rule_id, months):
    found = words_when_asked(rule_id, FEW[:6], enrolled, due=lambda day: add_months(day, months))

    for anchor, answers in found.items():
        assert [answer.answer for answer in answers] == NOT_YET, (anchor, months)
        assert {answer.due for answer in answers} == {add_months(anchor, months)}


# ---------------------------------------------------------------------------------------------------- by age


def test_fourteen_on_the_day_of_enrollment():
    born = [*ANCHORS, date(2008, 2, 29), date(2004, 2, 29)]

    def facts(born_on, off):
        return {"participant": [{"born_on": born_on}], **enrolled(birthday(born_on, 14) + off)}

    assert words("ELG-1", born, facts, on=date(2045, 1, 1)) == dict.fromkeys(born, FROM_THE_DAY)


def test_the_adult_screen_counts_from_the_eighteenth_birthday():
    born = [*FEW, date(2008, 2, 29), date(2004, 2, 29)]

    def facts(born_on, off):
        screen = {"kind": "mh_sud", "result": "eligible", "completed_on": birthday(born_on, 18) + off}
        first = enrolled(birthday(born_on, 15), functional_screen=[screen])
        return {"participant": [{"born_on": born_on}], **first}

    expected = ["a person must decide", "met", "met"]
    assert words("ELG-3", born, facts, on=date(2045, 1, 1)) == dict.fromkeys(born, expected)


# ------------------------------------------------------------------------------------------------ by periods


@pytest.mark.parametrize(
    "edge,expected", [("ends_on", FROM_THE_DAY), ("starts_on", UNTIL_THE_DAY)], ids=["last day", "first day"]
)
@pytest.mark.parametrize(
    "rule_id,table,row", [("ELG-2", "coverage", {"plan": "medicaid"}), ("ELG-4", "residence", {"setting": "own_home"})]
)
def test_first_and_last_days_of_a_period_count(rule_id, table, row, edge, expected):
    """Somebody discharged is judged on the day of discharge."""

    def facts(discharged_on, off):
        ended = {"discharge": [{"discharge_id": "D1", "discharged_on": discharged_on}]}
        return {**enrolled(date(2022, 1, 3)), **ended, table: [{**row, edge: discharged_on + off}]}

    outside = "not met" if rule_id == "ELG-2" else "facts missing"  # nobody recorded another home
    expected = [outside if word == "not met" else word for word in expected]
    assert words(rule_id, ANCHORS, facts) == dict.fromkeys(ANCHORS, expected)


def test_the_twelve_months_before_a_request():
    """The Division decides; whether the training was recent is shown to it and to the reader."""

    def recent(day_of):
        worlds = {
            f"{anchor} {off:+}": {"exemption": [{"requested_on": anchor, "completed_on": day_of(anchor) + days(off)}]}
            for anchor in ANCHORS
            for off in OFF
        }
        found = ask_each(PACK.rule("TRN-3"), worlds, LATER)
        told = {
            name: next(c.holds for c in answers[0].criteria if c.id == "TRN-3.recent")
            for name, answers in found.items()
        }
        assert {answers[0].answer for answers in found.values()} <= {"a person must decide"}
        return {anchor: [told[f"{anchor} {off:+}"] for off in OFF] for anchor in ANCHORS}

    assert recent(lambda day: add_months(day, -12)) == {day: [False, True, True] for day in ANCHORS}
    assert recent(lambda day: day) == {day: [True, True, False] for day in ANCHORS}


def test_an_exemption_is_decided_from_the_day_of_the_decision():
    for decision, expected in (
        ("granted", ["met", "met", "a person must decide"]),
        ("refused", ["does not apply", "does not apply", "a person must decide"]),
    ):
        for on in FEW:
            asked = {"requested_on": on - days(30), "decision": decision}
            worlds = {f"{off:+}": {"exemption": [{**asked, "decided_on": on + days(off)}]} for off in OFF}

            found = ask_each(PACK.rule("TRN-3"), worlds, on)

            assert [found[f"{off:+}"][0].answer for off in OFF] == expected


def test_ninety_days_after_the_last_contact_by_the_older_page():
    def facts(last_contact_on, off):
        discharged_on = last_contact_on + days(90) + off
        lost = {"discharge_id": "D1", "cause": "whereabouts_unknown", "discharged_on": discharged_on}
        return {"participant": [{}], "discharge": [{**lost, "last_contact_on": last_contact_on}]}

    older = {"older_discharge_page": "in force"}
    assert words("DSC-8", ANCHORS, facts, choices=older) == dict.fromkeys(ANCHORS, FROM_THE_DAY)


@pytest.mark.parametrize("rule_id", ["DSC-1", "DSC-2", "DSC-4", "DSC-6"])
def test_a_discharge_is_asked_about_from_its_day(rule_id):
    rule = PACK.rule(rule_id)
    for on in FEW:
        ended = {"discharge_id": "D1", "is_planned": False, "has_summary": rule_id == "DSC-2"}
        worlds = {f"{off:+}": {"discharge": [{**ended, "discharged_on": on + days(off)}]} for off in OFF}

        found = ask_each(rule, worlds, on)

        assert [found[f"{off:+}"][0].answer == "does not apply" for off in OFF] == [False, False, True]
