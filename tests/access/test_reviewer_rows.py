"""What the database itself shows from a state reviewer's seat: raw SQL as the runtime role, table by table."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction
from packets import a_packet, explained, three_people
from rows import inserting, one_row_in_each_table, row_of

from alongside.access.context import acting
from alongside.access.models import Membership, User
from alongside.access.protect import record_models
from alongside.access.reviewer_rows import SEEN_BY_REVIEWERS, WRITTEN_BY_REVIEWERS
from alongside.config.packing import build
from alongside.records.actions import mark_records
from alongside.records.problems import Problems
from alongside.reviews.models import Packet
from alongside.reviews.packets.correcting import ask_to_build
from alongside.reviews.packets.sending import receive, send
from people import moment

pytestmark = pytest.mark.django_db

MODELS = {model._meta.db_table: model for model in record_models()}
CLOSED = sorted(set(MODELS) - set(SEEN_BY_REVIEWERS))
# Where a trigger looks at a row first, it finds none of what the row names.
REFUSED = r"row-level security|permission denied|not about a record|one's own seat|the very content"
AT = moment("2026-11-20 10:00")


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


@pytest.fixture
def seat(in_program_a, state_reviewer_a):
    """Enter the reviewer's seat."""
    return lambda: acting(actor=state_reviewer_a.user, is_reviewer=True)


@pytest.fixture
def planted(in_program_a):
    """One row in every table."""
    return one_row_in_each_table(in_program_a)


@pytest.fixture
def packet(in_program_a):
    """A packet that is built and not sent."""
    made = a_packet(three_people())
    ask_to_build(packet=explained(made), at=AT, asked_by="Cora Plover", by=None)
    assert build(Packet.objects.get(pk=made.pk))
    return Packet.objects.get(pk=made.pk)


def sent(packet):
    return send(packet=packet, version=packet.version, at=AT, sent_by="Cora Plover", by=None)


@pytest.mark.parametrize("table", CLOSED)
def test_every_other_table_of_the_program_is_closed(planted, seat, table):
    assert run(f"select 1 from {table}") != []
    with seat():
        assert run(f"select 1 from {table}") == []


@pytest.mark.parametrize("table", sorted(set(MODELS) - WRITTEN_BY_REVIEWERS - {"answer", "freshness"}))
def test_what_a_reviewer_does_not_write_is_refused(in_program_a, planted, seat, table):
    values = row_of(MODELS[table], in_program_a.pk, planted)
    with seat():
        with pytest.raises(DatabaseError, match=REFUSED):
            run(*inserting(table, values))
        assert changed(f"update {table} set program_id = program_id") == 0
    with seat():
        assert changed(f"delete from {table}") == 0


@pytest.mark.parametrize("table", sorted(WRITTEN_BY_REVIEWERS))
def test_nothing_is_deleted_from_a_reviewers_seat(planted, seat, table):
    with seat():
        assert changed(f"delete from {table}") == 0


PARTS = ("packet", "packet_item", "packet_file", "packet_output")


def test_a_packet_is_not_there_before_it_is_sent_and_all_of_it_is_after(packet, seat):
    with seat():
        assert [run(f"select 1 from {table}") for table in PARTS] == [[]] * 4
    sent(packet)
    with seat():
        assert all(run(f"select 1 from {table}") for table in PARTS)
        assert (
            run("select 1 from participant") == run("select 1 from service_plan") == run("select 1 from document") == []
        )


def test_of_guarded_records_nothing_is_read_that_no_disclosure_accounts_for(packet, seat):
    Packet.objects.filter(pk=packet.pk).update(has_substance_use_records=False)
    packet.refresh_from_db()
    person = packet.items.filter(state="there").first().participant
    theirs = "select 1 from packet_item where participant_id = %s"
    sent(packet)
    with seat():
        assert run(theirs, [person.pk]) != []
    mark_records(participant=person, why="Treated here since May", marked_by="x", on=AT.date(), by=None)
    with seat():
        assert run(theirs, [person.pk]) == []
        assert run("select 1 from packet_item") != []


def test_a_packet_that_says_it_holds_none_is_not_sent_where_somebody_in_it_is_marked(packet):
    Packet.objects.filter(pk=packet.pk).update(has_substance_use_records=False)
    packet.refresh_from_db()
    person = packet.items.filter(state="there").first().participant
    mark_records(participant=person, why="Treated here since May", marked_by="x", on=AT.date(), by=None)

    with pytest.raises(Problems, match="no substance use records, though 1 of its participants"):
        sent(packet)


def test_what_is_kept_for_a_later_packet_is_not_there_either(packet, seat):
    sent(packet)
    outside = packet.sample.roster.entries.get(position=3).participant_id
    columns = "packet_file_id, program_id, participant_id, page_count, content"
    mine = f"insert into packet_file ({columns}) values (%s, %s, %s, 1, 'x')"
    key = "00000000-0000-4000-8000-000000000001"
    run(mine, [key, packet.program_id, outside])
    with seat():
        assert run("select 1 from packet_file where packet_file_id = %s", [key]) == []


def test_of_a_practice_oversight_nothing_is_there(in_program_a, seat):
    a_packet(three_people(), is_practice=True)
    tables = ("documentation_oversight", "roster", "roster_entry", "sample", "sample_member", *PARTS)
    with seat():
        assert [run(f"select 1 from {table}") for table in tables] == [[]] * len(tables)


def test_a_reviewer_says_that_a_packet_came_and_changes_nothing_else(packet, seat):
    sent(packet)
    with seat():
        assert receive(packet=packet, at=AT, received_by="Ray Sycamore", by=None).state == "received"
        with pytest.raises(DatabaseError, match="stays as it was sent"):
            run("update packet set sent_by = 'somebody'")
        assert run("update packet_item set title = 'another'") == 0


def test_of_accounts_and_roles_only_their_own(in_program_a, state_reviewer_a, coordinator_a, seat):
    assert len(User.objects.all()) > 1
    with seat():
        assert list(User.objects.all()) == [state_reviewer_a.user]
        assert list(Membership.objects.all()) == [state_reviewer_a]


def test_these_tests_would_notice_a_policy_that_is_gone(as_superuser):
    """The control: with the policy nothing is seen from the seat, without it the row."""

    def seen():
        as_superuser.execute(
            "select set_config('alongside.program', %s, true), set_config('alongside.reviewer', 'yes', true)", [program]
        )
        as_superuser.execute("set local role alongside_app")
        (count,) = as_superuser.execute("select count(*) from participant").fetchone()
        as_superuser.execute("reset role")
        return count

    program = str(uuid4())
    as_superuser.execute(
        "insert into program (program_id, name, kind, pack, created_at) "
        "values (%s, 'Control County', 'county', '', now())",
        [program],
    )
    as_superuser.execute(*inserting("participant", {**row_of(MODELS["participant"], program, {})}))
    assert seen() == 0
    as_superuser.execute("set constraints all immediate")
    as_superuser.execute("drop policy reviewer_select on participant")
    assert seen() == 1


def test_a_request_of_a_reviewer_is_in_the_seat(client, as_user, state_reviewer_a, monkeypatch):
    from alongside.access.context import current
    from alongside.web.views import home

    met = []
    monkeypatch.setattr(home, "render", lambda *a, **k: met.append(current().is_reviewer) or _answer())
    as_user(client, state_reviewer_a).get("/help/")

    assert met == [True]


def _answer():
    from django.http import HttpResponse

    return HttpResponse("")
