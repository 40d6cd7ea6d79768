"""A person's correction wins over a file: the record stays, and the file's other value is said with who and when."""

import io
from datetime import date

import pytest
from django.db import transaction

from alongside.access.context import acting
from alongside.records import actions, models
from alongside.records.models import Correction

from .tracker import ON, member, person, session, workbook

pytestmark = pytest.mark.django_db
THAT_DAY = date(2026, 11, 19)
WHOSE = "Differs from what was corrected here on 19 November 2026 by {}"


@pytest.fixture
def bring(program_a, coordinator_a):
    """Read, plan and apply a tracker; gives the plan done."""
    from alongside.exchange.importing import apply, plan_import, read_for_import

    def run(content):
        reading = read_for_import(io.BytesIO(content), "tracker.xlsx", program=program_a, on=ON)
        return apply(plan_import(reading, program_a, on=ON), program_a, by=coordinator_a.user)

    return run


@pytest.fixture
def by_hand(program_a, coordinator_a):
    """Correct the one record of a model by hand, the day before the file comes again."""

    def correct(model, **changes):
        with acting(program=program_a), transaction.atomic():
            record = getattr(models, model).objects.get()
            return actions.correct(
                record=record, version=record.version, changes=changes, on=THAT_DAY, by=coordinator_a.user
            )

    return correct


def stands(program, model, *columns):
    with acting(program=program), transaction.atomic():
        return list(getattr(models, model).objects.values_list(*columns))


def left(plan):
    """What the plan leaves alone, and why."""
    return [(c.table, c.because, c.fields) for c in plan.changes if c.action == "left alone"]


PEOPLE = {
    "a date of birth": ("Participant", {"born_on": date(1981, 3, 16)}),
    "a name": ("Participant", {"family_name": "Elder"}),
    "the day of enrollment": ("Enrollment", {"enrolled_on": date(2025, 5, 6)}),
    "the coverage": ("Coverage", {"plan": "badgercare_plus_standard"}),
    "the result of a screen": ("FunctionalScreen", {"result": "not_eligible"}),
    "the day of a screen, later": ("FunctionalScreen", {"completed_on": date(2025, 4, 20)}),
    "the day of an assessment, later": ("Assessment", {"completed_on": date(2026, 10, 20)}),
    "the day of an assessment, earlier": ("Assessment", {"completed_on": date(2026, 10, 2)}),
    "the day of a plan, earlier": ("ServicePlan", {"completed_on": date(2026, 10, 20)}),
    "where they live": ("Residence", {"setting": "supported_apartment"}),
}


@pytest.mark.parametrize("what", PEOPLE)
def test_the_same_file_again_changes_no_correction(bring, by_hand, program_a, coordinator_a, what):
    model, corrected = PEOPLE[what]
    bring(workbook([person()]))
    by_hand(model, **corrected)

    plan = bring(workbook([person()]))

    assert plan.is_nothing
    assert stands(program_a, model, *corrected) == [tuple(corrected.values())]
    (table, because, fields) = left(plan)[0]
    assert because == WHOSE.format(coordinator_a.user.name)
    assert {name: mine for name, (mine, _theirs) in fields.items()} == corrected
    assert table == getattr(models, model)._meta.db_table


def test_a_name_and_a_date_of_birth_both_corrected_are_still_the_same_persons(bring, by_hand, program_a):
    bring(workbook([person()]))
    by_hand("Participant", family_name="Elder", given_name="Eva", born_on=date(1981, 3, 16))

    plan = bring(workbook([person()]))

    assert plan.problems == []
    assert plan.is_nothing
    assert stands(program_a, "Participant", "family_name", "born_on") == [("Elder", date(1981, 3, 16))]


def test_what_nobody_corrected_still_follows_the_file(bring, by_hand, program_a):
    bring(workbook([person()]))
    by_hand("FunctionalScreen", result="not_eligible")

    plan = bring(workbook([person(screen_type="CLTS", last_name="Birch")]))

    assert stands(program_a, "FunctionalScreen", "kind", "result") == [("childrens_ltc", "not_eligible")]
    assert stands(program_a, "Participant", "family_name") == [("Birch",)]
    assert [table for table, _because, _fields in left(plan)] == ["functional_screen"]


def test_a_file_that_agrees_by_now_is_the_same(bring, by_hand):
    bring(workbook([person()]))
    by_hand("Participant", born_on=date(1981, 3, 16))

    plan = bring(workbook([person(dob="3/16/1981")]))

    assert plan.is_nothing
    assert left(plan) == []


def test_a_third_value_in_the_file_does_not_win_either(bring, by_hand, program_a):
    bring(workbook([person()]))
    by_hand("Participant", born_on=date(1981, 3, 16))

    plan = bring(workbook([person(dob="3/16/1982")]))

    assert plan.is_nothing
    assert left(plan)[0][2] == {"born_on": (date(1981, 3, 16), date(1982, 3, 16))}


STAFF = {
    "the first day": ("StaffMember", {"started_on": date(2026, 6, 1)}),
    "the name": ("Person", {"given_name": "Leigh"}),
    "the day of a session": ("Training", {"held_on": date(2026, 7, 6)}),
    "the hours of a session": ("Training", {"hours": 2}),
    "day and topic of a session": ("Training", {"held_on": date(2026, 7, 6), "topic": "recovery"}),
}


@pytest.mark.parametrize("what", STAFF)
def test_staff_and_training_keep_their_corrections_too(bring, by_hand, program_a, what):
    model, corrected = STAFF[what]
    bring(workbook([], [member()], [session()]))
    by_hand(model, **corrected)

    plan = bring(workbook([], [member()], [session()]))

    assert plan.is_nothing
    assert stands(program_a, model, *corrected) == [tuple(corrected.values())]
    assert left(plan)


def test_the_end_of_a_job_recorded_by_hand_stays(bring, program_a, coordinator_a):
    bring(workbook([], [member(end_date="2026-10-01")], []))
    with acting(program=program_a), transaction.atomic():
        staff = models.StaffMember.objects.get()
    ended = date(2026, 10, 15)
    actions.correct(
        record=staff, version=staff.version, changes={"ended_on": ended}, on=THAT_DAY, by=coordinator_a.user
    )

    plan = bring(workbook([], [member(end_date="2026-10-01")], []))

    assert plan.is_nothing
    assert stands(program_a, "StaffMember", "ended_on") == [(ended,)]


def test_what_the_file_had_told_first_is_what_is_remembered(bring, by_hand, program_a):
    bring(workbook([person()]))
    by_hand("Participant", born_on=date(1981, 3, 16))
    by_hand("Participant", born_on=date(1982, 3, 16))

    assert stands(program_a, "Correction", "field", "was") == [("born_on", "1980-03-16")]


def test_a_record_no_file_told_of_needs_no_remembering(program_a, coordinator_a, by_hand):
    actions.enroll(
        program=program_a, medicaid_id="0123456789", family_name="Alder", given_name="Ava",
        born_on=date(1980, 3, 16), enrolled_on=date(2025, 5, 1), on=THAT_DAY, by=coordinator_a.user,
    )  # fmt: skip
    by_hand("Participant", born_on=date(1981, 3, 16))

    with acting(program=program_a), transaction.atomic():
        assert not Correction.objects.exists()


def test_the_page_names_what_differs_from_a_correction(bring, by_hand, client, as_user, coordinator_a):
    bring(workbook([person()]))
    by_hand("Participant", born_on=date(1981, 3, 16))
    file = io.BytesIO(workbook([person()]))
    file.name = "tracker.xlsx"

    page = as_user(client, coordinator_a).post("/import/", {"file": file}).content.decode()

    assert f"corrected here on 19 November 2026 by {coordinator_a.user.name}" in page
    assert "the file says 16 March 1980" in page
