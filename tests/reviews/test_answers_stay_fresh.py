"""Stored answers equal recomputed ones, whatever was written and whichever day it is."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from kept_answers import recomputed, stored

from alongside.records.actions import (
    enroll,
    hire,
    move_note,
    record_coverage,
    record_credential,
    record_screen,
    record_training,
    report_incident,
)
from alongside.records.models import Credential, IncidentReport, Training
from alongside.reviews.answers import fresh
from alongside.reviews.ask import ask_all
from alongside.reviews.models import Answer, ReadingChoice
from people import TODAY, a_draft, a_participant, a_peer_specialist, a_service, moment

ON = date(2026, 6, 1)


@pytest.fixture
def somebody(in_program_a, coordinator_a):
    by = coordinator_a.user
    enrollment = enroll(
        program=in_program_a, medicaid_id="1000000001", family_name="Alder", given_name="Mia", born_on=date(1990, 2, 3),
        enrolled_on=date(2026, 1, 5), on=ON, by=by,
    )  # fmt: skip
    return enrollment.participant


def word(rule: str) -> str:
    return Answer.objects.get(rule=rule).answer


def test_a_write_is_answered_before_the_next_list(somebody, coordinator_a):
    fresh(ON)
    assert word("ELG-2") == "facts missing"

    record_coverage(participant=somebody, plan="medicaid", on=ON, by=coordinator_a.user)
    fresh(ON)

    assert word("ELG-2") == "met"
    assert stored() == recomputed(ON)


def test_an_answer_whose_facts_stayed_is_not_written_again(somebody, coordinator_a):
    giver = a_peer_specialist(started_on="2026-01-05")
    for day in (1, 2, 3):
        times = {"start": f"2026-05-0{day} 10:00", "stop": f"2026-05-0{day} 11:00", "served_on": f"2026-05-0{day}"}
        note = a_draft(a_service(somebody, giver, **times), giver)
    fresh(ON)
    before = set(Answer.objects.values_list("rule", "key", "pk"))

    with connection.cursor() as cursor:
        cursor.execute("UPDATE progress_note SET purpose = NULL WHERE progress_note_id = %s", [note.pk])
    fresh(ON)

    made = {(rule, key) for rule, key, _ in set(Answer.objects.values_list("rule", "key", "pk")) - before}
    assert ("NOTE", note.pk) in made
    assert made <= {("NOTE", note.pk), ("BIL", note.service_id)}
    assert stored() == recomputed(ON)


def test_raw_sql_cannot_leave_an_answer_behind(somebody):
    fresh(ON)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE participant SET born_on = '2020-01-01'")
    fresh(ON)

    assert word("ELG-1") == "not met"


def test_an_answer_that_changes_by_itself_is_changed_on_its_day(somebody):
    fresh(date(2026, 7, 5))
    assert word("PLAN-3") == "not yet due"

    fresh(date(2026, 7, 6))

    assert word("PLAN-3") == "not met"
    assert stored() == recomputed(date(2026, 7, 6))


def test_coverage_that_ends_is_noticed_the_day_after(somebody, coordinator_a):
    record_coverage(participant=somebody, plan="medicaid", ends_on=date(2026, 6, 30), on=ON, by=coordinator_a.user)
    fresh(date(2026, 6, 30))
    assert word("ELG-2") == "met"

    fresh(date(2026, 7, 1))

    assert word("ELG-2") == "not met"


def test_a_chosen_reading_makes_every_answer_anew(somebody, coordinator_a):
    record_screen(
        participant=somebody, kind="childrens_ltc", completed_on=date(2026, 1, 2), result="eligible", on=ON,
        by=coordinator_a.user,
    )  # fmt: skip
    fresh(ON)
    assert word("ELG-3") == "a person must decide"

    ReadingChoice.objects.create(
        program=coordinator_a.program,
        reading="screen_by_age",
        choice="either",
        reason="DCTS wrote so",
        chosen_by=coordinator_a.user,
    )
    fresh(ON)

    assert word("ELG-3") == "met"


def test_a_day_in_the_past_is_answered_as_of_that_day(somebody):
    fresh(date(2026, 7, 6))

    fresh(date(2026, 7, 5))

    assert word("PLAN-3") == "not yet due"


def test_nothing_is_computed_twice(somebody, django_assert_num_queries):
    fresh(ON)

    with django_assert_num_queries(6):
        fresh(ON)


def test_whoever_is_deleted_leaves_no_answer(somebody, in_program_a, coordinator_a):
    staff = hire(
        program=in_program_a,
        staff_number="S001",
        family_name="Fern",
        given_name="Ada",
        started_on=date(2026, 1, 15),
        on=ON,
        by=coordinator_a.user,
    )
    record_training(
        staff=staff, topic="updates", hours=Decimal("1.5"), held_on=date(2026, 2, 1), on=ON, by=coordinator_a.user,
    )  # fmt: skip
    fresh(ON)
    assert Answer.objects.filter(root_table="staff").count() == 4

    Training.objects.all().delete()
    fresh(ON)

    assert Answer.objects.filter(root_table="staff").count() == 3


def test_a_page_about_one_person_says_what_the_list_says(somebody):
    fresh(ON)

    said = {(a.rule, a.key): a.answer for a in ask_all("participant", somebody.pk, on=ON)}

    assert said == {(rule, key): answer for (rule, key), (answer, *_) in stored().items()}


# ------------------------------------------------------------------------------------- records beside one another


def test_a_note_moved_to_another_participant_is_no_longer_asked_about_where_it_was(in_program_a):
    note = a_draft(a_service(a_participant(), worker := a_peer_specialist()), worker)
    fresh(TODAY)
    assert {word("NOTE"), word("BIL")} == {"not met"}

    move_note(note=note, to=a_participant(given_name="Lee"), reason="the other Lee", on=TODAY, by=None)
    fresh(TODAY)

    assert sorted(Answer.objects.filter(rule="NOTE").values_list("answer", flat=True)) == ["does not apply", "not met"]
    assert sorted(Answer.objects.filter(rule="BIL").values_list("answer", flat=True)) == ["does not apply", "not met"]
    assert stored() == recomputed(TODAY)


def test_a_report_about_another_participant_is_counted_for_the_first(in_program_a):
    said = {"what_happened": "a fire", "reported_by": "on duty", "learned_at": moment("2026-11-18 18:15")}
    told = {"is_health_or_safety": True, "on": TODAY, "by": None}
    (report,) = report_incident(participants=[a_participant()], **said, **told)
    IncidentReport.objects.filter(pk=report.pk).update(affected_count=2)
    fresh(TODAY)
    assert missed("INC-2") == [True]

    (other,) = report_incident(participants=[a_participant(given_name="Lee")], **said, **told)
    IncidentReport.objects.filter(pk=other.pk).update(affected_count=2, incident=report.incident)
    fresh(TODAY)

    assert missed("INC-2") == [False, False]
    assert stored() == recomputed(TODAY)


def test_a_certificate_is_answered_for_where_its_holder_served(in_program_a):
    worker = a_peer_specialist()
    Credential.objects.filter(staff=worker).delete()
    a_service(a_participant(), worker, kind="peer_support")
    fresh(TODAY)
    assert missed("BIL-13") == [True]

    record_credential(staff=worker, kind="certified_peer_specialist", issued_on=date(2020, 1, 2), on=TODAY, by=None)
    fresh(TODAY)

    assert missed("BIL-13") == [False]
    assert stored() == recomputed(TODAY)


def missed(criterion: str) -> list[bool]:
    """For each stored answer of its rule, whether the criterion is broken."""
    rows = Answer.objects.filter(criteria__contains=[{"id": criterion}]).values_list("criteria", flat=True)
    return [line["holds"] is False for lines in rows for line in lines if line["id"] == criterion]
