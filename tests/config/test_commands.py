"""What the command line asks of the database: sentences where it cannot be done, and the keeper's round."""

import socket
import time
from contextlib import suppress

import pytest
from django.conf import settings as django_settings
from django.db import transaction

from alongside.access.context import acting
from alongside.config import commands, keeper
from alongside.config.commands import CannotRun
from alongside.ledger.checkpoints import read
from alongside.ledger.events import record_read

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture
def data(tmp_path, settings):
    """A data folder of the test's own."""
    settings.ALONGSIDE_DATA = tmp_path
    return tmp_path


@pytest.fixture
def something_happened(program_a):
    with acting(program=program_a), transaction.atomic():
        record_read("participant")


def test_a_checkpoint_kept_outside_is_what_verification_compares_with(data, something_happened):
    kept = data / "kept.txt"
    _write_when_sealed(kept)

    report = commands.verify(kept)

    assert report.is_good, report.lines()
    assert read(kept.read_text()).size == report.sealed > 0
    assert "Compared with the checkpoint" in " ".join(report.lines())


def _write_when_sealed(kept):
    """A transaction of another test run, in another database of this cluster, holds sealing up while it runs."""
    for _ in range(600):
        with suppress(CannotRun):
            return commands.write_checkpoint(kept)
        time.sleep(0.1)
    raise TimeoutError("Something in this cluster has held a transaction open for a minute.")


def test_an_empty_ledger_has_no_checkpoint_to_give(data):
    with pytest.raises(CannotRun, match="Nothing has been recorded yet"):
        commands.checkpoint()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        (b"Dear county", "not a whole checkpoint"),
        (b"\xff\xfe\x00", "kept.txt: "),
        (b"", "not a whole"),
    ],
)
def test_a_file_that_is_no_checkpoint_is_said_to_be_none(data, content, said):
    kept = data / "kept.txt"
    if content is not None:
        kept.write_bytes(content)

    with pytest.raises(CannotRun, match=said):
        commands.verify(kept)


def test_a_program_is_found_by_its_name_and_an_unknown_name_lists_those_there_are(program_a, program_b):
    assert commands.program_named("Aspen County") == program_a
    with pytest.raises(CannotRun, match=r"no program named 'Aspen'\. Programs here: Aspen County, Birch Band"):
        commands.program_named("Aspen")


def test_what_only_the_owner_does_says_so_where_the_owner_is_not_known(monkeypatch):
    monkeypatch.delitem(django_settings.DATABASES, "owner")

    for command in (commands.migrate, commands.verify, commands.checkpoint):
        with pytest.raises(CannotRun, match="Set DATABASE_OWNER_URL beside DATABASE_URL"):
            command()


def test_a_taken_port_is_said_before_anything_is_started():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotRun, match=f"Port {port} of 127.0.0.1 cannot be used .* Choose another with --port"):
            commands.serve(port=port)


@pytest.mark.parametrize("port", [-1, 70000])
def test_a_port_that_does_not_exist_is_said_too(port):
    with pytest.raises(CannotRun, match=f"Port {port}"):
        commands.serve(port=port)


def test_the_demo_keeps_away_from_a_database_of_ones_own(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@db/alongside")

    with pytest.raises(CannotRun, match="Unset DATABASE_URL"):
        commands.demo(announce=print)


def test_the_keeper_seals_and_refreshes_every_program(data, something_happened, program_b, as_superuser):
    for _ in range(100):
        keeper.keep_house()
        if as_superuser.execute("select count(*) from ledger_sealed").fetchone()[0]:
            break
        as_superuser.rollback()

    fresh = as_superuser.execute("select count(*) from freshness").fetchone()
    assert fresh == (2,)
    assert commands.verify().is_good


def test_a_round_that_fails_is_logged_and_does_not_stop_the_other(monkeypatch, caplog, program_a, as_superuser):
    def fails():
        raise RuntimeError("disk full")

    monkeypatch.setattr(keeper, "_seal", fails)

    keeper.keep_house()

    assert "tried again in 60 seconds" in caplog.text
    assert as_superuser.execute("select count(*) from freshness").fetchone() == (1,)
