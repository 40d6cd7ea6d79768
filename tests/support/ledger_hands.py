"""Hands on the ledger: they write by the ordinary way, seal, check, and tamper past every guard."""

from __future__ import annotations

import time

from django.db import transaction

from alongside.access.context import acting
from alongside.ledger.events import record_read
from alongside.ledger.seal import seal
from alongside.ledger.verify import verify


class Ledger:
    """Write into the ledger by the ordinary way, seal it, check it, and tamper with it as the superuser."""

    def __init__(self, folder, program, superuser):
        self.folder = folder
        self.program = program
        self.superuser = superuser

    def write(self, count=1):
        """Add entries: reads of a record, each in a transaction of its own."""
        for _ in range(count):
            with acting(program=self.program), transaction.atomic():
                record_read("participant", detail="participant page")

    def seal(self):
        """Seal all there is, under one checkpoint. A transaction of another test run, in another database of this
        cluster, holds sealing up while it runs: wait for its end first."""
        for _ in range(600):
            if not self.held_up():
                return seal(self.folder)
            time.sleep(0.1)
        raise TimeoutError("Something in this cluster has held a transaction open for a minute.")

    def held_up(self):
        """Whether an entry is not older than every running transaction."""
        return self.superuser.execute(
            """
            select exists (select from ledger_entry
                where transaction >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                    and transaction < pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
            """
        ).fetchone()[0]

    def seal_once(self):
        """Seal what is ready now."""
        return seal(self.folder)

    def check(self, outside=None):
        return verify(self.folder, outside=outside)

    def found(self, outside=None):
        """Kinds and sentences of what verification finds."""
        return [(str(finding.kind), finding.sentence) for finding in self.check(outside).tampering]

    def tamper(self, *statements):
        """Run statements past every guard, as somebody with the database in their hands would."""
        self.superuser.execute("set session_replication_role = replica")
        for statement in statements:
            self.superuser.execute(statement)
        self.superuser.execute("set session_replication_role = origin")

    def entries(self):
        """The keys of the entries in their sealed order."""
        rows = self.superuser.execute("select entry_id from ledger_sealed order by sequence").fetchall()
        return [key for (key,) in rows]
