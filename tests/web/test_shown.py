"""What a page shows of an answer: the open reasons first, none hidden without a count."""

import datetime

from alongside.facts.world import World
from alongside.packs import PACKS
from alongside.packs.asking import ask
from alongside.web.shown import URGENCY, live, most_urgent_first

ON = datetime.date(2026, 11, 20)
PACK = PACKS["wisconsin_crs"]


def shown(rule, on=ON, **tables):
    return live(next(iter(ask(PACK.rule(rule), World(tables), on=on))))


def new_hire(**more):
    return {"staff": [{"staff_id": "s", "staff_number": "S1", "started_on": "2026-07-15"}], **more}


def test_broken_duties_come_first_and_the_rest_is_counted():
    late = shown("TRN-1", **new_hire(training=[_session("updates"), _session("recovery")]))

    assert [line.stands for line in late.first] == ["no"] * 4
    assert (late.open_after_first, late.held) == (2, 2)
    assert late.next_step
    assert late.source["quote"]


def test_what_is_still_in_time_is_not_yet_and_not_no():
    early = shown("TRN-1", on=datetime.date(2026, 8, 1), **new_hire())

    assert early.answer == "not yet due"
    assert {line.stands for line in early.first} == {"not-yet"}


def test_a_missing_fact_is_not_known():
    unknown = shown("ELG-2", participant=[{"participant_id": "p", "medicaid_id": "1000000001"}])

    assert [line.stands for line in unknown.first] == ["unknown"]


def test_of_a_met_rule_what_was_asked_is_shown_without_what_is_not_needed():
    home = shown(
        "ELG-4",
        participant=[{"participant_id": "p", "medicaid_id": "1000000001", "born_on": "1980-01-01"}],
        residence=[{"participant_id": "p", "setting": "own_home"}],
    )

    assert [line.stands for line in home.first] == ["yes"]
    assert not home.is_open


def test_a_rule_that_does_not_apply_asks_nothing():
    planned = shown(
        "DSC-4",
        participant=[{"participant_id": "p", "medicaid_id": "1000000001"}],
        discharge=[{"discharge_id": "d", "participant_id": "p", "discharged_on": "2026-10-01", "is_planned": True}],
    )

    assert planned.answer == "does not apply"
    assert {line.stands for line in planned.lines} == {"aside"}


def test_answers_are_ordered_by_urgency():
    answers = [shown("TRN-1", **new_hire()), shown("TRN-1", on=datetime.date(2026, 8, 1), **new_hire())]

    assert [one.answer for one in most_urgent_first(reversed(answers))] == ["not met", "not yet due"]
    assert len(URGENCY) == 6


def _session(topic):
    return {"staff_id": "s", "topic": topic, "hours": "1.5", "held_on": "2026-08-01"}
