"""Enrolling, and what is recorded about a participant along the way."""

from datetime import date
from decimal import Decimal

import pytest

from alongside.access.context import acting, current
from alongside.records import actions
from alongside.records.models import Coverage, Enrollment, Participant, Residence
from alongside.records.problems import Problems
from people import TODAY, a_participant, a_program, a_user, discharged, the_program

pytestmark = pytest.mark.django_db

UMA = {
    "medicaid_id": "0914538148",
    "family_name": "Hazel",
    "given_name": "Uma",
    "born_on": date(1980, 9, 8),
    "enrolled_on": date(2026, 3, 2),
    "on": TODAY,
    "by": None,
}


def problems(**changed) -> dict[str, str]:
    """What is wrong with enrolling Uma so changed: found by field."""
    with pytest.raises(Problems) as refusal:
        actions.enroll(program=the_program(), **{**UMA, **changed})
    assert all(problem.expected and problem.fix for problem in refusal.value.problems)
    return {problem.field: problem.found for problem in refusal.value.problems}


def test_enrolling_records_the_participant_and_the_enrollment(in_program_a):
    enrollment = actions.enroll(
        program=in_program_a, **UMA, comments="Prefers texts.", imported_from="CRS Participants"
    )

    enrollment.refresh_from_db()
    assert (enrollment.enrolled_on, enrollment.version) == (date(2026, 3, 2), 1)
    assert enrollment.participant.name == "Uma Hazel"
    assert enrollment.participant.imported_from == enrollment.imported_from == "CRS Participants"


def test_it_works_in_its_own_program_and_as_who_does_it(program_a):
    kit = a_user()
    with acting(program=a_program("Heron Bend Nation"), actor=None):
        elsewhere = current()
        enrollment = actions.enroll(program=program_a, **{**UMA, "by": kit})
        assert current() == elsewhere
        assert not Enrollment.objects.exists()
    assert enrollment.program_id == program_a.pk


def test_every_problem_is_said_and_nothing_recorded(in_program_a):
    wrong = {"medicaid_id": "914538148", "family_name": "", "born_on": date(2027, 1, 1), "given_name": "U\x00ma"}

    assert set(problems(**wrong)) == {"medicaid_id", "family_name", "born_on", "given_name"}
    assert not Participant.objects.exists()


@pytest.mark.parametrize(
    "changed, field",
    [
        ({"medicaid_id": "914538148"}, "medicaid_id"),
        ({"medicaid_id": "١٢٣٤٥٦٧٨٩٠"}, "medicaid_id"),
        ({"medicaid_id": ""}, "medicaid_id"),
        ({"medicaid_id": 914538148}, "medicaid_id"),
        ({"family_name": "Oak" * 9000}, "family_name"),
        ({"comments": "\ud800"}, "comments"),
        ({"born_on": date(1880, 1, 1)}, "born_on"),
        ({"born_on": "1980-09-08"}, "born_on"),
        ({"born_on": date(2026, 3, 3)}, "enrolled_on"),
        ({"enrolled_on": None}, "enrolled_on"),
        ({"enrolled_on": date(2206, 3, 2)}, "enrolled_on"),
    ],
)
def test_what_is_refused(in_program_a, changed, field):
    assert list(problems(**changed)) == [field]


def test_a_medicaid_id_in_use_is_named_and_the_transaction_goes_on(in_program_a):
    a_participant(medicaid_id="0914538148")

    assert problems() == {"medicaid_id": "0914538148"}
    assert Participant.objects.count() == 1


def test_an_enrollment_may_lie_ahead_and_a_birthday_be_unknown(in_program_a):
    enrollment = actions.enroll(program=in_program_a, **{**UMA, "enrolled_on": date(2026, 12, 1), "born_on": None})
    assert not Enrollment.objects.current(TODAY).exists()
    assert Enrollment.objects.current(date(2026, 12, 1)).get() == enrollment


def test_who_was_discharged_may_come_back(in_program_a):
    uma = a_participant(enrolled_on="2025-08-31")
    with pytest.raises(Problems, match="enrollment since 2025-08-31"):
        actions.enroll_again(participant=uma, enrolled_on=date(2026, 11, 1), on=TODAY, by=None)
    discharged(uma, discharged_on="2026-10-01")
    with pytest.raises(Problems, match="no earlier than 2026-10-01"):
        actions.enroll_again(participant=uma, enrolled_on=date(2026, 9, 30), on=TODAY, by=None)

    again = actions.enroll_again(participant=uma, enrolled_on=date(2026, 11, 1), on=TODAY, by=None)

    assert Enrollment.objects.current(date(2026, 9, 30)).get().enrolled_on == date(2025, 8, 31)
    assert not Enrollment.objects.current(date(2026, 10, 2)).exists()
    assert Enrollment.objects.current(TODAY).get() == again


def test_coverage_runs_from_a_day_to_a_day(in_program_a):
    uma = a_participant(plan=None)
    checked = {"participant": uma, "checked_on": TODAY, "on": TODAY, "by": None}
    actions.record_coverage(plan="pending", starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 28), **checked)
    actions.record_coverage(plan="medicaid", starts_on=date(2026, 3, 1), **checked)

    assert [c.plan for c in Coverage.objects.current(date(2026, 2, 28))] == ["pending"]
    assert [c.plan for c in Coverage.objects.current(TODAY)] == ["medicaid"]
    with pytest.raises(Problems, match="one of: medicaid"):
        actions.record_coverage(plan="Medicaid!", **checked)
    with pytest.raises(Problems, match="no earlier than 2026-03-01"):
        actions.record_coverage(plan="none", starts_on=date(2026, 3, 1), ends_on=date(2026, 2, 1), **checked)


def test_who_moves_no_longer_lives_where_they_lived(in_program_a):
    uma = a_participant(enrolled_on="2025-08-31", setting="own_home")

    actions.record_residence(participant=uma, setting="jail", starts_on=date(2026, 11, 1), on=TODAY, by=None)

    home, jail = Residence.objects.order_by("starts_on")
    assert (home.ends_on, home.version, jail.ends_on) == (date(2026, 10, 31), 2, None)
    assert Residence.objects.current(TODAY).get() == jail


@pytest.mark.parametrize("since", ["2025-08-31", "2024-01-01", None])
def test_nobody_lives_in_two_homes(in_program_a, since):
    uma = a_participant(enrolled_on="2025-08-31", setting="own_home")
    also = {"participant": uma, "setting": "cbrf", "starts_on": since and date.fromisoformat(since), "by": None}

    with pytest.raises(Problems, match="another home they have not left by then"):
        actions.record_residence(**also, on=TODAY)
    actions.record_residence(**also, ends_on=date(2025, 8, 31), on=TODAY)

    assert Residence.objects.filter(ends_on=None).count() == 1


@pytest.mark.parametrize("beds", [0, -4, 20_000, Decimal("5.5")])
def test_beds_are_a_number_of_beds(in_program_a, beds):
    uma = a_participant(setting=None)
    with pytest.raises(Problems, match="whole number"):
        actions.record_residence(participant=uma, setting="cbrf", beds=beds, on=TODAY, by=None)


def test_screens_assessments_and_plans_are_of_the_past(in_program_a):
    uma = a_participant()
    tomorrow = {"participant": uma, "completed_on": date(2026, 11, 21), "on": TODAY, "by": None}
    for record in (actions.record_assessment, actions.record_plan):
        with pytest.raises(Problems, match="no later than 2026-11-20"):
            record(**tomorrow)
    with pytest.raises(Problems, match="no later than 2026-11-20"):
        actions.record_screen(kind="mh_sud", result="eligible", **tomorrow)
    actions.record_plan(**{**tomorrow, "completed_on": TODAY}, is_in_person=True)

    assert uma.service_plans.get().completed_on == TODAY
