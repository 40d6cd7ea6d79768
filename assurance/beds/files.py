"""A12: whatever file is sent in, it is refused or comes back as a download that runs nothing, and is never opened."""

from __future__ import annotations

import os
import shutil

from ..bed import Bed, Found, Tell
from ..input_apart import asked
from ..settled import settle

SLICE = 100
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def run(size: int, tell: Tell) -> Found:
    """Send so many; by night, open each kind of file in a browser as well."""
    found = asked("send", size, tell)
    if size > SLICE and found.tried:
        in_browser = _opened(tell)
        found.tried += in_browser.tried
        found.failures += in_browser.failures
        found.measured |= in_browser.measured
    return found


def planted(size: int, tell: Tell) -> Found:
    """The same where files are shown instead of saved. A process that broke down found nothing."""
    found = asked("send", size, tell, defect="served_inline")
    return found if found.tried else Found()


def _opened(tell: Tell) -> Found:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        return Found(failures=["There is no Chromium here to open files in. Install it, or name it with CHROMIUM."])
    settle()
    from playwright.sync_api import sync_playwright

    from ..input_opened import files, opened

    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=as_root)
        found = opened(browser, files(), tell)
        version = browser.version
        browser.close()
    office = "" if shutil.which("soffice") else "; LibreOffice is not installed here, sheets were read by openpyxl"
    found.measured = {"files opened in Chromium": f"{found.tried}, {len(found.failures)} ran ({version}){office}"}
    return found


BEDS = (
    Bed(
        id="A12",
        promise="A hostile file is refused, or given out only as a download that no browser shows or runs; no sheet "
        "given out holds a formula; no page fails or takes longer than 10 s over it.",
        unit="files sent or opened",
        asked=200,
        sizes={"slice": 24, "nightly": 1_500, "release": 5_000},
        run=run,
        defect="downloads sent to be shown in the browser",
        planted=planted,
        planted_size=12,
    ),
)
