"""What the database writes down by itself, for every way a row can change."""

import json

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from alongside.access.context import acting
from alongside.access.protect import watched_tables
from alongside.ledger import events
from alongside.ledger.entries import COLUMNS, hash_of, rows
from alongside.ledger.events import Act, record, record_export, record_read, record_search
from alongside.records.models import Participant
from people import a_participant, a_peer_specialist, a_provider

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def entries(as_superuser):
    """The entries about a table, oldest first, as dictionaries."""

    def read(table):
        cursor = as_superuser.execute(
            f"select {COLUMNS} from ledger_entry e where table_name = %s order by entry_id", [table]
        )
        return list(rows(cursor))

    return read


@pytest.fixture
def uma(program_a, coordinator_a):
    with acting(program=program_a, actor=coordinator_a.user, request="first"), transaction.atomic():
        return a_participant(given_name="Uma", by=coordinator_a.user)


def test_an_insert_keeps_who_when_where_and_whose(uma, coordinator_a, entries):
    [entry] = entries("participant")

    assert (entry["act"], entry["row"], entry["subject"]) == ("insert", str(uma.pk), str(uma.pk))
    assert (entry["actor"], entry["program"]) == (str(coordinator_a.user_id), str(uma.program_id))
    assert (entry["request"], entry["database_role"]) == ("first", "alongside_app")
    assert (entry["columns"], entry["old_hash"]) == ([], "")
    assert len(entry["new_hash"]) == 64
    assert entry["at"].endswith("Z")


def test_the_rows_around_a_participant_name_the_participant(uma, entries):
    assert {entry["subject"] for entry in entries("enrollment") + entries("coverage")} == {str(uma.pk)}


def test_the_rows_around_a_staff_member_name_the_staff_member(program_a, entries):
    with acting(program=program_a), transaction.atomic():
        pia = a_peer_specialist(provider=a_provider())

    assert [entry["subject"] for entry in entries("staff")] == [str(pia.pk)]


def test_an_update_keeps_which_columns_and_continues_the_hashes(uma, entries):
    with acting(program=uma.program_id), transaction.atomic():
        Participant.objects.filter(pk=uma.pk).update(given_name="Una", version=F("version") + 1)

    first, second = entries("participant")
    assert (second["act"], second["columns"]) == ("update", ["given_name", "version"])
    assert second["old_hash"] == first["new_hash"]
    assert second["new_hash"] != first["new_hash"]


def test_the_hashes_of_a_row_go_on_in_another_time_zone(uma, entries):
    with acting(program=uma.program_id), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local timezone = 'Asia/Kolkata'")
        Participant.objects.filter(pk=uma.pk).update(given_name="Una", version=F("version") + 1)

    first, second = entries("participant")
    assert second["old_hash"] == first["new_hash"]


def test_an_update_that_changes_nothing_is_no_entry(uma, entries):
    with acting(program=uma.program_id), transaction.atomic():
        Participant.objects.filter(pk=uma.pk).update(given_name="Uma")

    assert len(entries("participant")) == 1


def test_a_delete_keeps_the_last_hash(uma, entries):
    with acting(program=uma.program_id), transaction.atomic():
        uma.coverages.all().delete()

    inserted, deleted = entries("coverage")
    assert (deleted["act"], deleted["old_hash"], deleted["new_hash"]) == ("delete", inserted["new_hash"], "")


def test_bulk_and_bare_sql_are_kept_like_any_other_change(uma, entries):
    with acting(program=uma.program_id), transaction.atomic(), connection.cursor() as cursor:
        Participant.objects.bulk_update([Participant(pk=uma.pk, given_name="Ulla")], ["given_name"])
        cursor.execute("update participant set given_name = 'Ursula'")

    assert [entry["columns"] for entry in entries("participant")[1:]] == [["given_name"], ["given_name"]]


def test_what_is_rolled_back_was_not(uma, entries):
    with acting(program=uma.program_id), transaction.atomic():
        Participant.objects.update(given_name="Una")
        transaction.set_rollback(True)

    assert len(entries("participant")) == 1


def test_no_value_of_a_record_stands_in_an_entry(uma, entries):
    written = json.dumps(entries("participant"))

    for value in (uma.medicaid_id, "Uma", "Hazel", "1980-09-08"):
        assert value not in written


@pytest.mark.parametrize("zone", ["UTC", "America/Chicago", "Asia/Kolkata"])
def test_the_hash_does_not_depend_on_the_time_zone_of_the_connection(uma, as_superuser, entries, zone):
    as_superuser.execute(f"set timezone = '{zone}'")

    assert all(hash_of(entry) == entry["hash"] for entry in entries("participant"))


def test_python_finds_the_hash_the_database_made_whatever_the_text(program_a, entries):
    odd = ['"\\/\b\f\n\r\t', "\x01\x1f\x7f", "é ü ß 你好 🌲", "\u2028\u2029", "", " ", "{}", "null", "a" * 5000]
    with acting(program=program_a, request='"quoted" \\ \'é'), transaction.atomic():
        for text in odd:
            record(Act.READ, "odd", row=text, detail=text)

    written = entries("odd")
    assert [entry["detail"] for entry in written] == odd
    assert all(hash_of(entry) == entry["hash"] for entry in written)


def test_reads_searches_and_exports_are_kept(uma, coordinator_a, entries):
    with acting(program=uma.program_id, actor=coordinator_a.user, request="2"), transaction.atomic():
        record_read("service_plan", row=uma.pk, subject=uma.pk, detail="the plan of June")
        record_search("service_plan", found=3)
        record_export("service_plan", rows=40)

    assert [(e["act"], e["subject"], e["detail"], e["actor"]) for e in entries("service_plan")] == [
        ("read", str(uma.pk), "the plan of June", str(coordinator_a.user_id)),
        ("search", None, "3 shown", str(coordinator_a.user_id)),
        ("export", None, "40 rows", str(coordinator_a.user_id)),
    ]


def test_a_read_is_kept_although_nobody_acts_in_a_program(db, entries):
    record(Act.REFUSED, "page")

    [entry] = entries("page")
    assert (entry["program"], entry["actor"]) == (None, None)


@pytest.mark.parametrize("act", ["insert", "update", "delete"])
def test_a_change_cannot_be_made_up(program_a, act):
    with pytest.raises(DatabaseError, match=f"Only a trigger records {act}"), connection.cursor() as cursor:
        cursor.execute("select ledger_record(%s, 'participant', '', null, '')", [act])


@pytest.mark.parametrize(
    "statement",
    [
        "select * from ledger_entry",
        "insert into ledger_entry select * from ledger_entry",
        "update ledger_entry set detail = ''",
        "delete from ledger_entry",
        "truncate ledger_entry",
        "select * from ledger_sealed",
        "select * from ledger_checkpoint",
        "select ledger_add(null)",
        "alter table participant disable trigger ledger_write",
        "drop trigger ledger_write on participant",
        "set session_replication_role = replica",
    ],
)
def test_the_runtime_role_cannot_reach_into_the_ledger_or_around_it(program_a, statement):
    with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("table", ["ledger_entry", "ledger_sealed", "ledger_checkpoint"])
@pytest.mark.parametrize("verb", ["update {} set {} = {}", "delete from {}", "truncate {}"])
@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_even_the_owner_is_refused_a_change(table, verb):
    from django.db import connections

    column = {"ledger_entry": "detail", "ledger_sealed": "leaf", "ledger_checkpoint": "root"}[table]
    with pytest.raises(DatabaseError, match="append-only"), connections["owner"].cursor() as cursor:
        cursor.execute(verb.format(table, column, column))


def test_every_record_table_is_watched_but_those_whose_rows_are_computed(as_superuser):
    watched = {
        table
        for (table,) in as_superuser.execute(
            "select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where tgname = 'ledger_write'"
        )
    }
    of_a_program = {
        table
        for (table,) in as_superuser.execute(
            "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid "
            "where a.attname = 'program_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace"
        )
    }

    assert watched == set(watched_tables())
    computed = {"answer", "stale", "freshness", "waiting_note"}
    assert of_a_program - watched == {"ledger_entry", *computed, "draft", "submission"}
    assert watched - of_a_program == {"user_account", "account_emailaddress", "mfa_authenticator"}


def test_every_word_for_an_act_is_one_word():
    assert all(act.value.replace("_", "").isalpha() for act in events.Act)
