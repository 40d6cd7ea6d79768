"""What the database itself shows from a participant's own seat, whatever the pages do: raw SQL as the runtime role."""

from types import SimpleNamespace
from uuid import uuid4

import psycopg
import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction
from rows import inserting, row_of

from alongside.access.context import acting
from alongside.access.models import Membership, User
from alongside.access.protect import policies_of, record_models
from alongside.access.roles import Role
from alongside.access.row_policies import CLOSED_TO_SEATS, SEEN_FROM_A_SEAT, SHOWN_IN_A_SEAT, WRITTEN_FROM_A_SEAT
from alongside.records import actions
from people import TODAY, a_draft, a_line, a_participant, a_peer_specialist, a_service, a_service_plan, moment, signed

pytestmark = pytest.mark.django_db

MODELS = {model._meta.db_table: model for model in record_models()}
ABOUT_SOMEBODY = sorted(table for table, model in MODELS.items() if any(
    field.column == "participant_id" for field in model._meta.concrete_fields
))  # fmt: skip
OTHERS = sorted(set(MODELS) - set(ABOUT_SOMEBODY))


@pytest.fixture
def two(in_program_a, participant_a, coordinator_a):
    """Two participants of one program, with a plan and a signed note each; the first has a seat."""
    from alongside.records.models import Participant

    made = SimpleNamespace(seat=participant_a, program=in_program_a)
    worker = a_peer_specialist()
    for name, person in (
        ("mine", Participant.objects.get(pk=participant_a.participant_id)),
        ("theirs", a_participant(given_name="Other", family_name="Sample")),
    ):
        plan = a_service_plan(person, lines=[a_line()])
        note = signed(a_draft(a_service(person, worker), worker), worker)
        draft = a_draft(a_service(person, worker, start=None, stop=None), worker)
        setattr(made, name, SimpleNamespace(person=person, plan=plan, note=note, draft=draft))
    with acting(actor=participant_a.user, participant=participant_a.participant_id):
        yield made


def run(statement, parameters=()):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else cursor.rowcount


def changed(statement):
    """How many rows it touched; none where the runtime role has no right to touch any."""
    try:
        return run(statement)
    except ProgrammingError:
        return 0


def plant(table, program, keys):
    """A row of the table, after those it cannot be without."""
    needed = [
        f.related_model._meta.db_table for f in MODELS[table]._meta.concrete_fields if f.is_relation and not f.null
    ]
    for name in needed:
        if name in MODELS and name not in keys:
            plant(name, program, keys)
    values = row_of(MODELS[table], program, keys)
    run(*inserting(table, values))
    keys[table] = values[MODELS[table]._meta.pk.column]


def test_only_ones_own_rows_are_there(two):
    assert run("select participant_id from participant") == [(two.mine.person.pk,)]
    assert run("select service_plan_id from service_plan") == [(two.mine.plan.pk,)]
    assert {whose for (whose,) in run("select participant_id from service")} == {two.mine.person.pk}
    assert run("select progress_note_id from progress_note") == [(two.mine.note.pk,)]
    assert run("select count(*) from plan_line where participant_id = %s", [two.theirs.person.pk]) == [(0,)]


@pytest.mark.parametrize("table", ABOUT_SOMEBODY)
def test_every_table_about_somebody_shows_nothing_of_another(two, table):
    assert run(f"select 1 from {table} where participant_id is distinct from %s", [two.mine.person.pk]) == []


@pytest.mark.parametrize("table", OTHERS)
def test_every_other_table_is_closed_but_for_the_few_named(two, table):
    shown = [policy for policy in policies_of(MODELS[table]) if policy.name == "own_seat_select"]

    assert bool(shown) is (table not in SEEN_FROM_A_SEAT)
    if shown and table != "stale":
        assert run(f"select 1 from {table}") == []


@pytest.mark.parametrize("table", sorted(CLOSED_TO_SEATS))
def test_what_is_closed_shows_not_even_ones_own(two, table):
    keys = {"participant": two.mine.person.pk}
    with acting(actor=None, participant=None):
        plant(table, two.program.pk, keys)

    assert run(f"select 1 from {table}") == []


def test_drafts_and_papers_among_staff_are_not_shown(two):
    assert run("select 1 from progress_note where status = 'draft'") == []
    assert set(SHOWN_IN_A_SEAT) == {"progress_note", "own_words", "document", "rendering", "signature"}


@pytest.mark.parametrize(("kind", "participant_sees", "parent_sees"), [("held_back", 0, 0), ("minors_own", 1, 0)])
def test_a_note_kept_from_a_seat_is_not_there_nor_its_amendment_nor_its_paper(
    two, member, kind, participant_sees, parent_sees
):
    mine = two.mine.person
    with acting(actor=None, participant=None):
        said = {"on": TODAY, "by": None}
        ana = actions.add_representative(participant=mine, kind="parent", name="Ana Sample", **said)
        seated = {"participant_id": mine.pk, "representative_id": ana.pk}
        mother = member(two.program, Role.REPRESENTATIVE, name="Ana Sample", **seated)
        actions.hold_note(note=two.mine.note, kind=kind, reason="Talk first.", held_by="Sue", **said)
    seen = "select 1 from progress_note", "select 1 from document where kind = 'progress_note'"

    assert [len(run(question)) for question in seen] == [participant_sees] * 2
    with acting(actor=mother.user):
        assert [len(run(question)) for question in seen] == [parent_sees] * 2
        assert len(run("select 1 from service_plan")) == 1


def test_words_of_the_participant_alone_are_not_shown_to_whoever_acts_for_them(two, member):
    with acting(actor=None, participant=None):
        ana = actions.add_representative(
            participant=two.mine.person, kind="parent", name="Ana Sample", on=TODAY, by=None
        )
        seated = {"participant_id": two.mine.person.pk, "representative_id": ana.pk}
        mother = member(two.program, Role.REPRESENTATIVE, name="Ana Sample", **seated)
    said = {"seat": two.seat, "at": moment("2026-11-20 10:00"), "on": TODAY, "by": two.seat.user}
    actions.write_own_words(words="Mine alone.", **said)
    actions.write_own_words(words="For both.", is_shown_to_representative=True, **said)

    assert len(run("select 1 from own_words")) == 2
    with acting(actor=mother.user):
        assert run("select words from own_words") == [("For both.",)]


@pytest.mark.parametrize("table", sorted(set(MODELS) - WRITTEN_FROM_A_SEAT - {"answer", "freshness", "progress_note"}))
def test_what_a_seat_does_not_write_is_refused(two, table):
    with pytest.raises(DatabaseError, match=r"row-level security|permission denied"):
        run(*inserting(table, row_of(MODELS[table], two.program.pk, _Keys(two.mine.person.pk))))
    assert changed(f"update {table} set program_id = program_id") == 0
    assert changed(f"delete from {table}") == 0


class _Keys(dict):
    """A reference to a participant is to one's own; others point anywhere: the row is refused before they are read."""

    def __init__(self, person):
        super().__init__(participant=person)

    def __missing__(self, table):
        return self["participant"]


def test_another_persons_plan_cannot_be_signed_from_here(two):
    statement = "update service_plan set participant_signed_on = '2026-11-20' where participant_id = %s"

    assert run(statement, [two.theirs.person.pk]) == 0
    assert run(statement, [two.mine.person.pk]) == 1


def test_no_accounts_and_no_memberships_but_ones_own(two, coordinator_a):
    with acting(participant=two.mine.person.pk):
        assert list(User.objects.all()) == [two.seat.user]
        assert list(Membership.objects.all()) == [two.seat]


def test_who_looked_tells_names_and_only_about_oneself(two, coordinator_a):
    with acting(actor=coordinator_a.user, participant=None):
        run("select ledger_record('read', 'participant', '', %s, '')", [two.mine.person.pk])
        run("select ledger_record('search', 'participant', '', null, '2 shown', %s)", [[str(two.mine.person.pk)]])
        run("select ledger_record('search', 'participant', '', null, '1 shown', %s)", [[str(two.theirs.person.pk)]])
    mine = "select act, name, role from alongside_who_looked(%s, null, 10)"

    assert run(mine, [two.mine.person.pk])[:2] == [
        ("search", "Program coordinator of Aspen County", "coordinator"),
        ("read", "Program coordinator of Aspen County", "coordinator"),
    ]
    with pytest.raises(DatabaseError, match="not your own seat"):
        run(mine, [two.theirs.person.pk])
    assert list(User.objects.all()) == [two.seat.user]  # the names were lent, not left open


def test_without_a_seat_everything_is_as_before(two):
    with acting(participant=None):
        assert run("select count(*) from participant") == [(2,)]
        assert run("select count(*) from service_plan") == [(2,)]


def test_these_tests_would_notice_a_policy_that_is_gone(as_superuser):
    """The control: with the policy one row is seen from the seat, without it both."""
    program, mine, other = uuid4(), row_of(MODELS["participant"], None, {}), row_of(MODELS["participant"], None, {})
    as_superuser.execute(
        "insert into program (program_id, name, kind, pack, created_at) "
        "values (%s, 'Control County', 'county', '', now())",
        [program],
    )
    for values in (mine, other):
        as_superuser.execute(*inserting("participant", {**values, "program_id": program}))

    def seen():
        as_superuser.execute(
            "select set_config('alongside.program', %s, true), set_config('alongside.participant', %s, true)",
            [str(program), str(mine["participant_id"])],
        )
        as_superuser.execute("set local role alongside_app")
        (count,) = as_superuser.execute("select count(*) from participant").fetchone()
        as_superuser.execute("reset role")
        return count

    assert seen() == 1
    as_superuser.execute("set constraints all immediate")
    as_superuser.execute("drop policy own_seat_select on participant")
    assert seen() == 2


def test_these_tests_would_notice_a_trigger_that_is_gone(as_superuser):
    """The control: with the trigger nobody changes words, without it anybody does."""
    program, user = uuid4(), uuid4()
    as_superuser.execute(
        "insert into program (program_id, name, kind, pack, created_at) "
        "values (%s, 'Control County', 'county', '', now())",
        [program],
    )
    as_superuser.execute(
        "insert into user_account (user_id, email, name, password, is_active, created_at) "
        "values (%s, 'control@example.org', 'Control', '', true, now())",
        [user],
    )
    person = row_of(MODELS["participant"], program, {})
    as_superuser.execute(*inserting("participant", person))
    whose = {"program_id": program, "participant_id": person["participant_id"], "account_id": user}
    as_superuser.execute(*inserting("own_words", {"own_words_id": uuid4(), "words": "Mine.", **whose}))
    as_superuser.execute("set constraints all immediate")

    with pytest.raises(psycopg.errors.CheckViolation, match="stay as they were written"), as_superuser.transaction():
        as_superuser.execute("update own_words set words = 'Theirs.'")
    as_superuser.execute("drop trigger own_words_stay on own_words")
    assert as_superuser.execute("update own_words set words = 'Theirs.'").rowcount == 1
