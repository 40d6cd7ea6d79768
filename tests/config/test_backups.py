"""A backup comes back whole into an empty place; and nothing comes back of one that is not as it was made.

The house is a cluster of its own with tables of its own: what is restored is the server's, whatever it holds.
"""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from assurance.houses import small_house

from alongside.config import restoring
from alongside.config.backup_steps import BadBackup, read_steps
from alongside.config.commands import CannotRun
from alongside.config.sealed_files import CannotOpen, identity, new_key, recipient
from alongside.config.table_figures import differences

pytestmark = pytest.mark.xdist_group("beds")


COUNT = """
from alongside.config import commands
commands.ready_as_owner()
from django.db import connections
with connections["owner"].cursor() as cursor:
    cursor.execute("{}")
    print(cursor.fetchone()[0])
"""


@pytest.fixture(scope="module")
def house():
    """A house with a backup of it."""
    made = small_house()
    made.back_up()
    return made


def test_what_was_backed_up_comes_back_and_is_proven(house, tmp_path):
    done = house.restore(tmp_path / "back")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "are as they were when the backup was made" in done.stdout
    assert "Nothing was altered, removed, reordered or inserted." in done.stdout


def test_the_log_since_comes_back_too(house, tmp_path):
    house.happen(5)
    house.back_up("--log")

    done = house.restore(tmp_path / "back")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Tables were not compared" in done.stdout


def test_a_moment_in_the_log_is_gone_back_to(house, tmp_path):
    time.sleep(1.1)
    house.happen(4)
    between = datetime.now(UTC)
    house.happen(3)
    time.sleep(1.1)
    house.back_up("--log")

    done = house.restore(tmp_path / "back", None, "--until", between.isoformat())

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Nothing was altered, removed, reordered or inserted." in done.stdout
    entries = "select count(*) from ledger_entry"
    there = int(house.run_in(tmp_path / "back", "-c", COUNT.format(entries)).stdout)
    here = int(house.run_in(house.data, "-c", COUNT.format(entries)).stdout)
    assert 3 <= here - there <= 4  # the second three, and what sealing may add
    assert "recovery_target" not in (tmp_path / "back/postgres/postgresql.auto.conf").read_text()


def test_a_moment_outside_the_backup_is_refused(house, tmp_path):
    with pytest.raises(CannotRun, match="is outside"):
        restoring.restore(house.newest(), tmp_path / "back", key=house.key, until=datetime(2020, 1, 1, tzinfo=UTC))


def test_a_place_with_something_in_it_is_left_as_it_is(house, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear county")

    with pytest.raises(CannotRun, match="is not empty"):
        restoring.restore(house.newest(), tmp_path, key=house.key)

    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_another_key_opens_nothing_and_leaves_nothing(house, tmp_path):
    new_key(tmp_path / "other.txt")

    with pytest.raises(CannotRun, match="does not open with this key"):
        restoring.restore(house.newest(), tmp_path / "back", key=tmp_path / "other.txt")

    assert list((tmp_path / "back").iterdir()) == []


@pytest.mark.parametrize("name", ["cluster.tar.gz.age", "keys.tar.age", "figures.json.age", "log-0000.tar.gz.age"])
def test_one_changed_byte_is_named(house, tmp_path, name):
    copy = house.copy(tmp_path)
    held = bytearray((copy / name).read_bytes())
    held[len(held) // 2] ^= 1
    (copy / name).write_bytes(held)

    with pytest.raises(BadBackup, match=f"{name} was changed since"):
        read_steps(copy)


@pytest.mark.parametrize("name", ["cluster.tar.gz.age", "keys.tar.age", "log-0000.tar.gz.age", "step-0000.json"])
def test_a_dropped_file_is_named(house, tmp_path, name):
    copy = house.copy(tmp_path)
    (copy / name).unlink()

    with pytest.raises(BadBackup, match=f"{name}|does not follow on the step before"):
        read_steps(copy)


def test_a_file_that_was_put_in_is_named(house, tmp_path):
    copy = house.copy(tmp_path)
    (copy / "log-0099.tar.gz.age").write_bytes(b"x")

    with pytest.raises(BadBackup, match="does not belong to this backup"):
        read_steps(copy)


def test_a_manifest_written_anew_does_not_fit_its_signature(house, tmp_path):
    copy = house.copy(tmp_path)
    signed = json.loads((copy / "step-0000.json").read_text())
    signed["step"] = signed["step"].replace('"number": 0', '"number":  0')
    (copy / "step-0000.json").write_text(json.dumps(signed))

    with pytest.raises(BadBackup, match="changed after it was signed"):
        read_steps(copy)


def test_nothing_in_a_backup_can_be_read_without_the_key(house):
    plain = (b"Bittern", b"PG_VERSION", b"alongside_owner", b"-----BEGIN")

    for path in house.newest().iterdir():
        assert not [word for word in plain if word in path.read_bytes()]


def test_a_key_that_is_none_is_said_to_be_none(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear county")

    with pytest.raises(CannotOpen, match="begins with age1"):
        recipient("AGE-SECRET-KEY-1")
    with pytest.raises(CannotOpen, match="holds no private key"):
        identity(tmp_path / "letter.txt")
    with pytest.raises(CannotOpen, match="cannot be read"):
        identity(tmp_path / "nowhere.txt")


def test_the_private_half_is_never_written_over(tmp_path):
    new_key(tmp_path / "key.txt")

    with pytest.raises(FileExistsError):
        new_key(tmp_path / "key.txt")
    assert (tmp_path / "key.txt").stat().st_mode & 0o077 == 0


def test_a_server_of_ones_own_is_backed_up_with_its_own_tools(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "alongside.cli", "backup", str(tmp_path), "--to", "age1"],
        env={**os.environ, "DATABASE_URL": "postgresql://app@db/alongside", "ALONGSIDE_DATA": str(tmp_path)},
        capture_output=True, text=True,
    )  # fmt: skip

    assert done.returncode == 2
    assert "with its own tools" in done.stderr
    assert Path(tmp_path).exists()


def test_each_table_that_differs_is_named():
    kept = {"plan": (3, "a"), "note": (2, "b"), "gone": (1, "c")}
    now = {"plan": (4, "a"), "note": (2, "x"), "come": (0, "0-0")}

    assert differences(kept, now) == [
        "The table come was not in the backup.",
        "The table gone is missing.",
        "The table note has its 2 rows, but not with the content of the backup.",
        "The table plan has 4 rows; the backup was made of 3.",
    ]
