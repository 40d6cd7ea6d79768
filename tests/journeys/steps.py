"""What people do in a journey, in their verbs. Every page passed is held against axe at phone and desktop size."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import TimeoutError

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "src/alongside/web/static/vendor/axe/axe.min.js"
PICTURES = ROOT / "docs/generated"
PASSWORD = "juniper-berries-7"
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
SIZES = {"phone": PHONE, "desktop": DESKTOP}
# What htmx says when a page is left while it still asks. Of a request that went wrong it says more than this.
LEFT = ("htmx:sendAbort", "htmx:afterRequest")
COLORS = 255
TALLEST = {"phone": 1480, "desktop": 1800}

FOCUSED = """() => {
    const it = document.activeElement, label = it.labels && it.labels[0];
    return it.getAttribute("aria-label") || (label || it).innerText || it.textContent;
}"""


class Visitor:
    """Somebody at a browser."""

    def __init__(self, page: Any, signed_in: dict[str, list[Any]] | None = None) -> None:
        self.page = page
        self._signed_in = {} if signed_in is None else signed_in
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("console", self._heard)
        page.on("requestfailed", self._lost)

    # --- given

    def is_signed_in_as(self, email: str, *, and_goes_to: str = "/", anew: bool = False) -> None:
        """Signs in by password, unless the program asks for a second step. Who came in before comes in by the same
        session while it lasts, as somebody who left the page open, unless it is to be `anew`."""
        if not anew:
            self.page.context.add_cookies(self._signed_in.get(email, []))
        self.page.goto(f"/account/login/?next={and_goes_to}")
        if "/account/login/" not in self.page.url:
            return
        self.page.get_by_label("Email").fill(email)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url(re.compile(r"^(?!.*/account/login/).*$"))
        if not anew and "/account/" not in self.page.url:
            self._signed_in[email] = self.page.context.cookies()

    def has_a_clock_to_turn(self) -> None:
        """The browser's clock moves when the journey says so."""
        self.page.clock.install()

    # --- when

    def lets_time_pass(self, *, minutes: int, seconds: int = 0) -> None:
        """Does nothing for a while."""
        self.page.clock.fast_forward((minutes * 60 + seconds) * 1000)

    def opens(self, address: str) -> int:
        """Types an address. The status of the response."""
        response = self.page.goto(address)
        return int(response.status) if response else 0

    def goes_to(self, word: str) -> None:
        """Uses the ways to go at the top (on a phone, at the bottom)."""
        self.page.get_by_role("navigation", name="Main").get_by_role("link", name=word).click()

    def follows(self, name: str | re.Pattern[str]) -> None:
        """Clicks the first link of that name in the page."""
        self.page.locator("main").get_by_role("link", name=name).first.click()

    def presses(self, name: str | re.Pattern[str]) -> None:
        """Clicks a button."""
        self.page.get_by_role("button", name=name).first.click()

    def chooses(self, label: str, option: str) -> None:
        """Chooses from a list."""
        self.page.get_by_label(label, exact=True).select_option(label=option)

    def types(self, label: str, text: str) -> None:
        """Types into a field, letter by letter."""
        self.page.get_by_label(label).press_sequentially(text)

    def gives_the_file(self, label: str, path: Path) -> None:
        """Chooses a file."""
        self.page.get_by_label(label, exact=True).set_input_files(path)

    def answers(self, label: str, option: str) -> None:
        """Says what a word means."""
        self.page.get_by_label(label).select_option(label=option)

    def downloads(self, name: re.Pattern[str], folder: Path) -> Path:
        """Clicks a button that gives a file, and keeps it in a folder."""
        with self.page.expect_download() as given:
            self.presses(name)
        path = folder / given.value.suggested_filename
        given.value.save_as(path)
        return path

    def loses_the_connection(self) -> None:
        """The network is gone."""
        self.page.context.set_offline(True)

    def hits(self, key: str) -> None:
        """Presses a key."""
        self.page.keyboard.press(key)

    def tabs_to(self, name: str | re.Pattern[str]) -> None:
        """Presses Tab until what has the focus goes by this name."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            focused = " ".join(str(self.page.evaluate(FOCUSED)).split())
            if name == focused if isinstance(name, str) else name.search(focused):
                return
        raise AssertionError(f"{name!r} was not reached by keyboard on {self.page.url}")

    def unfolds(self, name: str) -> None:
        """Opens the first fold of that name."""
        self.page.locator("main summary").filter(has_text=name).first.click()

    def opens_the_filters(self) -> None:
        """Unfolds what narrows the day."""
        self.unfolds("Show:")

    def opens_the_account_menu(self) -> None:
        """Unfolds the menu at the top."""
        self.page.locator(".account summary").click()

    def signs_out(self) -> None:
        """By the menu at the top."""
        self.opens_the_account_menu()
        self.presses("Sign out")
        self.page.wait_for_url("**/account/login/**")

    def confirms_the_password_if_asked(self) -> None:
        """Some changes ask for the password again."""
        if "reauthenticate" in self.page.url:
            self.page.get_by_label("Password").fill(PASSWORD)
            self.presses("Confirm")
            self.page.wait_for_url(re.compile(r"^(?!.*reauthenticate).*$"))

    # --- then

    @property
    def address(self) -> str:
        """Where the page is."""
        return str(self.page.url)

    @property
    def heading(self) -> str:
        """The page's first heading."""
        return str(self.page.locator("h1").inner_text())

    @property
    def text(self) -> str:
        """Everything the page says."""
        return str(self.page.locator("main").inner_text())

    def sees_the_focus(self) -> bool:
        """What has the focus is outlined."""
        style = "getComputedStyle(document.activeElement)"
        return bool(self.page.evaluate(f"{style}.outlineStyle !== 'none' && parseFloat({style}.outlineWidth) >= 2"))

    def reads(self, label: str) -> str:
        """What a field holds."""
        return str(self.page.get_by_label(label).input_value())

    def waits_for_the_address(self, pattern: re.Pattern[str]) -> None:
        """The address follows what was chosen."""
        self.page.wait_for_url(pattern)

    def sees(self, *texts: str | re.Pattern[str]) -> None:
        """All of these stand on the page, now or in a moment."""
        for text in texts:
            try:
                self.page.locator("body").get_by_text(text).first.wait_for(state="visible")
            except TimeoutError as error:
                error.add_note(f"{self.page.url} says:\n{self.page.locator('body').inner_text()}")
                raise

    def does_not_see(self, *texts: str) -> None:
        """None of these stands on the page."""
        body = self.page.locator("body").inner_text()
        assert [text for text in texts if text in body] == []

    def waits_until_gone(self, text: str) -> None:
        """It is no longer to be seen."""
        self.page.locator("body").get_by_text(text).first.wait_for(state="hidden")

    def finds_the_page_in_order(self, picture: str = "") -> None:
        """No axe violation, nothing wider than the screen, no answer by color alone, at both sizes."""
        for size, viewport in SIZES.items():
            self.page.set_viewport_size(viewport)
            assert self._violations() == [], f"{self.page.url} at {size} size"
            assert self._width() <= viewport["width"], f"{self.page.url} is wider than a {size}"
            if picture and os.environ.get("PICTURES"):
                self._take(f"{picture}-{size}.png", size)
        self.page.set_viewport_size(DESKTOP)

    # --- how

    def _violations(self) -> list[str]:
        # Evaluated by the browser's own hand, so the content security policy stays as it is in production.
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run({resultTypes: ['violations'], reporter: 'no-passes'})")["violations"]
        return [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found for node in v["nodes"]]

    def _width(self) -> int:
        return int(self.page.evaluate("document.documentElement.scrollWidth"))

    def _take(self, name: str, size: str) -> None:
        from PIL import Image

        height = int(self.page.evaluate("document.documentElement.scrollHeight"))
        self.page.set_viewport_size({**SIZES[size], "height": min(max(height, SIZES[size]["height"]), TALLEST[size])})
        PICTURES.mkdir(parents=True, exist_ok=True)
        whole = io.BytesIO(self.page.screenshot())
        Image.open(whole).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(PICTURES / name, optimize=True)
        self.page.set_viewport_size(SIZES[size])

    def _heard(self, message: Any) -> None:
        # A page refused or not found on purpose is told in the console too; the journey asserts the status itself.
        if message.type != "error" or message.text.startswith(LEFT):
            return
        if "the server responded with a status of 4" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def _lost(self, request: Any) -> None:
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"lost: {request.url} {request.failure}")
