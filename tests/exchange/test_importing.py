"""A tracker into the database: planned, shown, then whole or not at all. Again, it updates and does not double."""

import datetime
import io

import pytest

from .conftest import SAMPLE
from .tracker import ON, member, person, session, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring(program_a, coordinator_a):
    """Read, plan and apply a tracker; gives the plan done."""
    from alongside.exchange.importing import apply, plan_import, read_for_import

    def run(content, on=ON, name="tracker.xlsx", dry=False):
        reading = read_for_import(io.BytesIO(content), name, program=program_a, on=on)
        plan = plan_import(reading, program_a, on=on)
        return plan if dry else apply(plan, program_a, by=coordinator_a.user)

    return run


@pytest.fixture
def records(program_a):
    """Rows of a record table as dictionaries, in order."""
    from django.db import transaction

    from alongside.access.context import acting
    from alongside.records import models

    def rows(model, *columns, order="created_at"):
        with acting(program=program_a), transaction.atomic():
            return list(getattr(models, model).objects.order_by(order, *columns).values_list(*columns))

    return rows


def done(plan):
    """What a plan adds and changes, by table."""
    return {
        table: {action: n for action, n in counts.items() if action in ("add", "change", "left alone") and n}
        for table, counts in plan.counts().items()
        if set(counts) - {"same"}
    }


def test_the_sample_is_taken_in_and_the_same_file_again_is_nothing(bring, records):
    first = bring(SAMPLE.read_bytes())
    again = bring(SAMPLE.read_bytes())

    assert first.counts()["participant"]["add"] == 180
    assert first.counts()["training"]["add"] == 371
    assert len(first.rejected_rows) == 11
    assert again.is_nothing
    assert done(again) == {}
    assert len(records("Participant", "pk")) == 180
    assert len(records("Training", "pk")) == 371
    assert len(records("Provider", "pk")) == 5


def test_the_records_answer_as_the_command_line_does(bring, checked, program_a):
    from alongside.access.context import acting
    from alongside.exchange.untold import asked
    from alongside.reviews.ask import ask

    bring(SAMPLE.read_bytes())
    with acting(program=program_a):
        rules = asked(checked.pack, checked.not_asked)
        ours = [answer for rule in rules for answer in ask(rule, on=ON)]

    def told(answers):
        return sorted(
            (a.rule, a.subject, a.answer, str(a.due), a.next_step, *((c.sentence, str(c.holds)) for c in a.criteria))
            for a in answers
        )

    assert told(ours) == told(checked.answers)


def test_a_plan_alone_changes_nothing(bring, records):
    plan = bring(workbook([person()], [member()], [session()]), dry=True)

    assert not plan.is_nothing
    assert records("Participant", "pk") == []


def test_records_are_marked_with_where_they_came_from(bring, records):
    bring(workbook([person()], [member()], [session()]))

    assert records("Participant", "medicaid_id", "imported_from") == [
        ("0123456789", "CRS Participants of tracker.xlsx")
    ]
    assert records("Training", "imported_from") == [("Training Log of tracker.xlsx",)]


def test_a_corrected_row_is_added_and_nothing_is_doubled(bring, records):
    bring(workbook([person(), person(ma_id="2222222222", dob="13/45/1988")], [member()], [session()]))
    plan = bring(workbook([person(), person(ma_id="2222222222", dob="1988-05-13")], [member()], [session()]))

    assert plan.counts()["participant"] == {"same": 1, "add": 1}
    assert len(records("Participant", "pk")) == 2
    assert len(records("Training", "pk")) == 1


def test_rejected_rows_come_back_alone(bring, records):
    from alongside.exchange.rejected import rejected_workbook

    from .test_reports import corrected

    first = bring(workbook([person(dob="soon")], [member()], [session(hours="two-ish")]))
    content = rejected_workbook(first.rejected_rows)
    again = bring(corrected(content, **{"CRS Participants!D2": "3/16/1980", "Training Log!D2": "2h"}), name="rows.xlsx")

    assert again.rejected_rows == []
    assert records("Participant", "medicaid_id", "born_on") == [("0123456789", datetime.date(1980, 3, 16))]
    assert [str(hours) for (hours,) in records("Training", "hours")] == ["2.00"]


CHANGES = {
    "a name": ({"last_name": "Birch"}, {"participant": {"change": 1}}),
    "a date of birth": ({"dob": "3/17/1980"}, {"participant": {"change": 1}}),
    "an enrollment": ({"enrolled": "2025-05-04"}, {"enrollment": {"change": 1}}),
    "coverage": ({"coverage": "none"}, {"coverage": {"change": 1}}),
    "a home": ({"lives_in": "AFH"}, {"residence": {"change": 1}}),
    "a later screen": ({"screen_date": "2026-04-12"}, {"functional_screen": {"add": 1}}),
    "an earlier screen": ({"screen_date": "2025-04-11"}, {"functional_screen": {"change": 1}}),
    "another result": ({"screen_result": "Not eligible"}, {"functional_screen": {"change": 1}}),
    "a later assessment": ({"last_assessment": "2026-11-01"}, {"assessment": {"add": 1}}),
    "an earlier assessment": ({"last_assessment": "2026-10-01"}, {"assessment": {"change": 1}}),
    "a later plan": ({"last_service_plan": "2026-11-02"}, {"service_plan": {"add": 1}}),
    "a discharge": ({"discharged": "2026-11-01", "d_c_type": "planned"}, {"discharge": {"add": 1}}),
    "a blank": ({"coverage": "", "lives_in": "", "screen_result": "", "last_name": ""}, {}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_a_changed_row_does(bring, records, what):
    cells, expected = CHANGES[what]
    bring(workbook([person()]))
    plan = bring(workbook([person(**cells)]))

    assert done(plan) == expected
    assert bring(workbook([person(**cells)])).is_nothing


def test_history_is_kept(bring, records):
    bring(workbook([person()]))
    bring(workbook([person(last_assessment="2026-11-01")]))
    bring(workbook([person(last_assessment="2026-10-30")]))

    days = [day.isoformat() for (day,) in records("Assessment", "completed_on", order="completed_on")]
    assert days == ["2026-10-17", "2026-10-30"]


def test_beds_go_with_the_place_they_are_in(bring, records):
    bring(workbook([person(lives_in="CBRF", cbrf_beds=8)]))
    bring(workbook([person(lives_in="House")]))

    assert records("Residence", "setting", "beds") == [("own_home", None)]


def test_somebody_comes_back(bring, records):
    before = person(enrolled="2024-01-05", discharged="2024-09-01", d_c_type="planned")
    bring(workbook([before]))
    plan = bring(workbook([before, person(enrolled="2025-05-03")]))

    assert done(plan)["enrollment"] == {"add": 1}
    assert len(records("Enrollment", "pk")) == 2
    assert len(records("Discharge", "pk")) == 1
    assert bring(workbook([before, person(enrolled="2025-05-03")])).is_nothing


def test_somebody_comes_back_in_a_row_that_took_the_place_of_the_old_one(bring, records):
    bring(workbook([person(enrolled="2024-01-05", discharged="2024-09-01", d_c_type="planned")]))
    plan = bring(workbook([person(enrolled="2025-05-03")]))

    assert done(plan)["enrollment"] == {"add": 1}
    assert len(records("Discharge", "pk")) == 1


def test_an_enrollment_inside_one_that_ended_is_refused(bring, records):
    bring(workbook([person(enrolled="2024-01-05", discharged="2024-09-01")]))
    plan = bring(workbook([person(enrolled="2024-03-01")]))

    assert [(p.cell, p.found) for p in plan.problems] == [("E2", "2024-03-01")]
    assert "the discharge on record (2024-09-01)" in plan.problems[0].expected
    assert plan.is_nothing


def test_a_discharge_the_file_no_longer_tells_of_stays(bring, records):
    bring(workbook([person(discharged="2026-11-01")]))
    plan = bring(workbook([person()]))

    assert plan.is_nothing
    assert any("no longer tells of the discharge" in note for note in plan.notes)


def test_an_id_that_is_somebody_elses_in_the_program_is_refused(bring, records):
    bring(workbook([person()]))
    plan = bring(workbook([person(last_name="Cedar", dob="1/1/1990")]))

    assert [p.cell for p in plan.problems] == ["A2"]
    assert "Ava Alder, born 1980-03-16" in plan.problems[0].expected
    assert plan.is_nothing


def test_a_staff_number_that_is_somebody_elses_is_refused_with_its_training(bring, records):
    bring(workbook([], [member()], []))
    plan = bring(workbook([], [member(name="Bo Cedar", start_date="2024-02-02")], [session()]))

    assert [(p.sheet, p.cell) for p in plan.problems] == [("Staff", "A2"), ("Training Log", "A2")]
    assert "Lee Rowan, since 2026-06-11" in plan.problems[0].expected
    assert records("Training", "pk") == []


def test_what_a_person_entered_is_left_alone_and_said(bring, records, program_a, coordinator_a):
    from alongside.records.actions import enroll, record_coverage

    entered = enroll(
        program=program_a, medicaid_id="0123456789", family_name="Alder-Birch", given_name="Ava",
        born_on=datetime.date(1980, 3, 16), enrolled_on=datetime.date(2025, 5, 1), on=ON, by=coordinator_a.user,
    )  # fmt: skip
    record_coverage(
        participant=entered.participant, plan="none", starts_on=datetime.date(2025, 1, 1), on=ON, by=coordinator_a.user
    )
    plan = bring(workbook([person()]))

    assert done(plan) == {
        "participant": {"left alone": 1}, "enrollment": {"left alone": 1}, "coverage": {"left alone": 1},
        "functional_screen": {"add": 1}, "assessment": {"add": 1}, "service_plan": {"add": 1}, "residence": {"add": 1},
    }  # fmt: skip
    assert records("Participant", "family_name", "version") == [("Alder-Birch", 1)]
    assert records("Coverage", "plan") == [("none",)]


STAFF_CHANGES = {
    "a name": ({"name": "Lee Rowan-Oak"}, {"person": {"change": 1}, "training": {"change": 1}}),
    "a title": ({"title": "Peer specialist"}, {"staff": {"change": 1}}),
    "a first day": ({"start_date": "2026-06-12"}, {"staff": {"change": 1}}),
    "a last day": ({"end_date": "2026-09-12"}, {"staff": {"change": 1}}),
    "another employer": ({"works_for": "Cedar House CBRF"}, {"staff": {"change": 1}, "provider": {"add": 1}}),
    "the number in small letters": ({"staff": " s001"}, {}),
    "a later check": ({"background_check": "2026-03-03"}, {"background_check": {"add": 1}}),
    "an earlier check": ({"background_check": "2025-01-01"}, {"background_check": {"change": 1}}),
    "a renewed certificate": ({"cert_expires": "2028-02-02"}, {"credential": {"change": 1}}),
}
PAPERS = {"background_check": "2025-02-02", "peer_cert": "WI-1", "cert_expires": "2026-02-02"}


@pytest.mark.parametrize("what", STAFF_CHANGES)
def test_what_a_changed_staff_row_does(bring, what):
    cells, expected = STAFF_CHANGES[what]
    bring(workbook([], [member(**PAPERS)], [session()]))
    changed = workbook([], [member(**{**PAPERS, **cells})], [session()])

    assert done(bring(changed)) == expected
    assert bring(changed).is_nothing


SESSION_CHANGES = {
    "other hours": ({"hours": 2}, {"training": {"change": 1}}),
    "another day": ({"date": "2026-07-06"}, {"training": {"change": 1}}),
    "another topic": ({"topic": "Patient rights"}, {"training": {"change": 1}}),
    "another session": (
        {"date": "2026-08-06", "topic": "Patient rights", "what_was_covered": "rights"}, {"training": {"add": 1}},
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SESSION_CHANGES)
def test_what_a_changed_session_does(bring, records, what):
    cells, expected = SESSION_CHANGES[what]
    bring(workbook([], [member()], [session()]))
    changed = workbook([], [member()], [session(**cells)])

    assert done(bring(changed)) == expected
    assert bring(changed).is_nothing


def test_sessions_alike_are_each_kept_once(bring, records):
    twice = workbook([], [member()], [session(), session()])
    bring(twice)

    assert bring(twice).is_nothing
    assert len(records("Training", "pk")) == 2


def test_training_of_staff_on_record_needs_no_staff_sheet(bring, records):
    bring(workbook([], [member()]))
    plan = bring(workbook([], [], [session(staff="s001")]))

    assert plan.rejected_rows == []
    assert len(records("Training", "pk")) == 1


def test_a_row_whose_record_would_not_be_in_order_goes_out_whole(bring, records):
    rows = [person(last_name=""), person(ma_id="2222222222")]
    plan = bring(workbook(rows, [member(start_date="")], [session()]))

    assert [(p.sheet, p.cell) for p in plan.problems] == [
        ("CRS Participants", "B2"), ("Staff", "E2"), ("Training Log", "A2"),
    ]  # fmt: skip
    assert records("Participant", "medicaid_id") == [("2222222222",)]
    assert records("StaffMember", "pk") == []
    assert len(records("Assessment", "pk")) == 1


def test_a_provider_first_named_in_a_row_that_goes_out_is_still_the_provider_of_others(bring, records):
    bring(workbook([], [member(start_date=""), member(staff="S002")]))

    assert records("StaffMember", "staff_number", "provider__name") == [("S002", "Lakeside AFH")]


def test_all_or_nothing(bring, records, monkeypatch):
    from alongside.records.models import Training

    def fail(*_, **__):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(Training._default_manager.__class__, "bulk_create", fail, raising=False)
    with pytest.raises(RuntimeError):
        bring(workbook([person()], [member()], [session()]))
    monkeypatch.undo()

    assert records("Participant", "pk") == []
    assert records("StaffMember", "pk") == []


def test_what_was_shown_is_what_is_done_or_nothing_is(bring, records, program_a, coordinator_a):
    from alongside.exchange.importing import Stale, apply
    from alongside.records.actions import correct
    from alongside.records.models import Participant

    bring(workbook([person()]))
    plan = bring(workbook([person(last_name="Birch")]), dry=True)
    from alongside.access.context import acting

    with acting(program=program_a):
        record = Participant.objects.get()
    correct(record=record, version=1, changes={"given_name": "Eva"}, on=ON, by=coordinator_a.user)

    with pytest.raises(Stale) as stale:
        apply(plan, program_a, by=coordinator_a.user)
    assert records("Participant", "family_name", "given_name") == [("Alder", "Eva")]
    assert not stale.value.plan.is_nothing


def test_another_program_is_neither_seen_nor_touched(bring, records, program_a, program_b, coordinator_b):
    from alongside.access.context import acting
    from alongside.exchange.importing import apply, plan_import, read_for_import
    from alongside.records.models import Participant

    bring(workbook([person()], [member()], [session()]))
    content = workbook([person(last_name="Cedar", dob="1/1/1990")], [], [session()])
    reading = read_for_import(io.BytesIO(content), "b.xlsx", program=program_b, on=ON)
    plan = apply(plan_import(reading, program_b, on=ON), program_b, by=coordinator_b.user)

    assert [p.cell for p in plan.problems] == ["A2"]
    assert plan.problems[0].sheet == "Training Log"
    with acting(program=program_b):
        assert [p.name for p in Participant.objects.all()] == ["Ava Cedar"]
    assert records("Participant", "family_name") == [("Alder",)]


@pytest.mark.django_db(transaction=True)
def test_each_step_brings_its_own_transaction(bring, records):
    """As on the command line, where nothing else has opened one."""
    plan = bring(workbook([person()], [member()], [session()]))

    assert plan.counts()["participant"] == {"add": 1}
    assert bring(workbook([person()], [member()], [session()])).is_nothing


def test_a_session_signed_here_stays_whatever_a_file_says_later(bring, program_a, coordinator_a):
    from django.utils import timezone

    from alongside.access.context import acting
    from alongside.records import actions
    from alongside.records.actions.signing import shown_to_sign
    from alongside.records.models import Training
    from alongside.records.models.kept import sha256

    bring(workbook([], [member()], [session(county_signature="")]))
    at = timezone.make_aware(datetime.datetime.combine(ON, datetime.time(10)))
    with acting(program=program_a):
        (sheet,) = actions.gather_sessions(sessions=list(Training.objects.all()), on=ON, by=None)
        actions.sign(
            record=sheet, capacity="county", content_hash=sha256(shown_to_sign(sheet)[1]),
            hand=actions.Hand("own_sign_in"), at=at, on=ON, by=coordinator_a.user,
        )  # fmt: skip
    plan = bring(workbook([], [member()], [session(county_signature="", hours=2)]))

    assert done(plan) == {}
    assert "is signed and stays as it was signed" in " ".join(plan.notes)
