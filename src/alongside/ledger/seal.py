"""Sealing: giving entries their place in one order without gaps, and signing the root of the tree over them.

Runs as the owner, one at a time. Only entries of transactions older than the oldest one still running are sealed, so
that a slow transaction cannot turn up later with entries in the past.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import connections, transaction
from django.utils import timezone

from .checkpoints import Note, public_bytes, sign, signing_key
from .entries import COLUMNS, hash_of, leaf_of, rows
from .models import Checkpoint, Sealed
from .tree import Tree

OWNER = "owner"
AT_ONCE = 20_000

# A transaction number at or above xmax comes from another cluster: the entry was restored from a backup.
_READY = f"""
    with now as (select pg_current_snapshot() as snapshot)
    select {COLUMNS}, e.entry_id as id
    from ledger_entry e, now
    where not exists (select 1 from ledger_sealed s where s.entry_id = e.entry_id)
      and (e.transaction < pg_snapshot_xmin(now.snapshot)::text::bigint
           or e.transaction >= pg_snapshot_xmax(now.snapshot)::text::bigint)
    order by e.entry_id limit %s
"""
_HORIZON = (
    "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, system_identifier::text from pg_control_system()"
)


class CannotSeal(Exception):
    """What is stored does not fit what was recorded or sealed. The text says what; `alongside verify` says all."""


def seal(folder: Path, *, using: str = OWNER) -> int:
    """Seal whatever is ready, sign a checkpoint for each batch, and return how many entries were sealed.

    `folder` holds the signing key. Raises CannotSeal: nothing is signed that does not fit.
    """
    count = 0
    while True:
        sealed = _seal_batch(folder, using)
        count += sealed
        if sealed < AT_ONCE:
            return count


def _seal_batch(folder: Path, using: str) -> int:
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("lock table ledger_sealed in share row exclusive mode")
        # The horizon is read before the entries: what is below it then has ended, and is seen by the next statement.
        cursor.execute(_HORIZON)
        horizon, cluster = cursor.fetchone()
        tree = _tree_so_far(using)
        cursor.execute(_READY, [AT_ONCE])
        entries = list(rows(cursor))
        if not entries:
            return 0
        Sealed.objects.using(using).bulk_create([_place(tree, entry) for entry in entries], batch_size=5000)
        _sign(tree, folder, using, horizon=0 if len(entries) == AT_ONCE else horizon, cluster=cluster)
        return len(entries)


def _tree_so_far(using: str) -> Tree:
    last = Checkpoint.objects.using(using).order_by("size").last()
    if last is None:
        return Tree()
    try:
        tree = Tree(last.size, [bytes.fromhex(peak) for peak in last.peaks])
    except ValueError:
        tree = Tree()
    if tree.root().hex() != last.root:
        raise CannotSeal(f"The checkpoint of {last.size} entries was changed. Run `alongside verify`.")
    return tree


def _place(tree: Tree, entry: dict[str, Any]) -> Sealed:
    """Put an entry at the end of the tree, unless it changed between being written and being sealed."""
    if hash_of(entry) != entry["hash"]:
        raise CannotSeal(f"Entry {entry['id']} is not as it was recorded. Run `alongside verify`.")
    sequence = tree.size
    leaf = leaf_of(sequence, entry["hash"])
    tree.append(leaf)
    return Sealed(sequence=sequence, entry_id=entry["id"], leaf=leaf.hex())


def _sign(tree: Tree, folder: Path, using: str, *, horizon: int, cluster: str) -> None:
    key = signing_key(folder)
    now = timezone.now()
    Checkpoint.objects.using(using).create(
        size=tree.size,
        root=tree.root().hex(),
        peaks=[peak.hex() for peak in tree.peaks],
        horizon=horizon,
        cluster=cluster,
        sealed_at=now,
        note=sign(Note(tree.size, tree.root(), now, public_bytes(key)), key),
    )
