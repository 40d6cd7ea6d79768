"""A ledger with a few things in it, and hands that can reach into it."""

import time

import pytest
from django.db import connection, transaction

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
        """Seal until nothing waits; gives how many were sealed. A transaction of another test run, in another database
        of the cluster, holds sealing up while it runs."""
        count = seal(self.folder)
        for _ in range(600):
            if not self.waiting():
                return count
            time.sleep(0.1)
            count += seal(self.folder)
        raise TimeoutError("Something in this cluster has held a transaction open for a minute.")

    def seal_once(self):
        """Seal what is ready now."""
        return seal(self.folder)

    def waiting(self):
        """How many entries are not sealed."""
        rows = self.superuser.execute("select entry_id from ledger_entry except select entry_id from ledger_sealed")
        return len(rows.fetchall())

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


@pytest.fixture
def ledger(transactional_db, tmp_path, program_a):
    """A ledger of program A with 20 sealed entries under two checkpoints, and three that wait."""
    import cluster

    with cluster.superuser().connect(connection.settings_dict["NAME"]) as superuser:
        made = Ledger(tmp_path, program_a, superuser)
        made.superuser.execute("set session_replication_role = replica")
        made.superuser.execute("delete from ledger_entry")
        made.superuser.execute("set session_replication_role = origin")
        made.write(12)
        made.seal()
        made.write(8)
        made.seal()
        made.write(3)
        yield made
