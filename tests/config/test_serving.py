"""The whole of it once: served in a folder of its own, asked over HTTP, ended by a signal, nothing left running."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import psutil

PATIENCE_SECONDS = 300
SERVE = "import sys; from alongside.config import commands; commands.serve(port=int(sys.argv[1]))"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def first_answer(address: str, process: subprocess.Popen) -> tuple[int, str]:
    """The first page. Until then a whole cluster is made and migrated, safe on the disk at each step."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                return response.status, response.read().decode()
        except (urllib.error.URLError, ConnectionError):
            assert process.poll() is None, process.stderr.read()
            time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    raise TimeoutError(f"{address}: {process.communicate(timeout=60)[1]}")


def test_it_is_served_and_ends_cleanly(tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "a data folder"))
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", SERVE, str(port)], stderr=subprocess.PIPE, text=True)

    status, page = first_answer(f"http://127.0.0.1:{port}/staff/", process)
    family = psutil.Process(process.pid).children(recursive=True)
    beside = ("alongside.config.keeper", "alongside.config.worker")
    running = sorted(name for child in family for name in beside if name in child.cmdline())
    [server] = [p for p in psutil.process_iter() if _is_server_of(p, str(tmp_path))]

    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)

    assert (status, "Sign in" in page) == (200, True)
    assert running == list(beside)
    assert process.returncode == 0, said
    assert "Traceback" not in said
    _, alive = psutil.wait_procs([*family, server], timeout=20)
    assert [p for p in alive if p.status() != psutil.STATUS_ZOMBIE] == []


def _is_server_of(process: psutil.Process, folder: str) -> bool:
    try:
        return any(word.startswith(folder) and word.endswith("/postgres") for word in process.cmdline()[1:3])
    except psutil.Error:
        return False
