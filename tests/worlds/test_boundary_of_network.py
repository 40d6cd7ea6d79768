"""The days of the network: what a provider, a place and whoever serves show from one day to another."""

from datetime import date

import pytest

from law.people import ask_each

from .boundary import (
    FEW,
    FROM_THE_DAY,
    LATE,
    NOT_YET,
    PACK,
    days,
    each,
    words,
    words_on_the_day,
    words_when_asked,
)
from .oracle import add_months

PAPERS = ("completed_on", "confirmed_on", "disclosure_on", "justice_on", "letter_on")
PEER = "certified_peer_specialist"
GONE = ["does not apply", "not met", "not met"]
RENEWED_BY, SHORT_OF = ["not met", "not yet due", "not yet due"], ["not yet due", "not yet due", "met"]
AHEAD = days(90)


def applied(sent_on):
    return {"provider": [{"kind": "program_agency"}], "agency_application": [{"sent_on": sent_on}]}


def agreed(*agreements, **provider):
    given = {"form": "f_00312", "signed_on": date(2020, 1, 6)}
    return {"provider": [{"kind": "cbrf", **provider}], "agreement": [{**given, **one} for one in agreements]}


def licensed(*licenses, **place):
    at = {"provider_location_id": "L1"}
    return {
        "provider_location": [{**at, "setting": "cbrf", "beds": 8, **place}],
        "provider_license": [{**at, "kind": "dhs_83", **one} for one in licenses],
    }


def certified(*certificates, **staff):
    return {"staff": [staff], "credential": [{"kind": PEER, **one} for one in certificates]}


def checked(on, **more):
    return {"staff": [{}], "background_check": [{**dict.fromkeys(PAPERS, on), **more}]}


# What is in force from a day to a day: the rule, its facts, and the columns of the first and the last day.
PERIODS = [
    pytest.param("PRV-2", agreed, "starts_on", "ends_on", id="PRV-2"),
    pytest.param("PRV-3", licensed, "starts_on", "ends_on", id="PRV-3"),
    pytest.param("CPS", certified, "issued_on", "expires_on", id="CPS"),
]


# --------------------------------------------------------------------------------------------------- in force


def test_what_is_sent_or_signed_counts_from_its_day():
    assert words_on_the_day("PRV-1", FEW, lambda on, off: applied(on + off)) == dict.fromkeys(FEW, LATE)
    signed = words_on_the_day("PRV-2", FEW, lambda on, off: agreed({"signed_on": on + off}))
    assert signed == dict.fromkeys(FEW, LATE)


@pytest.mark.parametrize("rule,facts,first,last", PERIODS)
def test_first_and_last_days_count_and_the_last_one_asks_for_the_next(rule, facts, first, last):
    begun = words_on_the_day(rule, FEW, lambda on, off: facts({first: on + off}))
    ending = words_on_the_day(rule, FEW, lambda on, off: facts({last: on + off}))

    assert begun == dict.fromkeys(FEW, LATE)
    assert ending == dict.fromkeys(FEW, RENEWED_BY)


@pytest.mark.parametrize("rule,facts,first,last", PERIODS)
def test_a_renewal_is_due_from_ninety_days_before_the_last_day(rule, facts, first, last):
    ending = words_on_the_day(rule, FEW, lambda on, off: facts({last: on + AHEAD + off}))

    assert ending == dict.fromkeys(FEW, SHORT_OF)


@pytest.mark.parametrize("rule,facts,first,last", PERIODS)
def test_the_next_one_begins_the_day_after_at_the_latest(rule, facts, first, last):
    def renewed(on, off):
        return facts({last: on + days(9)}, {first: on + days(10) + off, last: on + days(400)})

    assert words_on_the_day(rule, FEW, renewed) == each(FEW, "met", "met", "not yet due")


@pytest.mark.parametrize("rule,facts,first,last", PERIODS)
def test_a_renewal_is_not_yet_due_until_the_last_day_is_over(rule, facts, first, last):
    asked = words_when_asked(rule, FEW, lambda on: facts({last: on}), due=lambda on: on)

    for anchor, answers in asked.items():
        assert [answer.answer for answer in answers] == NOT_YET, anchor
        assert [answer.changes_on for answer in answers[:2]] == [anchor + days(1)] * 2


@pytest.mark.parametrize("rule,facts,first,last", PERIODS)
def test_the_day_it_is_first_asked_for_is_told_ahead(rule, facts, first, last):
    asked = words_when_asked(rule, FEW, lambda on: facts({last: on}), due=lambda on: on - AHEAD)

    for anchor, answers in asked.items():
        assert [answer.answer for answer in answers] == ["met", "not yet due", "not yet due"], anchor
        assert answers[0].changes_on == anchor - AHEAD


# ----------------------------------------------------------------------------------------- while somebody is here


@pytest.mark.parametrize(
    "rule,facts",
    [
        ("PRV-1", lambda day: {"provider": [{"kind": "program_agency", "ended_on": day}]}),
        ("PRV-2", lambda day: agreed(ended_on=day)),
        ("PRV-3", lambda day: licensed(ends_on=day)),
        ("PRV-4", lambda day: {"staff": [{"ended_on": day}]}),
        ("CPS", lambda day: certified({"expires_on": date(2020, 1, 6)}, ended_on=day)),
    ],
)
def test_nothing_is_asked_of_whoever_left_the_day_before(rule, facts):
    assert words_on_the_day(rule, FEW, lambda on, off: facts(on + off)) == dict.fromkeys(FEW, GONE)


@pytest.mark.parametrize(
    "rule,facts",
    [
        ("PRV-3", lambda day: licensed(starts_on=day)),
        ("PRV-4", lambda day: {"staff": [{"started_on": day}]}),
        ("CPS", lambda day: certified({"expires_on": date(2020, 1, 6)}, started_on=day)),
    ],
)
def test_nothing_is_asked_of_whoever_begins_the_day_after(rule, facts):
    asked = words_on_the_day(rule, FEW, lambda on, off: facts(on + off))

    assert asked == each(FEW, "not met", "not met", "does not apply")


# -------------------------------------------------------------------------------------------- background checks


def test_a_check_is_done_again_by_four_years():
    asked = words_when_asked("PRV-4", FEW, checked, due=lambda on: add_months(on, 48))

    for anchor, answers in asked.items():
        assert [answer.answer for answer in answers] == NOT_YET, anchor
        assert {answer.due for answer in answers} == {add_months(anchor, 48)}


def test_the_next_check_is_asked_for_ninety_days_ahead():
    asked = words_when_asked("PRV-4", FEW, checked, due=lambda on: add_months(on, 48) - AHEAD)

    for anchor, answers in asked.items():
        assert [answer.answer for answer in answers] == ["met", "not yet due", "not yet due"], anchor
        assert answers[0].changes_on == add_months(anchor, 48) - AHEAD


@pytest.mark.parametrize("paper", PAPERS)
def test_each_paper_of_a_check_is_there_on_its_day(paper):
    asked = words_on_the_day("PRV-4", FEW, lambda on, off: checked(on - days(3), **{paper: on + off}))

    assert asked == dict.fromkeys(FEW, LATE)


def test_a_check_of_the_day_something_became_known_covers_it():
    def known(on, off):
        return {**checked(on), "changed_circumstance": [{"known_on": on + off}]}

    few = words("PRV-4", FEW, known, on=date(2025, 3, 1))

    assert few == dict.fromkeys(FEW, LATE)


def test_a_change_is_asked_about_from_the_day_it_became_known():
    def known(on, off):
        return {**checked(on - days(30)), "changed_circumstance": [{"known_on": on + off}]}

    assert words_on_the_day("PRV-4", FEW, known) == each(FEW, "not met", "not met", "met")


def test_the_right_form_counts_while_its_agreement_is_in_force():
    """An agreement on the other form has no end: only the fitting one decides."""

    def forms(on, off):
        return agreed({"form": "f_00312a"}, {"ends_on": on + off})

    assert words_on_the_day("PRV-2", FEW, forms) == dict.fromkeys(FEW, FROM_THE_DAY)


def test_the_license_of_the_kind_a_place_needs_is_advice_about_its_days():
    for on in FEW:
        worlds = {f"{off:+}": licensed({"kind": "dhs_88"}, {"ends_on": on + days(off)}) for off in (-1, 0, 1)}

        found = ask_each(PACK.rule("PRV-3"), worlds, on)

        assert [bool(found[f"{off:+}"][0].advice) for off in (-1, 0, 1)] == [True, False, False], on
