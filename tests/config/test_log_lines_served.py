"""What a served system writes to its log while people and others do what goes wrong: nothing they sent stands in it."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from urllib.parse import urlencode

import cluster
import pytest

from alongside.config.embedded_roles import APP, OWNER

PATIENCE_SECONDS = 120
SECRET = "for tests only, and as long as a key has to be"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A server as in production, on a database of its own: its port, its log, and a superuser's connection."""
    folder = tmp_path_factory.mktemp("served")
    with cluster.clone() as name, cluster.superuser().connect(name) as superuser:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        log = folder / "log"
        command = ["granian", "--interface", "wsgi", "--port", str(port), "alongside.config.wsgi:application"]
        with log.open("wb") as file:
            server = subprocess.Popen(
                [sys.executable, "-m", *command], stdout=file, stderr=file, env=_environ(name, folder)
            )
        try:
            _wait(port, server, log)
            yield port, log, superuser
        finally:
            server.terminate()
            server.wait(timeout=30)


def _environ(database, folder):
    def address(role):
        at = cluster.start(cluster.FOLDER, cluster.FAST).address(role)
        return f"postgresql://{role}:{at.password}@:{at.port}/{database}?host={at.host}"

    urls = {"DATABASE_URL": address(APP), "DATABASE_OWNER_URL": address(OWNER), "SECRET_KEY": SECRET}
    return {**os.environ, **urls, "ALONGSIDE_DATA": str(folder)}


def _wait(port, server, log):
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text()
        try:
            if ask(port, "GET", "/health/live")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(log.read_text())


def ask(port, method, path, fields=None, **headers):
    """Send a request; the status, and a cookie and token to send a form with."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    body = urlencode(fields) if fields else None
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    page = answer.read().decode(errors="replace")
    connection.close()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    return answer.status, (answer.getheader("Set-Cookie") or "").partition(";")[0], token and token[1]


def test_no_log_line_carries_what_was_sent(served):
    port, log, superuser = served
    _, cookie, token = ask(port, "GET", "/account/login/")
    sign_in = {"login": "Canary-Email@example.org", "password": "Canary-Password", "csrfmiddlewaretoken": token}
    many = {**sign_in, "login": "Canary-Many", **{f"f{n}": "x" for n in range(2000)}}

    said = [
        ask(port, "GET", "/participants/?q=Canary-Query", User_Agent="Canary-Agent", Cookie="sessionid=Canary-Session"),
        ask(port, "GET", "/nowhere/Canary-Path/?name=Canary-Query"),
        ask(port, "POST", "/account/login/", sign_in, Cookie=cookie),
        ask(port, "POST", "/account/login/", {"login": "Canary-Unsafe", "password": "Canary-Unsafe"}),
        ask(port, "GET", "/", Host="canary-host.example"),
        ask(port, "POST", "/participants/new/", {"given_name": "Canary-Name"}, Cookie=cookie),
        ask(port, "POST", "/account/login/", many, Cookie=cookie),
    ]
    superuser.execute("alter table cache_entry rename to elsewhere")
    said.append(ask(port, "POST", "/account/login/", sign_in, Cookie=cookie))
    time.sleep(0.5)

    text = log.read_text()
    assert [status for status, _, _ in said] == [302, 404, 200, 403, 400, 302, 400, 500]
    assert re.findall("canary.{0,30}", text, re.IGNORECASE) == []
    told = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    assert {"django.request", "django.security.DisallowedHost"} <= {line["logger"] for line in told}
    assert any(line.get("error") == "ProgrammingError" and line["where"] for line in told)
