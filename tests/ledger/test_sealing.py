"""Sealing: one order without gaps, and no entry that turns up in the past."""

import threading

import pytest
from django.db import connections, transaction

from alongside.access.context import acting
from alongside.ledger.events import record_read
from alongside.ledger.models import Checkpoint
from alongside.ledger.places import CannotSeal

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def sealed(ledger):
    return ledger.superuser.execute("select sequence, entry_id from ledger_sealed order by sequence").fetchall()


def test_numbers_have_no_gaps_and_each_entry_one(ledger):
    ledger.seal()

    numbers = sealed(ledger)
    assert [number for number, _ in numbers] == list(range(23))
    assert len({entry for _, entry in numbers}) == 23


def test_sealing_again_with_nothing_new_does_nothing(ledger):
    assert ledger.seal() == 3
    assert ledger.seal_once() == 0
    assert Checkpoint.objects.using("owner").count() == 3


def test_what_a_running_transaction_wrote_waits_and_what_came_after_it_too(ledger):
    ledger.seal()
    has_written, may_end = threading.Event(), threading.Event()

    def slow():
        with acting(program=ledger.program), transaction.atomic():
            record_read("slow")
            has_written.set()
            may_end.wait(10)
        connections.close_all()

    thread = threading.Thread(target=slow)
    thread.start()
    has_written.wait(10)
    ledger.write(2)  # quick ones, with later numbers, committed while the slow one still runs

    assert ledger.seal_once() == 0
    may_end.set()
    thread.join()
    assert ledger.seal() == 3
    assert [entry for _, entry in sealed(ledger)] == sorted(entry for _, entry in sealed(ledger))
    assert ledger.check().is_good


def test_an_older_transaction_without_writes_holds_nothing_up(ledger):
    with transaction.atomic(using="default"), connections["default"].cursor() as cursor:
        cursor.execute("select 1")
        assert ledger.seal() == 3


def test_two_sealers_at_once_make_one_order(ledger):
    ledger.write(50)
    counts = []

    def work():
        counts.append(ledger.seal())
        connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(counts) == 53
    assert ledger.check().is_good


def test_many_entries_are_sealed_in_batches(ledger, monkeypatch):
    monkeypatch.setattr("alongside.ledger.seal.AT_ONCE", 7)
    ledger.write(20)

    assert ledger.seal() == 23
    assert ledger.check().is_good


def test_an_entry_that_changed_before_it_was_sealed_is_not_signed(ledger):
    ledger.tamper(
        "update ledger_entry set detail = 'nothing happened' where entry_id = (select max(entry_id) from ledger_entry)"
    )

    with pytest.raises(CannotSeal, match="is not as it was recorded"):
        ledger.seal()
    assert len(sealed(ledger)) == 20


def test_nothing_is_signed_on_top_of_a_changed_checkpoint(ledger):
    ledger.tamper("update ledger_checkpoint set peaks[1] = repeat('0', 64) where size = 20")

    with pytest.raises(CannotSeal, match="The checkpoint of 20 entries was changed"):
        ledger.seal()


def test_entries_restored_from_another_cluster_are_sealed_and_are_no_alarm(ledger):
    ledger.tamper("update ledger_checkpoint set cluster = 'another'")
    ledger.superuser.execute("set session_replication_role = replica")
    ledger.superuser.execute(
        """
        insert into ledger_entry select (restored).* from (
            select jsonb_populate_record(e, '{"transaction": 1000000000000000, "entry_id": 100000}') restored
            from ledger_entry e order by entry_id desc limit 1) made
        """
    )
    ledger.superuser.execute(
        "update ledger_entry e set hash = ledger_hash(ledger_canonical(e)) where transaction = 10^15"
    )
    ledger.superuser.execute("set session_replication_role = origin")

    assert ledger.seal() == 4
    assert ledger.check().is_good
