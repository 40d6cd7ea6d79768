"""Tampering with the ledger, with every right the owner of the database has, each time undone again."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .bed import Found, Tell
from .owning import take_guards_off, undone

TABLES = ("ledger_entry", "ledger_sealed", "ledger_checkpoint")
COLUMNS = {
    "at": "at + interval '1 second'", "columns": "array['given_name']", "transaction": "transaction + 1",
    "actor_id": "gen_random_uuid()", "program_id": "gen_random_uuid()", "subject_id": "gen_random_uuid()",
    **dict.fromkeys(("act", "table_name", "row_id", "old_hash", "new_hash", "detail", "request", "database_role"),
                    "'changed'"),
    "hash": "repeat('a', 64)",
}  # fmt: skip
REHASH = "update ledger_entry e set hash = ledger_hash(ledger_canonical(e)) where entry_id = {entry}"
RELEAF = (
    "update ledger_sealed s set leaf = encode(sha256('\\x00'::bytea || int8send(s.sequence) || decode(e.hash, 'hex')), "
    "'hex') from ledger_entry e where e.entry_id = s.entry_id and s.entry_id = {entry}"
)
COPY = (
    "insert into ledger_entry select (made.e).* from (select jsonb_populate_record(e, jsonb_build_object("
    "'entry_id', 10^9::bigint, 'detail', 'never happened')) e from ledger_entry e where entry_id = {entry}) made"
)


@dataclass(frozen=True)
class Sealed:
    """The ledger that is tampered with: its entries in sealed order, the folder of its key, its size at the first
    of the checkpoints, and the newest checkpoint, kept outside."""

    folder: Path
    entries: list[int]
    early: int
    outside: Any


Alter = Callable[[Any, random.Random, Sealed], tuple[str, ...]]


def an_edit(cursor: Any, chance: random.Random, ledger: Sealed) -> tuple[str, ...]:
    """One column of one sealed entry; sometimes its own hash is made to fit, sometimes its leaf too."""
    number = chance.randrange(len(ledger.entries))
    entry, column = ledger.entries[number], chance.choice(list(COLUMNS))
    cursor.execute(f"update ledger_entry set {column} = {COLUMNS[column]} where entry_id = {entry}")
    fitted = 0 if column == "hash" else chance.randrange(3)
    for statement in (REHASH, RELEAF)[:fitted]:
        cursor.execute(statement.format(entry=entry))
    return () if fitted == 2 else (f"Entry {entry} ",)


def a_removal(cursor: Any, chance: random.Random, ledger: Sealed) -> tuple[str, ...]:
    """One sealed entry; sometimes its place too; sometimes the places behind it close up."""
    number = chance.randrange(len(ledger.entries) - 1)
    entry, how = ledger.entries[number], chance.randrange(3)
    cursor.execute(f"delete from ledger_entry where entry_id = {entry}")
    if how:
        cursor.execute(f"delete from ledger_sealed where entry_id = {entry}")
    if how == 2:
        cursor.execute(f"update ledger_sealed set sequence = -sequence where sequence > {number}")
        cursor.execute("update ledger_sealed set sequence = -sequence - 1 where sequence < 0")
        return ()
    return (f"umber {number} ",)


def a_swap(cursor: Any, chance: random.Random, ledger: Sealed) -> tuple[str, ...]:
    """Two entries change places, with their leaves or without."""
    first, second = sorted(chance.sample(range(len(ledger.entries)), 2))
    a, b = ledger.entries[first], ledger.entries[second]
    cursor.execute("select sequence, leaf from ledger_sealed where sequence in (%s, %s)", [first, second])
    leaves = dict(cursor.fetchall())
    cursor.execute(f"update ledger_sealed set entry_id = -sequence - 1 where sequence in ({first}, {second})")
    swapped = chance.random() < 0.5
    for sequence, entry, leaf in ((first, b, leaves[second]), (second, a, leaves[first])):
        kept = leaf if swapped else leaves[sequence]
        cursor.execute("update ledger_sealed set entry_id = %s, leaf = %s where sequence = %s", [entry, kept, sequence])
    return (f"Entry {a} ", f"Entry {b} ")


def an_insertion(cursor: Any, chance: random.Random, ledger: Sealed) -> tuple[str, ...]:
    """An entry that never happened, in a time that was sealed; sometimes with a place at the end."""
    cursor.execute(COPY.format(entry=chance.choice(ledger.entries)))
    cursor.execute(REHASH.format(entry=10**9))
    if chance.random() < 0.5:
        cursor.execute(f"insert into ledger_sealed values ({len(ledger.entries)}, {10**9}, repeat('0', 64))")
        return (f"Numbers {len(ledger.entries)} ",)
    return ("Entry 1000000000 ",)


def a_cut_end(cursor: Any, chance: random.Random, ledger: Sealed) -> tuple[str, ...]:
    """The end is gone, the checkpoint stayed."""
    first = chance.randrange(1, len(ledger.entries))
    cursor.execute(
        f"delete from ledger_entry where entry_id in (select entry_id from ledger_sealed where sequence >= {first})"
    )
    cursor.execute(f"delete from ledger_sealed where sequence >= {first}")
    return (f"umber{'s' if first < len(ledger.entries) - 1 else ''} {first} ",)


def a_waiting_edit(cursor: Any, chance: random.Random, ledger: Sealed) -> tuple[str, ...]:
    """A bit of an entry that was not sealed yet."""
    cursor.execute(
        "update ledger_entry set detail = detail || 'x' where entry_id = (select max(entry_id) from ledger_entry)"
    )
    return ("is not as it was recorded",)


def a_checkpoint(cursor: Any, chance: random.Random, ledger: Sealed) -> tuple[str, ...]:
    """The root, the peaks or the signed words of a checkpoint."""
    change = chance.choice((
        "root = repeat('0', 64)", "peaks = array['x']", "note = replace(note, 'time 2', 'time 1')",
        "note = replace(note, 'alongside ledger', 'alongside  ledger')",
    ))  # fmt: skip
    cursor.execute(f"update ledger_checkpoint set {change} where size = {ledger.early}")
    return (f"checkpoint of {ledger.early} entries",)


def an_older_state(cursor: Any, chance: random.Random, ledger: Sealed) -> tuple[str, ...]:
    """Entries, order and checkpoints as an older backup has them: a sound, shorter ledger."""
    cursor.execute(
        "delete from ledger_entry where entry_id not in (select entry_id from ledger_sealed "
        f"where sequence < {ledger.early})"
    )
    cursor.execute(f"delete from ledger_sealed where sequence >= {ledger.early}")
    cursor.execute(f"delete from ledger_checkpoint where size > {ledger.early}")
    return ("an older backup was restored",)


def a_whole_rewrite(cursor: Any, chance: random.Random, ledger: Sealed) -> tuple[str, ...]:
    """One entry changed, and every hash, place and signature made anew with the ledger's own key."""
    from alongside.ledger.seal import seal

    cursor.execute(f"update ledger_entry set detail = 'changed' where entry_id = {chance.choice(ledger.entries)}")
    cursor.execute("update ledger_entry e set hash = ledger_hash(ledger_canonical(e))")
    cursor.execute("delete from ledger_sealed")
    cursor.execute("delete from ledger_checkpoint")
    seal(ledger.folder)
    return ("the history was rewritten",)


SEEN_INSIDE: tuple[Alter, ...] = (
    an_edit, an_edit, an_edit, a_removal, a_removal, a_swap, an_insertion, a_cut_end, a_waiting_edit, a_checkpoint,
)  # fmt: skip
SEEN_OUTSIDE: tuple[Alter, ...] = (an_older_state, a_whole_rewrite)


def tamper(size: int, tell: Tell, planted: str = "") -> Found:
    """Alter, verify, undo, so many times; every tenth time nothing is altered and nothing may be found.

    `planted` compares with no checkpoint kept outside: then an older state and a whole rewrite pass."""
    from alongside.ledger.verify import verify

    found, chance = Found(), random.Random(20261122)
    alterations = SEEN_OUTSIDE if planted else SEEN_INSIDE + SEEN_OUTSIDE
    with _a_ledger() as ledger:
        for number in range(size):
            is_clean = number % 10 == 9 and not planted
            alter = alterations[number % len(alterations)]
            with undone() as cursor:
                names = () if is_clean else alter(cursor, chance, ledger)
                report = verify(ledger.folder, outside=None if planted else ledger.outside)
            found.tried += 1
            said = " ".join(finding.sentence for finding in report.tampering)
            if is_clean != report.is_good:
                found.failures.append(f"Trial {number}: {'a false alarm' if is_clean else alter.__name__}: {said}")
            elif any(name not in said for name in names):
                found.failures.append(f"Trial {number}: {alter.__name__} was found, but not named: {names} in {said}")
            if number % 1000 == 999:
                tell(f"{number + 1:,} of {size:,}, {len(found.failures)} failures")
    return found


@contextmanager
def _a_ledger() -> Iterator[Sealed]:
    """40 sealed entries under three checkpoints, and three that wait."""
    import cluster
    from django.db import connection
    from ledger_hands import Ledger

    from alongside.access.actions import create_program
    from alongside.ledger.checkpoints import read
    from alongside.ledger.models import Checkpoint

    with (
        tempfile.TemporaryDirectory() as folder,
        cluster.superuser().connect(str(connection.settings_dict["NAME"])) as superuser,
    ):
        made = Ledger(Path(folder), create_program(name="Bittern County", by=None), superuser)
        for count in (15, 13, 11):
            made.write(count)
            made.seal()
        made.write(3)
        take_guards_off(TABLES)
        sizes = list(Checkpoint.objects.using("owner").order_by("size"))
        yield Sealed(Path(folder), made.entries(), sizes[0].size, read(sizes[-1].note))
