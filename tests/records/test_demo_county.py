"""The invented county: who is in it, that it comes out the same, and that its neighbor cannot see it."""

import random
from collections import Counter
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db.models import Q
from django.utils import timezone

from alongside.access.context import acting
from alongside.access.models import Membership, Program, User
from alongside.access.roles import SEATS, Role
from alongside.exchange import demo_county
from alongside.exchange.demo_county.network import add_network
from alongside.exchange.demo_county.participants import add_participants
from alongside.exchange.demo_county.shelf import Shelf
from alongside.exchange.demo_county.staff import JUNIPER, add_staff
from alongside.exchange.demo_county.stories import TROUBLED_PARTICIPANTS
from alongside.facts.tables import TABLES
from alongside.facts.world import World
from alongside.packs.asking import ask, ask_all
from alongside.packs.wisconsin_crs import PACK
from alongside.records.checks import problems_of
from alongside.records.models import (
    DischargeSummary,
    Document,
    Employment,
    IncidentCategory,
    IncidentReport,
    Participant,
    ProgressNote,
    Representative,
    Service,
    Signature,
    SignOff,
    StaffMember,
)
from alongside.records.order import problems_within
from people import TODAY

THOSE_WHO_ASK = 5
OWED = {"not met", "facts missing", "a person must decide"}


def a_county(on: date = TODAY, seed: int = 7) -> Shelf:
    """Juniper County before it is stored."""
    shelf = Shelf(program_id=UUID(int=1), on=on, chance=random.Random(seed))
    add_staff(shelf, JUNIPER)
    add_participants(shelf, people=180)
    add_network(shelf, is_troubled=True)
    return shelf


def rows(shelf: Shelf, table: str) -> list[dict]:
    """The rows of a fact table, as the law sees them."""
    facts = TABLES[table]
    held = next((found for model, found in shelf.rows.items() if model._meta.db_table == table), [])
    return [{name: seen(row, "pk" if name == facts.key else name) for name in facts.columns} for row in held]


def seen(row, name):
    value = getattr(row, name)
    if isinstance(value, datetime):
        return timezone.make_naive(value)  # facts are in the program's own time
    return str(value) if isinstance(value, UUID) else value


@pytest.fixture(scope="module")
def the_county():
    return a_county()


def test_the_same_seed_makes_the_same_county(the_county):
    again, other = a_county(), a_county(seed=8)
    for table in TABLES:
        assert rows(the_county, table) == rows(again, table)
    assert rows(the_county, "participant") != rows(other, "participant")


@pytest.mark.parametrize("on", ["2026-11-20", "2027-02-28", "2028-02-29", "2026-12-31", "2027-03-31", "2026-08-30"])
def test_every_record_is_one_a_person_could_have_made(on):
    shelf = a_county(on=date.fromisoformat(on), seed=int(on[-2:]))
    for row in (row for found in shelf.rows.values() for row in found):
        assert [*problems_of(row, on=shelf.on), *problems_within(row)] == []
    ids = [row.medicaid_id for row in shelf.rows[Participant]]
    assert len(set(ids)) == 180


def test_the_names_are_invented_and_each_is_one_person(the_county):
    names = [(row.family_name, row.given_name) for row in the_county.rows[Participant]]
    assert len(set(names)) == 180
    assert max(Counter(family for family, _ in names).values()) < 8


def test_most_people_are_in_order_and_the_others_have_believable_trouble(the_county):
    answers = ask_all(PACK, World({table: rows(the_county, table) for table in TABLES}), on=TODAY)
    participants = {a.root for a in answers if TABLES[a.about].root == "participant_id"}
    staff = {a.root for a in answers if TABLES[a.about].root == "staff_id"}
    owed = {a.root for a in answers if a.answer in OWED}

    assert (len(participants), len(staff)) == (180, 64)
    assert 0.78 <= 1 - len(owed & participants) / 180 <= 0.88
    assert 0.78 <= 1 - len(owed & staff) / 64 <= 0.88
    waiting = 3  # incident reports not yet sent: one of the fire, the fall, the death
    assert len(owed & participants) == sum(TROUBLED_PARTICIPANTS.values()) + waiting
    assert {a.answer for a in answers} == OWED | {"met", "not yet due", "does not apply"}
    assert any(a.due and TODAY < a.due <= date(2026, 11, 27) for a in answers if a.answer == "not yet due")


def test_two_months_of_services_have_notes_and_a_few_of_them_trouble(the_county):
    services, notes = the_county.rows[Service], the_county.rows[ProgressNote]
    assert len(services) == len([note for note in notes if note.amends is None]) > 200
    assert all(TODAY - timedelta(days=60) <= service.served_on < TODAY for service in services)
    assert sum(note.status == "draft" for note in notes) == 4
    assert sum(note.manner == "doing_for" for note in notes) == 2
    assert sum(service.started_at is None for service in services) == 2


def test_a_kitchen_fire_touched_three_people_and_another_incident_is_restricted(the_county):
    reports = the_county.rows[IncidentReport]
    (fire,) = (incident for incident, touched in Counter(r.incident for r in reports).items() if touched == 3)
    assert [r.state_told_at is not None for r in reports if r.incident == fire] == [True, True, False]
    assert [report.state_told_at for report in reports if report.is_restricted] == [None]
    assert [report.death_reported_at for report in reports if report.is_reportable_death] == [None]
    assert all(row.is_example for row in the_county.rows[IncidentCategory])


def test_some_want_to_work_some_found_a_job_and_one_was_sent_to_a_training_first(the_county):
    wishes = the_county.rows[Employment]
    answers = ask(PACK.rule("IPS"), World({t: rows(the_county, t) for t in ("participant", "employment")}), on=TODAY)

    assert {wish.job for wish in wishes} >= {None, "Kennel attendant"}
    assert Counter(answer.answer for answer in answers) == {"met": len(wishes) - 1, "not met": 1}
    assert [lines for a in answers if (lines := [c.id for c in a.criteria if c.holds is False])] == [["IPS-4"]]


def test_a_parent_acts_for_whoever_is_under_18(the_county):
    minors = {p.pk for p in the_county.rows[Participant] if p.born_on > date(2008, 11, 20)}
    acting_for = {representative.participant.pk for representative in the_county.rows[Representative]}
    assert acting_for == minors != set()


@pytest.mark.django_db
def test_loading_fills_three_programs_that_cannot_see_each_other():
    county = demo_county.load(TODAY)

    assert county.rows["Juniper County"]["participant"] == 180 + THOSE_WHO_ASK
    assert county.rows["Juniper County"]["staff"] == 64
    assert county.rows["Juniper County"]["provider"] == 8
    held = {}
    for user in User.objects.filter(email__startswith="coordinator@"):
        with acting(actor=user):
            program = Program.objects.get(memberships__user=user)
        with acting(program=program, actor=user):
            held[program.name] = (Participant.objects.count(), StaffMember.objects.count())
    county_and_nation = {"Juniper County": (180 + THOSE_WHO_ASK, 64), "Heron Bend Nation": (14, 6)}
    assert held == county_and_nation | {"Bluestem Recovery Center": (19, 16)}


@pytest.mark.django_db
def test_every_role_has_a_sign_in_and_loading_again_changes_nothing():
    county = demo_county.load(TODAY)
    again = demo_county.load(date(2027, 1, 1))

    assert {sign_in.role for sign_in in county.sign_ins} == set(Role)
    assert (again.rows, again.sign_ins) == ({}, county.sign_ins)
    for sign_in in county.sign_ins:
        user = User.objects.get(Q(email=sign_in.email) | Q(sign_in_name=sign_in.email))
        assert user.check_password(county.password)
        assert sign_in.email.endswith(".example") or sign_in.role in SEATS
        with acting(actor=user):
            memberships = Membership.objects.current(TODAY).filter(user=user)
            assert {m.program.name for m in memberships} == set(sign_in.programs)


@pytest.mark.django_db
def test_the_peer_specialist_is_a_staff_member_of_the_supervisors_provider():
    demo_county.load(TODAY)
    peer = User.objects.get(email="peer@opendoor.example")
    with acting(actor=peer):
        membership = Membership.objects.get(user=peer)
    with acting(program=membership.program_id, actor=peer):
        staff = StaffMember.objects.get(pk=membership.staff_id)

        assert staff.name == peer.name
        assert staff.provider_id == membership.provider_id
        assert staff.provider.name == "Open Door Peer Support"
        assert staff.notes.drafts().count() == 4


def test_a_note_came_back_one_was_amended_one_moved_and_a_summary_amended(the_county):
    notes, said = the_county.rows[ProgressNote], the_county.rows[SignOff]
    answers = ask_all(PACK, World({table: rows(the_county, table) for table in TABLES}), on=TODAY)
    word = {(answer.rule, answer.key): answer.answer for answer in answers}

    (amendment,) = [note for note in notes if note.amends]
    (copy,) = [note for note in notes if note.moved_from]
    returned = [one.progress_note for one in said if one.decision == "returned"]
    assert len(returned) == 2
    assert amendment.amends in returned
    assert amendment.signed_on > amendment.amends.signed_on
    assert copy.participant is not copy.moved_from.participant
    assert copy.service.plan_line.participant is copy.participant
    assert [word["NOTE", str(n.pk)] for n in (amendment, amendment.amends)] == ["met", "does not apply"]
    assert [word["NOTE", str(n.pk)] for n in (copy, copy.moved_from)] == ["met", "does not apply"]
    assert word["BIL", str(copy.moved_from.service.pk)] == "does not apply"
    assert {word["BIL", str(n.service.pk)] for n in (copy, amendment)} == {"met"}

    (summary,) = [one for one in the_county.rows[DischargeSummary] if one.amends]
    assert word["DSC-3", str(summary.discharge.pk)] == "met"


@pytest.mark.django_db
def test_an_assessment_and_a_support_plan_stand_signed():
    demo_county.load(TODAY)
    coordinator = User.objects.get(email="coordinator@juniper.example")
    with acting(actor=coordinator):
        program = Program.objects.get(memberships__user=coordinator)
    with acting(program=program, actor=coordinator):
        signed = Counter(Document.objects.values_list("kind", flat=True))
        summary = DischargeSummary.objects.exclude(amends=None).get()

        assert signed["assessment"] == signed["support_plan"] == 6
        assert Document.of("discharge_summary", summary.pk)
        assert Document.of("discharge_summary", summary.amends_id)


def test_a_row_nobody_gave_a_place_is_named_and_nothing_is_stored():
    shelf = Shelf(program_id=UUID(int=1), on=TODAY, chance=random.Random(7))
    shelf.add(Participant)
    shelf.add(Signature)
    shelf.add(Document)

    with pytest.raises(LookupError, match=r"^No place in IN_ORDER for Signature, Document: they would be lost\.$"):
        shelf.store()  # without a database: a query would fail this test
