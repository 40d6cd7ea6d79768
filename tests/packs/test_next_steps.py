"""The step an answer names can still be taken: what helps in time is not offered once the day is over."""

from datetime import date

import pytest

from alongside.packs import PACKS
from law.people import ask_each

PACK = PACKS["wisconsin_crs"]
STARTED = date(2026, 1, 15)
LAST_DAY, DAY_AFTER = date(2026, 4, 15), date(2026, 4, 16)


def asked(rule, tables, on):
    return ask_each(PACK.rule(rule), {"one": tables}, on)["one"][0]


def orientation(on, *sessions):
    held = [{"topic": "updates", "hours": hours, "held_on": day} for hours, day in sessions]
    return asked("TRN-1", {"staff": [{"started_on": STARTED}], "training": held}, on)


def test_in_time_more_hours_are_the_next_step():
    answer = orientation(LAST_DAY, ("7", date(2026, 3, 1)))

    assert answer.next_step == (
        "Complete 3 more hours of orientation training and record them by topic (due 15 April 2026)."
    )


@pytest.mark.parametrize("hours", ["7", "10"])
def test_once_the_day_is_over_only_what_was_held_or_an_exemption_helps(hours):
    answer = orientation(DAY_AFTER, (hours, date(2026, 3, 1)))

    assert answer.answer == "not met"
    assert "only an exemption helps" in answer.next_step
    assert "TRN-3" in answer.next_step
    assert "more hours" not in " ".join(c.fix for c in answer.criteria)


def test_the_sentence_says_how_many_hours_were_in_time():
    answer = orientation(date(2026, 6, 1), ("7", date(2026, 3, 1)), ("5", date(2026, 5, 2)))

    assert answer.criteria[0].sentence == "complete 10 hours by 15 April 2026 (7 in time)"


def test_an_exemption_granted_after_the_day_still_helps():
    rest = [{"topic": topic, "hours": "1.5", "held_on": date(2026, 3, 1)} for topic in list(PACK_TOPICS)[1:]]
    granted = {"topic": PACK_TOPICS[0], "hours": "1", "decision": "granted", "decided_on": date(2026, 5, 20)}
    tables = {"staff": [{"started_on": STARTED}], "training": rest, "exemption": [granted]}

    assert [asked("TRN-1", tables, date(2026, 5, day)).answer for day in (19, 20)] == ["not met", "met"]


PACK_TOPICS = ("updates", "statutes", "civil_rights", "documentation", "confidentiality", "patient_rights", "recovery")


def test_an_undecided_request_waits_for_the_division_and_shows_its_tests():
    answer = asked("TRN-3", {"exemption": [{"requested_on": date(2026, 3, 1), "is_duplicative": False}]}, LAST_DAY)

    assert answer.answer == "a person must decide"
    assert answer.who == "Division of Care and Treatment Services"
    assert {c.id for c in answer.advice} == {"TRN-3.duplicative", "TRN-3.required"}


@pytest.mark.parametrize(("has_summary", "step"), [
    (None, "Record the day of the discharge, and whether there is a written summary."),
    (True, "In the summary, give the reason for discharge; where it is on paper, record here what it says."),
])  # fmt: skip
def test_a_summary_nobody_can_read_here_says_what_to_record(has_summary, step):
    ended = {"discharge_id": "D1", "discharged_on": date(2026, 3, 1), "has_summary": has_summary}

    answer = asked("DSC-2", {"discharge": [ended]}, LAST_DAY)

    assert (answer.answer, answer.next_step) == ("facts missing", step)
    assert answer.who


def test_a_missing_summary_is_the_summary_rules_to_say():
    ended = {"discharge_id": "D1", "discharged_on": date(2026, 3, 1), "has_summary": False}

    assert asked("DSC-2", {"discharge": [ended]}, LAST_DAY).answer == "does not apply"
    assert asked("DSC-1", {"discharge": [ended]}, LAST_DAY).answer == "not met"
