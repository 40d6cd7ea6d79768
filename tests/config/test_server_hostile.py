"""The server itself, asked as no browser asks: it answers below 500 or hangs up, and serves the next."""

import socket
import subprocess
import sys
import time

import psutil
import pytest

PLAIN = """
def application(environ, start):
    body = environ["wsgi.input"].read()
    start("200 OK", [("Content-Type", "text/plain")])
    return [b"read %d" % len(body)]
"""
POST = b"POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
ASKED = {
    "two lengths": POST + b"Content-Length: 1\r\nContent-Length: 9\r\n\r\na",
    "a length beside pieces": (
        POST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + POST + b"\r\n"
    ),
    "a length below nothing": POST + b"Content-Length: -1\r\n\r\n",
    "a piece of no length": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "a flood of headers": b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X-A: b\r\n" * 10_000 + b"\r\n",
    "one header of a megabyte": b"GET / HTTP/1.1\r\nHost: a\r\nX-A: " + b"b" * 1_000_000 + b"\r\n\r\n",
    "a zero byte": b"GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
    "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00" * 20,
    "another version": b"GET / HTTP/9.9\r\nHost: a\r\n\r\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    (folder / "plain_site.py").write_text(PLAIN)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "plain_site:application"]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield port
    children = psutil.Process(server.pid).children(recursive=True)
    server.terminate()
    server.wait(30)
    psutil.wait_procs(children, 10)


def answers(port, sent):
    with socket.create_connection(("127.0.0.1", port), 5) as line:
        said = b""
        line.settimeout(2)
        try:
            line.sendall(sent)
            while piece := line.recv(65_536):
                said += piece
        except (ConnectionError, TimeoutError):
            return said  # it hung up, or waits for more
    return said


@pytest.mark.parametrize("how", ASKED)
def test_what_no_browser_sends_is_refused_and_the_next_is_served(port, how):
    said = answers(port, ASKED[how])

    assert said.count(b"HTTP/1.1 2") <= 1  # never a second request out of one
    assert b"HTTP/1.1 5" not in said
    assert answers(port, POST + b"Content-Length: 3\r\n\r\nabc").endswith(b"read 3")
