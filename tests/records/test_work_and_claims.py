"""A wish to work and what comes of it; claims of services."""

from datetime import date
from decimal import Decimal

import pytest

from alongside.records import actions
from alongside.records.models import Claim, Employment, IncidentReport
from alongside.records.problems import Conflict, Problems
from people import TODAY, a_participant, a_service, moment

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}


@pytest.fixture
def uma(in_program_a):
    return a_participant()


@pytest.fixture
def wish(uma):
    return actions.record_wish_to_work(
        participant=uma, wanted_on=date(2026, 10, 5), said={"job_goal": "outdoors, for real pay"}, **SAID
    )  # fmt: skip


def test_a_wish_and_what_comes_of_it(wish):
    found = {"job": "tree nursery", "job_started_on": date(2026, 11, 2), "hourly_wage": Decimal("15.25")}
    actions.follow_wish_to_work(wish=wish, version=1, said=found, **SAID)

    kept = Employment.objects.get()
    assert (kept.job_goal, kept.job, kept.hourly_wage, kept.version) == (
        "outdoors, for real pay", "tree nursery", Decimal("15.25"), 2,
    )  # fmt: skip


def test_whoever_read_it_before_a_change_is_told(wish):
    actions.follow_wish_to_work(wish=wish, version=1, said={"job": "tree nursery"}, **SAID)

    with pytest.raises(Conflict):
        actions.follow_wish_to_work(wish=wish, version=1, said={"job": "bakery"}, **SAID)


NO_WORK = [
    ({"hourly_wage": Decimal(-1)}, "hourly_wage"),
    ({"hourly_wage": Decimal("7.255")}, "hourly_wage"),
    ({"minimum_wage": Decimal("NaN")}, "minimum_wage"),
    ({"ended_for": "bored"}, "ended_for"),
    ({"asked_first": "a dance"}, "asked_first"),
    ({"ended_on": date(2026, 10, 4)}, "ended_on"),
    ({"search_started_on": date(2026, 11, 21)}, "search_started_on"),
    ({"wanted_on": date(2026, 10, 6)}, "wanted_on"),
    ({"participant": None}, "participant"),
]


@pytest.mark.parametrize("said, field", NO_WORK)
def test_what_cannot_come_of_it(wish, said, field):
    with pytest.raises(Problems) as refusal:
        actions.follow_wish_to_work(wish=wish, version=1, said=said, **SAID)
    assert [problem.field for problem in refusal.value.problems] == [field]


def test_a_service_is_claimed_and_claimed_again(uma):
    service = a_service(uma)
    for day in (date(2026, 11, 19), date(2026, 11, 20)):
        actions.record_claim(service=service, claimed_on=day, **SAID)

    assert [claim.claimed_on.day for claim in Claim.objects.filter(service=service)] == [20, 19]


@pytest.mark.parametrize("day", [date(2026, 11, 17), date(2026, 11, 21)])
def test_a_claim_before_the_service_or_ahead_is_none(uma, day):
    with pytest.raises(Problems, match="claimed_on"):
        actions.record_claim(service=a_service(uma), claimed_on=day, **SAID)


@pytest.mark.parametrize("named,affected", [(None, 2), (3, 3)])
def test_a_report_says_how_many_were_affected(uma, named, affected):
    said = {"what_happened": "a fire", "reported_by": "on duty", "learned_at": moment("2026-11-18 18:15")}
    actions.report_incident(participants=[uma, a_participant(given_name="Lee")], affected_count=named, **said, **SAID)

    assert set(IncidentReport.objects.values_list("affected_count", flat=True)) == {affected}


@pytest.mark.parametrize("count", [-1, 0, 1001])
def test_nobody_counts_like_that(uma, count):
    (report,) = actions.report_incident(
        participants=[uma], what_happened="a fire", reported_by="on duty", learned_at=moment("2026-11-18 18:15"), **SAID
    )  # fmt: skip
    with pytest.raises(Problems, match="affected_count"):
        actions.correct(record=report, version=1, changes={"affected_count": count}, **SAID)


def test_what_an_assessment_a_home_and_a_service_say(uma):
    assessment = actions.record_assessment(
        participant=uma, completed_on=TODAY, needs="quiet mornings", setting_needed="own_home", **SAID
    )  # fmt: skip
    home = actions.record_residence(
        participant=uma, setting="adult_family_home", beds=4, license="dhs_88", starts_on=TODAY, **SAID
    )  # fmt: skip
    service = a_service(uma, activity="house_cleaning")

    assert (assessment.setting_needed, home.license, service.activity) == ("own_home", "dhs_88", "house_cleaning")
