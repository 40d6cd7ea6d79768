"""Every table of records, tried with every verb as the runtime role: in one's own program, against another's, in none.

The rows of both programs are really there: a policy that refused everything would fail here too.
"""

from types import SimpleNamespace
from uuid import uuid4

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from rows import inserting, model_of, one_row_in_each_table, row_of

from alongside.access.actions import create_program
from alongside.access.context import acting
from alongside.access.protect import record_models, written_once
from alongside.access.references import BY_NAME, references
from alongside.access.roles import Role

pytestmark = pytest.mark.django_db

MODELS = record_models()
TABLES = [model._meta.db_table for model in MODELS]
NO_CONTEXT = "no program context"
NOT_YOURS = "row-level security"
# Looked into before it is kept, and another program's record is not seen.
NOT_THERE = f"{NOT_YOURS}|not about a record|the very content|by the right they have"
WRITTEN_ONCE = written_once()
REFERENCES = [reference for reference in references(MODELS) if reference.table in TABLES]
ONCE = [reference for reference in REFERENCES if reference.table in WRITTEN_ONCE]
AGAIN = [reference for reference in REFERENCES if reference.table not in WRITTEN_ONCE]
NO_RIGHT = "permission denied"
STAYS = {"sign_off"}  # rows nobody changes; of words of one's own only the taking back is written
MOVED = dict.fromkeys(WRITTEN_ONCE, NO_RIGHT) | dict.fromkeys({*STAYS, "own_words"}, " stays? as ")


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker):
    """Both programs with a row in each table. Every test undoes what it did; the last undoes the planting."""
    with django_db_blocker.unblock(), transaction.atomic():
        a, b = create_program(name="Alder County", by=None), create_program(name="Larch County", by=None)
        yield SimpleNamespace(a=a, b=b, in_a=one_row_in_each_table(a), in_b=one_row_in_each_table(b))
        transaction.set_rollback(True)


@pytest.fixture
def two(planted):
    """Both programs; the test acts in A."""
    with acting(program=planted.a):
        yield planted


def run(statement, parameters=()):
    """Rows fetched, or the count of rows touched."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else cursor.rowcount


def copied_out(table):
    """The keys in what COPY sends out."""
    copying = f"copy (select {key_of(table)} from {table}) to stdout"
    with transaction.atomic(), connection.cursor() as cursor, cursor.copy(copying) as out:
        return [key for (key,) in out.rows()]


def refused(statement, parameters=(), *, match):
    with pytest.raises(DatabaseError, match=match):
        run(statement, parameters)


def point(reference, key):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"set constraints {reference.name} immediate")
        cursor.execute(f"update {reference.table} set {reference.column} = %s", [key])


def first_row(reference, keys, program):
    """A row with nothing wrong but where it will point."""
    values = row_of(model_of(reference.table), program.pk, keys)
    if reference.name.startswith("signature_attachment"):
        scanned = {"capacity": "participant", "method": "scanned", "user_id": None, "witness_id": values["user_id"]}
        values |= scanned
    whose = {field.column: field for field in model_of(reference.table)._meta.concrete_fields}.get("participant_id")
    if reference.column == "staff_id" and whose is not None and whose.null:  # of one or the other
        values["participant_id"] = None
        if "record" in values:
            values |= {"kind": "training_sheet", "record": keys["training_sheet"]}
    return values


def put_in(reference, statement, parameters):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"set constraints {reference.name} immediate")
        cursor.execute(statement, parameters)


def key_of(table):
    return next(model._meta.pk.column for model in MODELS if model._meta.db_table == table)


@pytest.mark.parametrize("table", TABLES)
def test_reading_shows_ones_own_rows_and_no_others(two, table):
    key = key_of(table)

    assert run(f"select {key} from {table}") == [(two.in_a[table],)]
    assert run(f"select count(*) from {table}") == [(1,)]
    assert run(f"select {key} from {table} where {key} = %s", [two.in_b[table]]) == []
    assert run(f"select {key} from {table} where program_id = %s", [two.b.pk]) == []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"declare reader cursor for select {key} from {table}")
        cursor.execute("fetch all from reader")
        assert cursor.fetchall() == [(two.in_a[table],)]
    assert copied_out(table) == [str(two.in_a[table])]


@pytest.mark.parametrize("table", TABLES)
def test_another_programs_rows_cannot_be_changed_or_deleted(two, table):
    key, other = key_of(table), two.in_b[table]
    if table in WRITTEN_ONCE:
        refused(f"update {table} set program_id = program_id where {key} = %s", [other], match=NO_RIGHT)
        refused(f"delete from {table} where {key} = %s", [other], match=NO_RIGHT)
        return

    assert run(f"update {table} set program_id = program_id where {key} = %s", [other]) == 0
    assert run(f"update {table} set program_id = program_id where {key} = %s returning *", [other]) == []
    if table in STAYS:
        refused(f"update {table} set program_id = program_id", match=" stays? as ")
    else:
        assert run(f"update {table} set program_id = program_id") == 1
    assert run(f"delete from {table} where {key} = %s", [other]) == 0
    assert run(f"delete from {table} where program_id = %s", [two.b.pk]) == 0
    with acting(program=two.b):
        assert run(f"select {key} from {table}") == [(other,)]


@pytest.mark.parametrize("table", TABLES)
def test_rows_cannot_be_put_or_moved_into_another_program(two, table):
    values = row_of(model_of(table), two.b.pk, two.in_b)

    refused(*inserting(table, values), match=NOT_THERE)
    refused(f"update {table} set program_id = %s", [two.b.pk], match=MOVED.get(table, NOT_YOURS))
    statement, parameters = inserting(table, values)
    refused(f"{statement} returning *", parameters, match=NOT_THERE)


@pytest.mark.parametrize("table", TABLES)
def test_an_upsert_on_another_programs_key_tells_and_changes_nothing(two, table):
    key = key_of(table)
    values = {**row_of(model_of(table), two.a.pk, two.in_a), key: two.in_b[table]}
    statement, parameters = inserting(table, values)

    match = NO_RIGHT if table in WRITTEN_ONCE else NOT_YOURS
    refused(f"{statement} on conflict ({key}) do update set program_id = excluded.program_id", parameters, match=match)


@pytest.mark.parametrize("table", TABLES)
def test_bulk_copying_in_and_emptying_are_refused(two, table):
    refused(f"copy {table} from stdin", match="COPY FROM not supported with row-level security|row-level security")
    refused(f"truncate {table}", match="permission denied")


@pytest.mark.parametrize("table", TABLES)
def test_without_a_program_every_verb_is_an_error_and_not_an_empty_list(two, table):
    key = key_of(table)
    with acting(program=None):
        refused(f"select * from {table}", match=NO_CONTEXT)
        refused(f"select count(*) from {table}", match=NO_CONTEXT)
        match = f"{NO_CONTEXT}|{NO_RIGHT}" if table in WRITTEN_ONCE else NO_CONTEXT
        refused(f"update {table} set program_id = program_id where {key} = %s", [two.in_a[table]], match=match)
        refused(f"delete from {table}", match=match)
        refused(*inserting(table, row_of(model_of(table), two.a.pk, two.in_a)), match=NO_CONTEXT)
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match=NO_CONTEXT):
            copied_out(table)


@pytest.mark.parametrize("table", TABLES)
def test_a_program_that_does_not_exist_has_nothing(two, table):
    with acting(program=uuid4()):
        assert run(f"select * from {table}") == []


@pytest.mark.parametrize("reference", AGAIN, ids=lambda reference: reference.name)
def test_a_reference_cannot_point_into_another_program(two, reference):
    with pytest.raises(IntegrityError):
        point(reference, two.in_b[reference.target])


@pytest.mark.parametrize("reference", ONCE, ids=lambda reference: reference.name)
def test_what_is_written_once_cannot_point_into_another_program(program_a, program_b, reference):
    in_a = one_row_in_each_table(program_a, without=reference.table)
    is_of_itself = reference.target == reference.table
    in_b = one_row_in_each_table(program_b, without="" if is_of_itself else reference.table)
    with acting(program=program_a):
        values = first_row(reference, in_a, program_a) | {reference.column: in_b[reference.target]}
        statement, parameters = inserting(reference.table, values)
        with pytest.raises(IntegrityError, match=f"{reference.name}|{NOT_THERE}"):
            put_in(reference, statement, parameters)


@pytest.mark.parametrize("reference", BY_NAME, ids=lambda reference: reference.name)
def test_a_membership_cannot_name_another_programs_people(two, member, reference):
    member(two.a, Role.COORDINATOR)
    with pytest.raises(IntegrityError):
        point(reference, two.in_b[reference.target])
