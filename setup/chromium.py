"""Find a Chromium for the browser journeys, or fetch one, and write its path to .venv/chromium.

In order: the one CHROMIUM names, one on PATH, Playwright's own download, the system's package manager. A browser counts
when it has started once. Without any, this says what will not be tested; in CI (CI=true) that is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from web_assets import trusted

ROOT = Path(__file__).resolve().parent.parent
FOUND = ROOT / ".venv/chromium"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NONE = (
    "No Chromium here, and none could be fetched. What pages look like and do in a real browser, at phone and desktop "
    "size, and whether they are accessible, will NOT be tested.\n"
    "Install Chromium, or name one: CHROMIUM=/path make test"
)


def starts(path: str) -> bool:
    """Whether the browser runs here: a download can lack a library of the system's."""
    command = [path, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank"]
    try:
        return subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def on_path() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))


def downloaded() -> Iterator[str]:
    """Playwright's own browser, fetched when missing."""
    from playwright.sync_api import sync_playwright

    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(command, env=trusted(), capture_output=True).returncode == 0:
        with sync_playwright() as playwright:
            yield playwright.chromium.executable_path


def installed() -> Iterator[str]:
    """The system's own package, where apt-get is there and root is allowed."""
    if not shutil.which("apt-get"):
        return
    root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if root and not shutil.which("sudo"):
        return
    for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run([*root, "apt-get", "-qq", *command], capture_output=True, stdin=subprocess.DEVNULL)
    yield from on_path()


def candidates() -> Iterator[str]:
    if named := os.environ.get("CHROMIUM"):
        yield named
    yield from on_path()
    print("Setup: a browser for the journeys", file=sys.stderr)
    yield from downloaded()
    yield from installed()


def main() -> int:
    found = next((path for path in candidates() if starts(path)), "")
    FOUND.write_text(found, encoding="utf-8")
    if found:
        return 0
    print(NONE, file=sys.stderr)
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
