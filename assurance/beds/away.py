"""R12: while the database is away there is one plain page, nothing typed is lost, and it comes back by itself."""

from __future__ import annotations

import html
import random
import re
import time
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import fasteners

from ..bed import Bed, Found, Tell
from ..coverages import a_form, page_of, there, wrong
from ..ground import ground
from ..house import House, house
from ..visitor import Answer

SMALL = 10
UNAVAILABLE = 503
PLAIN = "cannot be reached for a moment"
HELD = "Send it again"
FIELD = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')
BACK_WITHIN_SECONDS = 10
PATIENCE_SECONDS = 60
LONGEST_SECONDS = 60  # of an outage; a slice has short ones


def run(size: int, tell: Tell, defect: str = "") -> Found:
    """So many outages. In a slice this bed starts the database again, else the worker beside the server has to."""
    found, back = Found(), []
    is_alone = size <= SMALL
    with house(ground(), **_how(is_alone, defect)) as served:
        for nth in range(size):
            seconds = 0.5 if is_alone else min(LONGEST_SECONDS, random.expovariate(1 / 8))
            flaws, took = _outage(served, nth, seconds, by_hand=is_alone)
            found.failures += [f"outage {nth} of {seconds:.1f} s: {flaw}" for flaw in flaws]
            found.tried += 1
            back.append(took)
            if nth % 20 == 19:
                tell(f"{nth + 1} outages, {len(found.failures)} wrong")
    back.sort()
    found.measured = {"back after": f"{back[len(back) // 2]:.1f} s median, {back[-1]:.1f} s longest"} if back else {}
    return found


def planted(size: int, tell: Tell) -> Found:
    """An outage is answered as any fault is."""
    return run(size, tell, defect="no_handler")


def _how(is_alone: bool, defect: str) -> dict[str, Any]:
    served: dict[str, Any] = {} if is_alone else {"is_alone": False}
    return {**served, "defect": defect}


def _outage(served: House, nth: int, seconds: float, *, by_hand: bool) -> tuple[list[str], float]:
    """What is wrong with one outage, and how long after it a page came."""
    here, visitor = served.ground, served.visitor(nth % 2)
    reference = f"away-{uuid4().hex[:10]}"
    page, form = page_of(here, nth), a_form(reference)
    with fasteners.InterProcessLock(here.folder / ".postgres.lock"):  # so that nobody starts it before the time
        here.kill_database()
        until = time.monotonic() + seconds
        sent = visitor.post(page, form)
        answers = [sent, visitor.get("/participants/")]
        while time.monotonic() < until:
            answers.append(visitor.get(random.choice(("/", "/participants/", page))))
    began = time.monotonic()
    if by_hand:
        here.start_database()
    took = _until_back(visitor.get, began)
    flaws = [flaw for answer in answers for flaw in _not_plain(answer)]
    held = {name: html.unescape(value) for name, value in FIELD.findall(sent.text)}
    if flaws or took is None:
        return [*flaws, *([] if took else ["it did not come back"])], took or PATIENCE_SECONDS
    flaws += [] if {**held, **form} == held else ["what was typed is not whole on the page"]
    again = visitor.post(page, {name: held.get(name, "") for name in form})
    flaws += [] if again.is_taken else [f"sent again, it was answered {again.status}"]
    with here.connect() as connection:
        flaws += wrong(there(connection, reference), [reference])
    if took > BACK_WITHIN_SECONDS:
        flaws.append(f"back after {took:.1f} s")
    return flaws, took


def _not_plain(answer: Answer) -> list[str]:
    if answer.status != UNAVAILABLE:
        return [f"answered {answer.status} {urlsplit(answer.to).path}".strip()]
    return [] if PLAIN in answer.text else ["the page says nothing plain"]


def _until_back(get: object, began: float) -> float | None:
    while (waited := time.monotonic() - began) < PATIENCE_SECONDS:
        if callable(get) and get("/participants/").status == 200:
            return time.monotonic() - began
        time.sleep(0.1 + waited / 50)
    return None


BEDS = (
    Bed(
        "R12", "While the database is away a plain page holds what was typed, and all comes back by itself.", "outages",
        200, {"slice": 1, "nightly": 40, "release": 200}, run,
        "an outage is answered as any other fault", planted, 1,
    ),
)  # fmt: skip
