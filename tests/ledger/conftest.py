"""A ledger with a few things in it. Named on the command line, this is read before Django is ready: it imports late."""

import pytest


@pytest.fixture
def ledger(transactional_db, tmp_path, program_a):
    """A ledger of program A with 20 sealed entries under two checkpoints, and three that wait."""
    import cluster
    from django.db import connection
    from ledger_hands import Ledger

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
