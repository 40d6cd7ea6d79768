"""Sealing: giving entries places in one order without gaps, and signing the root of the tree over them.

Runs as the owner, one at a time. Only entries of transactions older than the oldest one still running are sealed, so
that a slow transaction cannot turn up later with entries in the past.
"""

from __future__ import annotations

from pathlib import Path

from django.db import connections, transaction
from django.utils import timezone

from .checkpoints import Note, public_bytes, sign, signing_key
from .entries import COLUMNS, rows
from .models import Checkpoint, Sealed
from .places import place, tree_so_far
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
        tree = tree_so_far(using)
        cursor.execute(_READY, [AT_ONCE])
        entries = list(rows(cursor))
        if not entries:
            return 0
        Sealed.objects.using(using).bulk_create([place(tree, entry) for entry in entries], batch_size=5000)
        _sign(tree, folder, using, horizon=0 if len(entries) == AT_ONCE else horizon, cluster=cluster)
        return len(entries)


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
