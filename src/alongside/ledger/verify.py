"""Proving that nothing in the ledger was altered, removed, reordered or inserted since it was sealed.

Everything is worked out again from the entries: their hashes, the leaves, the tree, every checkpoint's root and
signature. What somebody with the database, the code and the key rewrote throughout shows only against a checkpoint
that was kept outside.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from django.db import connections, transaction

from .checkpoints import BadNote, Note, public_bytes, read, short_name, signing_key
from .entries import COLUMNS, hash_of, leaf_of, rows
from .findings import Kind, Report
from .keys import Handover, flaws_of_keys, handovers, key_at
from .misplaced import Misplaced, explain
from .models import Checkpoint
from .seal import OWNER
from .tree import Tree

_SEALED = f"""
    select s.sequence, s.entry_id as id, s.leaf, {COLUMNS}, e.entry_id is null as is_gone
    from ledger_sealed s left join ledger_entry e on e.entry_id = s.entry_id order by s.sequence
"""
_UNSEALED = f"""
    select {COLUMNS}, e.entry_id as id, e.transaction as number from ledger_entry e
    where not exists (select 1 from ledger_sealed s where s.entry_id = e.entry_id) order by e.entry_id
"""


def verify(folder: Path, *, outside: Note | None = None, using: str = OWNER) -> Report:
    """Check the whole ledger, against `outside` too where a checkpoint was kept. `folder` holds the signing key."""
    report = Report()
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("lock table ledger_sealed in share mode")  # no sealing meanwhile
        checkpoints = list(Checkpoint.objects.using(using).order_by("size"))
        _check_signatures(checkpoints, handovers(folder), public_bytes(signing_key(folder)), report)
        _check_entries(using, checkpoints, outside, report)
        _check_unsealed(cursor, checkpoints, report)
    return report


def _check_signatures(checkpoints: list[Checkpoint], known: list[Handover], now: bytes, report: Report) -> None:
    report.checkpoints = len(checkpoints)
    for flaw in flaws_of_keys(known, now):
        report.found(Kind.REWRITTEN, flaw)
    for checkpoint in checkpoints:
        report.last_sealed_at = f"{checkpoint.sealed_at:%Y-%m-%d %H:%M:%S} UTC"
        try:
            note = read(checkpoint.note)
        except BadNote as flaw:
            report.found(Kind.REWRITTEN, f"The checkpoint of {checkpoint.size} entries does not hold. {flaw}")
            continue
        key = key_at(checkpoint.size, known, now)
        if note.key != key:
            report.found(
                Kind.REWRITTEN,
                f"The checkpoint of {checkpoint.size} entries was signed with another key ({short_name(note.key)}) "
                f"than the data folder has for it ({short_name(key)}).",
            )
        if (note.size, note.root.hex()) != (checkpoint.size, checkpoint.root) or _signed_tree(checkpoint) is None:
            report.found(
                Kind.REWRITTEN, f"The checkpoint of {checkpoint.size} entries says something else in its note."
            )


def _check_entries(using: str, checkpoints: list[Checkpoint], outside: Note | None, report: Report) -> None:
    walk = Walk(checkpoints, outside, report)
    with connections[using].chunked_cursor() as cursor:
        cursor.execute(_SEALED)
        for row in rows(cursor):
            walk.step(row)
    walk.end()


class Walk:
    """One walk along the sealed order: each entry against its leaf, the growing tree against every root it passes."""

    def __init__(self, checkpoints: list[Checkpoint], outside: Note | None, report: Report) -> None:
        self.tree = Tree()
        self.checkpoints = {checkpoint.size: checkpoint for checkpoint in checkpoints}
        self.outside = outside
        self.report = report
        self.misplaced: list[Misplaced] = []
        self.good_until = 0
        self.has_gap = False

    def step(self, row: dict[str, Any]) -> None:
        """Check one place, and the tree where a checkpoint was signed."""
        if row["sequence"] < self.tree.size:
            self.report.found(Kind.INSERTED, f"Number {row['sequence']} cannot stand in the sealed order.")
            return
        if row["sequence"] > self.tree.size:
            self._leap(row["sequence"])
        if row["is_gone"]:
            gone = f"Entry {row['id']}, number {row['sequence']} in the order, was removed."
            self.report.found(Kind.REMOVED, gone)
        elif leaf_of(row["sequence"], hash_of(row)).hex() != row["leaf"]:
            self.misplaced.append(Misplaced(row["sequence"], row["id"], hash_of(row), row["leaf"], _described(row)))
        elif hash_of(row) != row["hash"]:
            self.report.found(Kind.ALTERED, f"Entry {row['id']} ({_described(row)}) carries a hash not its own.")
        self.tree.append(_digest(row["leaf"]))
        if self.tree.size in self.checkpoints:
            self._pass(self.checkpoints[self.tree.size])
        if self.outside is not None and self.tree.size == self.outside.size:
            _compare(self.outside, self.tree, self.report)

    def end(self) -> None:
        """Say what the whole order shows."""
        explain(self.misplaced, self.report)
        self.report.sealed = self.tree.size
        last = max(self.checkpoints, default=0)
        if self.tree.size < last:
            self.report.found(Kind.REMOVED, f"{_missing(self.tree.size, last - 1)} They stood at the end.")
        if self.tree.size > last:
            unsigned = f"Numbers {last} to {self.tree.size - 1} stand in the sealed order, but nothing signed them."
            self.report.found(Kind.INSERTED, unsigned)
        if self.outside is not None and self.tree.size < self.outside.size:
            _compare(self.outside, self.tree, self.report)

    def _leap(self, sequence: int) -> None:
        """Go on counting after a gap. The tree's roots mean nothing until the next checkpoint."""
        self.report.found(Kind.REMOVED, _missing(self.tree.size, sequence - 1))
        self.tree = Tree(sequence, [b"\0" * 32] * sequence.bit_count())
        self.has_gap = True

    def _pass(self, checkpoint: Checkpoint) -> None:
        """Compare roots. After a difference go on from what was signed, so that each stretch is judged by itself."""
        if checkpoint.root != self.tree.root().hex():
            is_named = self.has_gap or any(place.sequence >= self.good_until for place in self.misplaced)
            if not is_named:
                self.report.found(Kind.REWRITTEN, _rewritten(self.good_until, checkpoint))
            self.tree = _signed_tree(checkpoint) or self.tree
        self.good_until, self.has_gap = checkpoint.size, False


def _digest(text: str) -> bytes:
    """A stored hash; nothing but zeros where the text is none, which then fits nothing."""
    with suppress(ValueError):
        digest = bytes.fromhex(text)
        if len(digest) == 32:
            return digest
    return b"\0" * 32


def _signed_tree(checkpoint: Checkpoint) -> Tree | None:
    """The tree as it was signed; None where the stored peaks do not lead to the root."""
    with suppress(ValueError):
        tree = Tree(checkpoint.size, [_digest(peak) for peak in checkpoint.peaks])
        if tree.root().hex() == checkpoint.root:
            return tree
    return None


def _missing(first: int, last: int) -> str:
    numbers = f"Number {first} is" if first == last else f"Numbers {first} to {last} are"
    return f"{numbers} missing from the sealed order."


def _rewritten(good_until: int, checkpoint: Checkpoint) -> str:
    return (
        f"Numbers {good_until} to {checkpoint.size - 1} are not what was sealed by "
        f"{checkpoint.sealed_at:%Y-%m-%d %H:%M:%S} UTC: entries and their hashes were changed together."
    )


def _described(row: dict[str, Any]) -> str:
    return f"{row['act']} of {row['table']} {row['row']} at {row['at']}".replace("  ", " ")


def _compare(outside: Note, tree: Tree, report: Report) -> None:
    when = f"{outside.at:%Y-%m-%d %H:%M:%S} UTC"
    report.compared_with = f"Compared with the checkpoint of {outside.size} entries kept since {when}."
    if tree.size < outside.size:
        report.found(
            Kind.ROLLED_BACK,
            f"On {when} the ledger had {outside.size} sealed entries; now it has {tree.size}. "
            "The end was cut off, or an older backup was restored.",
        )
    elif tree.root() != outside.root:
        report.found(
            Kind.REWRITTEN,
            f"The first {outside.size} entries are not the ones that were sealed by {when}: the history was rewritten.",
        )


def _check_unsealed(cursor: Any, checkpoints: list[Checkpoint], report: Report) -> None:
    """Entries not sealed yet still fit their own hash; and none is older than what has been sealed."""
    horizon = _horizon(cursor, checkpoints)
    cursor.execute(_UNSEALED)
    for row in rows(cursor):
        report.waiting += 1
        if hash_of(row) != row["hash"]:
            report.found(Kind.ALTERED, f"Entry {row['id']} ({_described(row)}) is not as it was recorded.")
        if row["number"] < horizon:
            report.found(
                Kind.INSERTED, f"Entry {row['id']} ({_described(row)}) was put into a time that had been sealed before."
            )


def _horizon(cursor: Any, checkpoints: list[Checkpoint]) -> int:
    """Transactions below this are all sealed. Numbers of another cluster (before a restore) say nothing."""
    cursor.execute("select system_identifier::text from pg_control_system()")
    (cluster,) = cursor.fetchone()
    return max((c.horizon for c in checkpoints if c.cluster == cluster), default=0)
