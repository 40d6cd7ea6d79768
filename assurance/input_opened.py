"""Opening in a browser what the site gives out: each file with the headers of the product, under kinds that could run.

Each holds a script that asks this server for `/seen`. It is visited, and put into a page of the same site as a frame,
an object and a script; a file that runs there asks.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from .bed import Found
from .hostile_files import SCRIPT, hostile_files

KINDS = ("", "text/html", "image/svg+xml", "application/xhtml+xml")
AROUND = (
    '<iframe src="/file/{n}"></iframe><object data="/file/{n}"></object><img src="/file/{n}">'
    '<script src="/file/{n}"></script>'
)


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


class Server(ThreadingMixIn, WSGIServer):
    """Several at once, as a browser asks."""

    daemon_threads = True


def files() -> list[tuple[str, bytes, str]]:
    """Every small hostile file under its own kind and under each that a browser runs."""
    every = [file for made in hostile_files(True).values() for file in made]
    return [
        (name, content if SCRIPT in content else content + SCRIPT, kind or own or "application/octet-stream")
        for kind in KINDS
        for name, content, own in every
    ]


@contextmanager
def served(given: list[tuple[str, bytes, str]], seen: list[str]) -> Iterator[str]:
    """The address of a server that gives them out as the product does, and notes in `seen` what ran."""
    from alongside.web.downloads import download

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        what, _, nth = environ["PATH_INFO"].strip("/").partition("/")
        if what == "seen":
            seen.append(environ.get("HTTP_REFERER", "a file"))
        elif what == "page":
            start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            return [AROUND.replace("{n}", nth).encode()]
        elif what == "file":
            name, content, kind = given[int(nth)]
            sent = download(content, kind, name)
            start("200 OK", list(sent.headers.items()))
            return [sent.content]
        start("404 Not Found", [("Content-Type", "text/plain")])
        return [b""]

    server = make_server("127.0.0.1", 0, answer, server_class=Server, handler_class=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def opened(browser: Any, given: list[tuple[str, bytes, str]], tell: Callable[[str], None]) -> Found:
    """Visit each, and a page around each; a failure for each that ran, or that stayed in the window."""
    from playwright.sync_api import Error

    found, seen = Found(), []
    with served(given, seen) as site:
        page = browser.new_page()
        page.on("dialog", lambda dialog: (seen.append("a dialog"), dialog.dismiss()))
        for nth, (name, _, kind) in enumerate(given):
            before = len(seen)
            shown = True
            try:
                page.goto(f"{site}/file/{nth}", wait_until="load")
            except Error:  # a download has begun, and the page before is still there
                shown = False
            with suppress(Error):
                page.goto(f"{site}/page/{nth}", wait_until="load")
            found.tried += 1
            if shown or len(seen) > before:
                words = "was shown" if shown else "ran"
                found.failures.append(f"{name[:40]!r} sent as {kind} {words} ({', '.join(seen[before:])[:200]})")
            if nth and nth % 50 == 0:
                tell(f"{nth} of {len(given)} files opened")
        page.close()
    return found
