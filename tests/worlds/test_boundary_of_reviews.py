"""The days of the state's reviews: oversight, monitoring, invoices, plans of action and corrective action plans."""

from datetime import date, datetime, time

import pytest

from law.people import ask_each

from .boundary import FEW, LATE, NOT_YET, PACK, advised, days, each, trained, words, words_when_asked
from .oracle import add_months
from .oracle_of_oversight import packet_due
from .oracle_of_reviews import business_days_after, rolled

OVERSIGHT, POA, CAP = "documentation_oversight", "plan_of_action", "corrective_action_plan"
CALENDARS = ("state_offices", "legal_holidays", "weekdays")
# Around Christmas, New Year, Presidents' Day, Veterans Day, Thanksgiving, and an ordinary week.
STARTS = [
    date(2024, 2, 29), date(2026, 12, 15), date(2026, 12, 22), date(2026, 2, 5), date(2025, 10, 21), date(2025, 11, 3),
    date(2024, 11, 15), date(2026, 3, 10), date(2025, 12, 8), date(2023, 6, 9),
]  # fmt: skip


def by(table, **given):
    return {table: [given]}


# --------------------------------------------------------------------------------------------------- by a day named


def a_plan(due_on, **more):
    return by(POA, issued_on=due_on - days(30), kind="by_a_date", due_on=due_on, **more)


def soon(review_on, **more):
    return by(POA, issued_on=review_on - days(30), kind="as_soon_as_possible", next_review_on=review_on, **more)


def requested(needed_by_on, **more):
    return {"monitoring_visit": [{"planned_on": needed_by_on}], **by("monitoring_request", kind="provider_agreement",
            needed_by_on=needed_by_on, **more)}  # fmt: skip


def noticed(visited_on, next_on=None):
    found = [{"monitoring_visit_id": "V1", "visited_on": visited_on}]
    if next_on:
        found.append({"monitoring_visit_id": "V2", "follows_id": "V1", "visited_on": next_on})
    return {"monitoring_visit": found}


def two_years(day):
    return add_months(day, 24)


def itself(day):
    return day


@pytest.mark.parametrize("rule,done", [
    ("POA-1", lambda day, off: a_plan(day, done_on=day + off)),
    ("POA-2", lambda day, off: soon(day, done_on=day + off)),
    ("MON-1", lambda day, off: noticed(day, two_years(day) + off)),
    ("OVS-3", lambda day, off: by(OVERSIGHT, sample_named_on=day,
                                  packet_received_on=packet_due(day, "state_offices") + off)),
])  # fmt: skip
def test_what_is_done_on_the_last_day_is_in_time(rule, done):
    assert words(rule, FEW, done) == dict.fromkeys(FEW, LATE)


@pytest.mark.parametrize("rule,open_,due", [
    ("POA-1", a_plan, itself),
    ("POA-2", soon, itself),
    ("MON-1", noticed, two_years),
    ("MON-2", requested, itself),
    ("OVS-3", lambda day: by(OVERSIGHT, sample_named_on=day), lambda day: packet_due(day, "state_offices")),
    ("CAP-2", lambda day: by(CAP, opened_on=day, notified_on=day), lambda day: rolled(day + days(10))),
])  # fmt: skip
def test_a_duty_is_not_yet_due_until_its_last_day_is_over(rule, open_, due):
    asked = words_when_asked(rule, FEW, open_, due=due)

    for anchor, answers in asked.items():
        assert [answer.answer for answer in answers] == NOT_YET, anchor
        assert {answer.due for answer in answers} == {due(anchor)}
        assert [answer.changes_on for answer in answers[:2]] == [due(anchor) + days(1)] * 2


def test_the_division_is_asked_to_decide_once_the_date_is_missed():
    expected = ["does not apply", "does not apply", "a person must decide"]

    assert words("CAP-1", FEW, lambda day, off: a_plan(day, done_on=day + off)) == dict.fromkeys(FEW, expected)
    for anchor, answers in words_when_asked("CAP-1", FEW, a_plan, due=itself).items():
        assert [answer.answer for answer in answers] == expected, anchor
        assert answers[0].changes_on == answers[1].changes_on == anchor + days(1)


# --------------------------------------------------------------------------------------------------- by business days


@pytest.mark.parametrize("calendar", CALENDARS)
def test_a_packet_on_its_last_business_day_is_in_time(calendar):
    def sent(named_on, off):
        return by(OVERSIGHT, sample_named_on=named_on, packet_received_on=packet_due(named_on, calendar) + off)

    assert words("OVS-3", STARTS, sent, choices={"business_days": calendar}) == dict.fromkeys(STARTS, LATE)


@pytest.mark.parametrize("calendar", [None, *CALENDARS])
def test_a_draft_on_its_last_day_is_in_time(calendar):
    """Ten calendar days, the last one moved on; or ten business days, by one of three calendars."""

    def last(day):
        return business_days_after(day, 10, calendar) if calendar else rolled(day + days(10))

    def sent(day, off):
        return by(CAP, opened_on=day, notified_on=day, draft_sent_on=last(day) + off)

    choices = {"draft_days": "business", "business_days": calendar} if calendar else None
    assert words("CAP-2", STARTS, sent, choices=choices) == dict.fromkeys(STARTS, LATE)


def test_some_last_days_written_out():
    """By hand, so that the calendars of the oracle stand on something."""
    assert packet_due(date(2025, 10, 21), "state_offices") == date(2025, 11, 12)  # Veterans Day moves it on
    assert packet_due(date(2026, 12, 8), "state_offices") == date(2027, 1, 4)
    assert rolled(date(2026, 2, 15)) == date(2026, 2, 17)  # Presidents' Day
    assert business_days_after(date(2026, 12, 22), 10, "state_offices") == date(2027, 1, 11)
    assert business_days_after(date(2026, 12, 22), 10, "weekdays") == date(2027, 1, 5)


@pytest.mark.parametrize("rule,column", [("CAP-2", "notified_on"), ("CAP-3", "signed_copy_on")])
def test_a_plan_is_asked_about_from_the_day_it_comes(rule, column):
    asked = words_when_asked(rule, FEW, lambda day: by(CAP, opened_on=day, **{column: day}), due=itself)

    for anchor, answers in asked.items():
        assert [answer.answer == "does not apply" for answer in answers] == [True, False, False], anchor
        assert answers[0].changes_on == anchor


# ----------------------------------------------------------------------------------------------------------- advice


@pytest.mark.parametrize("criterion,facts,expected", [
    ("CAP-3", lambda day, off: by(CAP, opened_on=day, signed_copy_on=day, implemented_on=day + off),
     [False, True, True]),
    ("OVS-2.asked", lambda day, off: by(OVERSIGHT, period_starts_on=day, announced_on=day - days(30) + off),
     [True, True, False]),
    ("OVS-2.year", lambda day, off: by(OVERSIGHT, announced_on=day, served_from_on=add_months(day, -12),
                                       served_to_on=day - days(1) + off), [False, True, False]),
    ("OVS-2.year", lambda day, off: by(OVERSIGHT, announced_on=day, served_from_on=add_months(day, -12) + off,
                                       served_to_on=day - days(1)), [False, True, False]),
    ("OVS-5", lambda day, off: by(OVERSIGHT, packet_received_on=day, debriefed_on=day + days(90) + off),
     [True, True, False]),
])  # fmt: skip
def test_advice_goes_by_its_day(criterion, facts, expected):
    rule = PACK.rule(criterion).id

    assert advised(rule, criterion, FEW, facts) == dict.fromkeys(FEW, expected)


def test_a_review_without_its_report_is_long_from_the_ninety_first_day():
    asked = words_when_asked(
        "OVS-5", FEW, lambda day: by(OVERSIGHT, packet_received_on=day), due=lambda day: day + days(90)
    )

    for anchor, answers in asked.items():
        assert [bool(answer.advice) for answer in answers] == [False, False, True], anchor
        assert answers[0].changes_on == answers[1].changes_on == anchor + days(91)


def test_a_service_is_exposed_from_the_day_after_the_three_months_until_the_training_is_whole():
    def served(started_on, off):
        return {"staff": [{"started_on": started_on}],
                "service": [{"staff_id": "S1", "served_on": add_months(started_on, 3) + off}]}  # fmt: skip

    def held(served_on, off):
        return {"staff": [{"started_on": add_months(served_on, -5)}], "training": trained(served_on + off),
                "service": [{"staff_id": "S1", "served_on": served_on}]}  # fmt: skip

    assert words("BIL-TRN", FEW, served) == each(FEW, "does not apply", "does not apply", "met")
    assert advised("BIL-TRN", "BIL-TRN.then", FEW, held) == each(FEW, True, True, False)


# --------------------------------------------------------------------------------- what is held against another day


def test_a_license_is_in_force_on_the_day_of_the_visit():
    def shown(held_on, off):
        return {"monitoring_visit": [{"planned_on": held_on - days(7), "visited_on": held_on}],
                **by("monitoring_request", kind="license", sent_on=held_on, valid_until_on=held_on + off)}  # fmt: skip

    assert words("MON-2", FEW, shown) == each(FEW, "not met", "met", "met")


@pytest.mark.parametrize("edge,expected", [
    ("notes_from_on", ["met", "not met", "not met"]), ("notes_to_on", ["not met", "not met", "met"]),
])  # fmt: skip
def test_the_first_and_last_of_the_dates_named_are_among_them(edge, expected):
    """A service of these dates without an invoice line is what is found."""

    def asked(served_day, off):
        dates = {"notes_from_on": served_day - days(9), "notes_to_on": served_day + days(9), edge: served_day - off}
        return {
            "participant": [{}], "monitoring_visit": [{"planned_on": served_day}],
            **by("monitoring_request", kind="notes_and_invoices", participant_id="P1", sent_on=served_day,
                 has_notes=True, has_invoices=True, **dates),
            "service": [{"service_id": "V1", "participant_id": "P1", "served_on": served_day}],
            "progress_note": [{"service_id": "V1", "participant_id": "P1", "signed_on": served_day}],
        }  # fmt: skip

    assert words("MON-2", FEW, asked) == dict.fromkeys(FEW, expected)


def test_an_invoice_line_is_of_the_day_of_its_service():
    def billed(served_day, off):
        times = {
            "started_at": datetime.combine(served_day, time(10)),
            "stopped_at": datetime.combine(served_day, time(11)),
        }
        return {
            "service": [{"service_id": "V1", "served_on": served_day, **times}],
            "progress_note": [{"service_id": "V1", "signed_on": served_day}],
            "invoice_line": [{"service_id": "V1", "served_on": served_day + off, "units": 4}],
        }

    assert words("MON-3", FEW, billed) == each(FEW, "not met", "met", "not met")


# ----------------------------------------------------------------------------------------- by which page it is judged


@pytest.mark.parametrize("turn,before,after", [(date(2020, 1, 1), 40, 6), (date(2024, 1, 1), 6, 8)])
def test_the_size_of_a_sample_is_that_of_the_day_it_was_named(turn, before, after):
    """Of forty participants: all of them, then 15 percent, then 20."""
    worlds = {f"{off:+}": by(OVERSIGHT, sample_named_on=turn + days(off), participant_count=40) for off in (-1, 0, 1)}

    found = ask_each(PACK.rule("OVS-1"), worlds, date(2026, 11, 20))

    assert [found[f"{off:+}"][0].facts["needed_count"] for off in (-1, 0, 1)] == [before, after, after]


def test_a_packet_is_dated_by_the_programs_own_clock():
    """Half past eleven at night is the next day in UTC."""
    sent = {name: datetime.fromisoformat(name) for name in ("2018-06-30 23:30", "2018-07-01 00:00")}
    worlds = {name: by("packet", number="1", missing_count=1, sent_at=at) for name, at in sent.items()}

    found = ask_each(PACK.rule("OVS-4"), worlds, date(2018, 8, 1))

    assert [answers[0].answer for answers in found.values()] == ["does not apply", "not met"]
