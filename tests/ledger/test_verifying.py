"""Every kind of tampering is found and named; and nothing is found where nothing was done."""

import pytest

from alongside.ledger.checkpoints import read
from alongside.ledger.models import Checkpoint

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def latest():
    return read(Checkpoint.objects.using("owner").order_by("size").last().note)


def test_an_untouched_ledger_is_good(ledger):
    report = ledger.check(latest())

    assert report.is_good, report.lines()
    assert (report.sealed, report.waiting, report.checkpoints) == (20, 3, 2)
    assert "Compared with the checkpoint of 20 entries" in " ".join(report.lines())
    assert report.lines()[-1] == "Nothing was altered, removed, reordered or inserted."


def test_without_a_checkpoint_kept_outside_the_report_says_what_it_cannot_know(ledger):
    assert "could have rewritten everything" in " ".join(ledger.check().lines())


def test_no_false_alarm_over_many_rounds_of_work(ledger):
    kept = []
    for _ in range(15):
        ledger.write(3)
        ledger.seal()
        kept.append(latest())
        assert all(ledger.check(note).is_good for note in kept[-4:])


def test_an_empty_ledger_is_good(ledger):
    ledger.tamper("delete from ledger_entry", "delete from ledger_sealed", "delete from ledger_checkpoint")

    assert ledger.check().is_good


@pytest.mark.parametrize(
    "column",
    ["at", "actor_id", "program_id", "act", "table_name", "row_id", "subject_id", "columns", "old_hash", "new_hash",
     "detail", "request", "database_role", "transaction"],
)  # fmt: skip
def test_an_altered_entry_is_named(ledger, column):
    entry = ledger.entries()[4]
    value = {
        "at": "at + interval '1 second'", "columns": "array['given_name']", "transaction": "transaction + 1",
        "actor_id": "gen_random_uuid()", "program_id": "gen_random_uuid()", "subject_id": "gen_random_uuid()",
    }.get(column, "'changed'")  # fmt: skip
    ledger.tamper(f"update ledger_entry set {column} = {value} where entry_id = {entry}")

    [(kind, sentence)] = ledger.found()
    assert kind == "altered"
    assert f"Entry {entry} (" in sentence
    assert "number 4, is not what was sealed" in sentence


def test_altering_an_entry_and_its_own_hash_is_no_help(ledger):
    entry = ledger.entries()[4]
    ledger.tamper(
        f"update ledger_entry set detail = 'changed' where entry_id = {entry}",
        f"update ledger_entry e set hash = ledger_hash(ledger_canonical(e)) where entry_id = {entry}",
    )

    [(kind, sentence)] = ledger.found()
    assert (kind, f"Entry {entry} (" in sentence) == ("altered", True)


def test_altering_an_entry_that_waits_is_named(ledger):
    ledger.tamper(
        "update ledger_entry set detail = 'changed' where entry_id = (select max(entry_id) from ledger_entry)"
    )

    [(kind, sentence)] = ledger.found()
    assert (kind, "is not as it was recorded" in sentence) == ("altered", True)


def test_a_removed_entry_is_named(ledger):
    entry = ledger.entries()[7]
    ledger.tamper(f"delete from ledger_entry where entry_id = {entry}")

    assert ledger.found() == [("removed", f"Entry {entry}, number 7 in the order, was removed.")]


def test_an_entry_removed_with_its_place_is_a_gap(ledger):
    entry = ledger.entries()[7]
    ledger.tamper(
        f"delete from ledger_entry where entry_id = {entry}", f"delete from ledger_sealed where entry_id = {entry}"
    )

    assert ledger.found() == [("removed", "Number 7 is missing from the sealed order.")]


def test_a_stretch_removed_is_one_gap_and_later_tampering_is_still_found(ledger):
    entry = ledger.entries()[15]
    ledger.tamper(
        "delete from ledger_sealed where sequence between 3 and 6",
        f"update ledger_entry set detail = 'changed' where entry_id = {entry}",
    )

    kinds = [kind for kind, _ in ledger.found()]
    assert kinds[0] == "removed"
    assert ("removed", "Numbers 3 to 6 are missing from the sealed order.") in ledger.found()
    assert any(kind == "altered" and f"Entry {entry} (" in sentence for kind, sentence in ledger.found())


def test_a_removal_closed_up_by_renumbering_is_found(ledger):
    entry = ledger.entries()[7]
    ledger.tamper(
        f"delete from ledger_entry where entry_id = {entry}",
        "delete from ledger_sealed where sequence = 7",
        "update ledger_sealed set sequence = -sequence where sequence > 7",
        "update ledger_sealed set sequence = -sequence - 1 where sequence < 0",
    )

    found = ledger.found()
    assert {kind for kind, _ in found} >= {"reordered"}
    assert ("removed", "Number 19 is missing from the sealed order. They stood at the end.") in found


def swap(first, second, *, with_leaves):
    leaf = ", leaf = other.leaf" if with_leaves else ""
    return (
        f"create temp table other as select (sequence = {first})::int as n, entry_id, leaf "
        f"from ledger_sealed where sequence in ({first}, {second})",
        f"update ledger_sealed set entry_id = -sequence - 1 where sequence in ({first}, {second})",
        f"update ledger_sealed s set entry_id = other.entry_id{leaf} from other "
        f"where s.sequence = case other.n when 0 then {first} else {second} end",
        "drop table other",
    )


@pytest.mark.parametrize("with_leaves", [True, False])
@pytest.mark.parametrize(("first", "second"), [(2, 9), (5, 17), (11, 12)])
def test_two_entries_that_changed_places_are_named(ledger, first, second, with_leaves):
    before = ledger.entries()
    ledger.tamper(*swap(first, second, with_leaves=with_leaves))

    found = ledger.found()
    assert {kind for kind, _ in found} == {"reordered"}
    said = " ".join(sentence for _, sentence in found)
    assert f"Entry {before[second]} (" in said
    assert f"stands at number {first}; it was sealed at {second}." in said
    assert f"stands at number {second}; it was sealed at {first}." in said


COPY_AN_ENTRY = """
    insert into ledger_entry select (made.e).* from (
        select jsonb_populate_record(e, jsonb_build_object('entry_id', 10^9::bigint, 'detail', 'never happened')) e
        from ledger_entry e where entry_id = {entry}) made
"""
MAKE_ITS_HASH = "update ledger_entry e set hash = ledger_hash(ledger_canonical(e)) where entry_id = 10^9"


def test_an_entry_put_into_a_sealed_time_is_named(ledger):
    ledger.tamper(COPY_AN_ENTRY.format(entry=ledger.entries()[4]), MAKE_ITS_HASH)

    [(kind, sentence)] = ledger.found()
    assert (kind, "Entry 1000000000 (" in sentence) == ("inserted", True)
    assert "into a time that had been sealed before" in sentence


def test_an_entry_put_at_the_end_of_the_order_is_named(ledger):
    ledger.tamper(
        COPY_AN_ENTRY.format(entry=ledger.entries()[4]),
        MAKE_ITS_HASH,
        "insert into ledger_sealed values (20, 10^9, repeat('0', 64))",
    )

    assert ("inserted", "Numbers 20 to 20 stand in the sealed order, but nothing signed them.") in ledger.found()


def test_an_entry_put_before_the_beginning_is_named(ledger):
    ledger.tamper("insert into ledger_sealed values (-1, 5, repeat('0', 64))")

    assert ledger.found() == [("inserted", "Number -1 cannot stand in the sealed order.")]


def test_a_cut_off_end_is_found_by_the_checkpoint_that_stayed(ledger):
    ledger.tamper(
        "delete from ledger_entry where entry_id in (select entry_id from ledger_sealed where sequence >= 15)"
    )
    ledger.tamper("delete from ledger_sealed where sequence >= 15")

    assert ("removed", "Numbers 15 to 19 are missing from the sealed order. They stood at the end.") in ledger.found()


def cut_the_end_off_cleanly(ledger):
    """Entries, order and checkpoint alike: what is left is a sound, shorter ledger."""
    ledger.tamper(
        "delete from ledger_entry where entry_id not in (select entry_id from ledger_sealed where sequence < 12)",
        "delete from ledger_sealed where sequence >= 12",
        "delete from ledger_checkpoint where size > 12",
    )


def test_an_end_cut_off_cleanly_is_found_only_against_a_checkpoint_kept_outside(ledger):
    kept = latest()
    cut_the_end_off_cleanly(ledger)

    assert ledger.check().is_good
    [(kind, sentence)] = ledger.found(kept)
    assert kind == "rolled back"
    assert "had 20 sealed entries; now it has 12" in sentence


def rewrite_everything(ledger):
    """Change an entry and work all hashes, the tree and the signatures out again, with the ledger's own key."""
    entry = ledger.entries()[4]
    ledger.tamper(
        f"update ledger_entry set detail = 'changed' where entry_id = {entry}",
        "update ledger_entry e set hash = ledger_hash(ledger_canonical(e))",
        "delete from ledger_sealed",
        "delete from ledger_checkpoint",
    )
    ledger.seal()


def test_a_history_rewritten_throughout_is_found_only_against_a_checkpoint_kept_outside(ledger):
    kept = latest()
    rewrite_everything(ledger)

    assert ledger.check().is_good  # why a checkpoint has to be kept outside
    [(kind, sentence)] = ledger.found(kept)
    assert kind == "rewritten"
    assert "The first 20 entries are not the ones" in sentence


def test_hashes_and_order_changed_together_are_found_against_the_signed_root_and_located(ledger):
    entry = ledger.entries()[14]
    ledger.tamper(
        f"update ledger_entry set detail = 'changed' where entry_id = {entry}",
        f"update ledger_entry e set hash = ledger_hash(ledger_canonical(e)) where entry_id = {entry}",
        "update ledger_sealed s set leaf = encode(sha256("
        "'\\x00'::bytea || int8send(s.sequence) || decode(e.hash, 'hex')), 'hex') "
        f"from ledger_entry e where e.entry_id = s.entry_id and s.entry_id = {entry}",
    )

    [(kind, sentence)] = ledger.found()
    assert kind == "rewritten"
    assert sentence.startswith("Numbers 12 to 19 are not what was sealed by")


def test_a_changed_root_a_changed_note_and_a_foreign_key_are_found(ledger, tmp_path_factory):
    ledger.tamper("update ledger_checkpoint set root = repeat('0', 64) where size = 12")
    assert any("checkpoint of 12 entries says something else in its note" in s for _, s in ledger.found())

    ledger.tamper("update ledger_checkpoint set note = replace(note, E'\\n12\\n', E'\\n13\\n') where size = 12")
    assert any("its signature does not fit its text" in s for _, s in ledger.found())

    ledger.folder = tmp_path_factory.mktemp("another")
    assert any("was signed with another key" in s for _, s in ledger.found())


@pytest.mark.parametrize("size", [1, 11, 12, 13, 19, 20])
def test_bytes_that_are_no_hashes_are_findings_and_no_traceback(ledger, size):
    ledger.tamper(
        f"update ledger_sealed set leaf = 'no hash' where sequence = {size - 1}",
        "update ledger_checkpoint set peaks = array['x'], root = 'y' where size = 12",
    )

    assert not ledger.check().is_good


def test_every_line_of_a_bad_report_begins_with_what_happened(ledger):
    ledger.tamper(f"delete from ledger_entry where entry_id = {ledger.entries()[0]}")

    assert ledger.check().lines()[-1].startswith("REMOVED: Entry ")
