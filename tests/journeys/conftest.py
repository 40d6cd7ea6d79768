"""A server with the invented county, and a browser. Where no browser is found a journey skips; in CI it fails.

The server is the real one (granian, the production settings of the demo) on a database of its own, so nothing a
journey does is seen by another test. `PICTURES=1` saves what the journeys see to docs/generated/.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cluster
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from steps import Visitor

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FILL = (
    "import django; django.setup(); from alongside.access.clock import today; "
    "from alongside.exchange.demo_county import load; load(today()); "
    "from alongside.config.demo_reviews import add_reviews; add_reviews(today()); "
    "from alongside.access.models import Program; from alongside.reviews.answers import keep; "
    "keep(today(), list(Program.objects.using('owner')))"
)
PATIENCE_SECONDS = 60
# A browser that draws pages and does nothing else: no GPU to imitate, no pages of its own, no errands.
PLAIN = (
    "--disable-gpu",
    "--disable-features=OptimizationGuideOnDeviceModel,OptimizationHints,OnDeviceModel,Translate,MediaRouter,"
    "DialMediaRouteProvider,InitialWebUI,TopChromeWebUI",
    "--disable-background-networking",
    "--disable-extensions",
    "--disable-component-extensions-with-background-pages",
    "--disable-sync",
    "--disable-component-update",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The journeys of a file stay together, in their order (`--dist loadgroup`). Files go wherever there is time, and
    before everything else: a long one begun last would keep one worker alone at the end."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    items.sort(key=lambda item: here not in item.path.parents)


class County(str):
    """The address of a server that shows the invented county, and the environment it runs in."""

    environ: dict[str, str]
    signed_in: dict[str, list[Any]]

    def runs(self, script: str) -> str:
        """What a script prints that works in the county's own database: what happened before the journey."""
        command = [sys.executable, "-c", f"import django; django.setup()\n{script}"]
        return subprocess.run(command, env=self.environ, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True).stdout


@pytest.fixture(scope="session")
def county(django_db_blocker: Any) -> Iterator[County]:
    """The server, its county filled. The first to ask makes the template, which needs the database."""
    with django_db_blocker.unblock(), cluster.clone() as database:
        environ = _environ(database)
        subprocess.run([sys.executable, "-c", FILL], env=environ, check=True, cwd=ROOT)
        port = _free_port()
        command = [
            "granian",
            "--interface",
            "wsgi",
            "--host",
            "127.0.0.1",
            "--port",
            str(port),
            "--log-level",
            "warning",
        ]
        server = subprocess.Popen(
            [sys.executable, "-m", *command, "--blocking-threads", "2", "alongside.config.wsgi:application"],
            env=environ, cwd=ROOT,
        )  # fmt: skip
        try:
            address = County(f"http://127.0.0.1:{port}")
            address.environ = environ
            address.signed_in = {}
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A Chromium, headless. Not kept longer: while Playwright runs, Django refuses to query in the same thread."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        found_none = "No browser was found, so no journey ran. Install Chromium, or name one with CHROMIUM=/path."
        if os.environ.get("CI") == "true":
            pytest.fail(found_none)
        pytest.skip(found_none)
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*PLAIN, *root])
        yield chromium
        chromium.close()


@pytest.fixture
def visitor(county: County, browser: Any) -> Iterator[Visitor]:
    """Somebody at a browser, not signed in. What went wrong unseen, such as a lost file, fails the journey."""
    yield from _at_a_browser(county, browser)


@pytest.fixture
def another(county: County, browser: Any) -> Iterator[Visitor]:
    """Somebody else, at a browser of their own."""
    yield from _at_a_browser(county, browser)


def _at_a_browser(county: County, browser: Any) -> Iterator[Visitor]:
    context = browser.new_context(base_url=county, viewport={"width": 1280, "height": 900}, locale="en-US")
    context.set_default_timeout(60_000)
    somebody = Visitor(context.new_page(), county.signed_in)
    yield somebody
    context.close()
    assert somebody.complaints == []


def _environ(database: str) -> dict[str, str]:
    from alongside.config.embedded_roles import APP, OWNER

    def address(role: str) -> str:
        at = cluster.start(cluster.FOLDER, cluster.FAST).address(role)
        return f"postgresql://{role}:{at.password}@:{at.port}/{database}?host={at.host}"

    return {
        **os.environ,
        "DATABASE_URL": address(APP),
        "DATABASE_OWNER_URL": address(OWNER),
        "ALONGSIDE_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
    }


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE_SECONDS * 10):
        if server.poll() is not None:
            pytest.fail(f"The server ended by itself with status {server.returncode}.")
        try:
            urllib.request.urlopen(f"{address}/account/login/", timeout=5)
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail(f"The server did not answer within {PATIENCE_SECONDS} seconds.")
