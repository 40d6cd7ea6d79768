"""The embedded server through the lives of the processes that use it: joined, left, killed, in odd folders.

Each test has a server of its own in a folder with spaces, used by processes of their own.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

import alongside
from alongside.config.embedded import CannotStart, Server

SOURCE = Path(alongside.__file__).parents[1]

USE = """
import os, sys
from pathlib import Path
from alongside.config.embedded import start
server = start(Path(sys.argv[1]), {"fsync": "off"})
with server.address("alongside_app").connect("alongside") as connection:
    print(connection.execute("select current_user, current_setting('server_version_num')::int / 10000").fetchone())
print(server.get_pid(), flush=True)
sys.stdin.read()
"""

REVIVE = """
from alongside.config.embedded import revive
before = server.address("alongside_app")
sys.stdin.readline()
revive(Path(sys.argv[1]))
after = server.address("alongside_app")
with after.connect("alongside") as connection:
    said = connection.execute("select current_user").fetchone()
print(said, "where it was" if (before.host, before.port) == (after.host, after.port) else after, flush=True)
sys.stdin.read()
"""

# Everything is loaded first: only root may enter the folder of some machines' Python.
BECOME_NOBODY = """
import os, pwd
import alongside.config.embedded, encodings.idna, psycopg
os.setgroups([])
os.setgid(pwd.getpwnam("nobody").pw_gid)
os.setuid(pwd.getpwnam("nobody").pw_uid)
assert os.geteuid() != 0
"""


class Process:
    """A Python process that uses the server until it is let go. `also` is done while it does."""

    def __init__(self, folder: Path, also: str = "") -> None:
        command = [sys.executable, "-c", USE.replace("sys.stdin.read()", also or "sys.stdin.read()"), str(folder)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.said = self.process.stdout.readline().strip()
        number = self.process.stdout.readline().strip()
        self.server = int(number) if number else None

    def end(self) -> None:
        _, errors = self.process.communicate("", timeout=60)
        assert errors == ""

    def hears(self, line: str) -> str:
        """Tell it to go on, and what it says then, or its last words."""
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip() or self.process.stderr.read()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def runs(number: int) -> bool:
    try:
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def is_gone(number: int) -> bool:
    for _ in range(100):
        if not runs(number):
            return True
        time.sleep(0.05)
    return False


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A data folder with spaces and an accent, whose cluster was made once."""
    made = tmp_path_factory.mktemp("a county") / "données of Aspen"
    Process(made).end()
    return made


def test_it_starts_as_the_runtime_role_and_stops_with_its_last_user(folder):
    one = Process(folder)
    other = Process(folder)
    assert one.said == "('alongside_app', 18)"
    assert one.server == other.server

    one.end()
    assert runs(other.server)
    other.end()
    assert is_gone(other.server)


def test_a_killed_process_leaves_a_server_that_the_next_one_takes_over_and_stops(folder):
    first = Process(folder)
    first.kill()
    assert runs(first.server)

    second = Process(folder)
    assert second.server == first.server
    second.end()
    assert is_gone(second.server)


def test_a_killed_server_is_started_anew(folder):
    first = Process(folder)
    os.kill(first.server, signal.SIGKILL)
    first.kill()

    second = Process(folder)
    assert second.said == "('alongside_app', 18)"
    assert second.server != first.server
    second.end()


def test_a_server_killed_under_its_user_comes_back_where_it_was(folder):
    user = Process(folder, also=REVIVE)
    psutil.Process(user.server).kill()

    assert user.hears("go on") == "('alongside_app',) where it was"
    user.end()


def test_a_leftover_number_that_belongs_to_another_program_does_not_matter(folder):
    leftover = folder / "postgres" / "postmaster.pid"
    (folder / ".postgres.users").write_text("not a list")
    for own_session in (False, True):
        another = subprocess.Popen(["sleep", "60"], start_new_session=own_session)
        leftover.write_text(f"{another.pid}\n{folder}/postgres\n1\n5432\n{folder}\n\n  1 1\nready\n")

        process = Process(folder)
        assert process.said == "('alongside_app', 18)"
        process.end()
        another.kill()
        another.wait()


def test_a_server_cut_off_while_it_was_made_is_made_again_even_where_the_path_is_too_long_for_a_socket(tmp_path):
    deep = tmp_path / ("a" * 60) / ("b" * 60)
    half_made = deep / "postgres.new"
    half_made.mkdir(parents=True)
    (half_made / "PG_VERSION").write_text("18\n")

    process = Process(deep)
    assert process.said == "('alongside_app', 18)"
    process.end()


def test_a_folder_of_another_user_is_refused_with_what_to_do(folder, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)

    with pytest.raises(CannotStart, match=r"belongs to another user.*set ALONGSIDE_DATA to a folder of your own"):
        Server(folder, {})._refuse_another_users_folder()


KNOCK = "import psycopg, sys; psycopg.connect(host=sys.argv[1], user='postgres', dbname='postgres', password='')"


def test_nobody_comes_in_without_the_password(folder):
    process = Process(folder)
    command = [sys.executable, "-c", KNOCK, str(folder / "postgres")]
    refused = subprocess.run(command, capture_output=True, text=True)
    process.end()

    assert "no password supplied" in refused.stderr
    assert (folder / "database_passwords.json").stat().st_mode & 0o077 == 0


def test_where_root_has_one_an_ordinary_user_has_one_too():
    if os.geteuid() != 0:
        return  # then every other test here was an ordinary user's

    theirs = Path("/var/tmp") / f"alongside-test-{os.getpid()}"
    theirs.mkdir()
    shutil.chown(theirs, "nobody")
    try:
        given = {"PATH": os.environ["PATH"], "HOME": str(theirs), "PYTHONPATH": str(SOURCE)}
        process = subprocess.run(
            [sys.executable, "-c", BECOME_NOBODY + USE, str(theirs)],
            env=given,
            cwd="/",
            input="",
            capture_output=True,
            text=True,
        )
    finally:
        shutil.rmtree(theirs)

    assert "('alongside_app', 18)" in process.stdout, process.stderr
