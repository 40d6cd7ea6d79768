"""R12: while the database is away there is one plain page, nothing typed is lost, and it comes back by itself."""

from __future__ import annotations

import html
import random
import re
import time
from typing import cast
from urllib.parse import urlsplit
from uuid import uuid4

import fasteners

from ..bed import Bed, Found, Tell
from ..coverages import a_form, page_of, there, wrong
from ..cut_line import CutLine
from ..ground import ground
from ..house import House, house, planted_house
from ..visitor import UNAVAILABLE, Answer, Visitor

SMALL = 10
SLOW_EVERY = 5
DELAY_SECONDS, LITTLE_DELAY = 2.0, 0.05
PLAIN = "cannot be reached for a moment"
HELD = "Send it again"
FIELD = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')
BACK_WITHIN_SECONDS = 10
PATIENCE_SECONDS = 60
SHORT_SECONDS = 0.3
LONGEST_SECONDS = 60  # of an outage; a slice has short ones


def run(size: int, tell: Tell) -> Found:
    """So many outages, every fifth a database that answers slowly. In a slice this bed starts the database again,
    else the worker beside the server has to."""
    found = Found()
    is_small = size <= SMALL
    with planted_house(ground()) as served:
        _slowly(served, found, size // SLOW_EVERY + is_small, LITTLE_DELAY if is_small else DELAY_SECONDS, tell)
        if is_small:
            _outages(served, found, size - found.tried, tell)
            return found
    with house(ground(), is_alone=False) as served:
        _outages(served, found, size - found.tried, tell)
    return found


def planted(size: int, tell: Tell) -> Found:
    """An outage is answered as any fault is."""
    found = Found()
    with planted_house(ground(), "no_handler") as served:
        _outages(served, found, size, tell)
    return found


def _slowly(served: House, found: Found, size: int, delay: float, tell: Tell) -> None:
    slow = []
    for nth in range(size):
        flaws, took = _slow(served, nth, delay)
        found.failures += [f"slow answers {nth}: {flaw}" for flaw in flaws]
        found.tried += 1
        slow.append(took)
        tell(f"{nth + 1} times slow, {len(found.failures)} wrong")
    found.measured["a form with slow answers"] = _spread(slow)


def _outages(served: House, found: Found, size: int, tell: Tell) -> None:
    back = []
    for nth in range(size):
        seconds = SHORT_SECONDS if served.is_alone else min(LONGEST_SECONDS, random.expovariate(1 / 8))
        flaws, took = _outage(served, nth, seconds)
        found.failures += [f"outage {nth} of {seconds:.1f} s: {flaw}" for flaw in flaws]
        found.tried += 1
        back.append(took)
        tell(f"{nth + 1} outages, {len(found.failures)} wrong")
    found.measured["back after"] = _spread(back)


def _spread(seconds: list[float]) -> str:
    seconds.sort()
    return f"{seconds[len(seconds) // 2]:.1f} s median, {seconds[-1]:.1f} s longest" if seconds else "not tried"


def _slow(served: House, nth: int, delay: float) -> tuple[list[str], float]:
    """What is wrong with a form sent while each answer of the database takes so long, and how long the form took."""
    line = cast(CutLine, served.line)
    reference, visitor = f"slow-{uuid4().hex[:10]}", served.visitor(nth % 2)
    page, form = page_of(served.ground, nth), a_form(reference)
    visitor.patience = PATIENCE_SECONDS * 3
    began, line.delay = time.monotonic(), delay
    answer = visitor.post(page, form)
    took, line.delay = time.monotonic() - began, 0.0
    flaws = [] if answer.is_taken else _not_plain(answer)
    if not (again := visitor.post(page, form)).is_taken:
        flaws.append(f"sent again, it was answered {again.status}")
    with served.ground.connect() as connection:
        return flaws + wrong(there(connection, reference), [reference]), took


def _outage(served: House, nth: int, seconds: float) -> tuple[list[str], float]:
    """What is wrong with one outage, and how long after it a form was taken."""
    here, visitor = served.ground, served.visitor(nth % 2)
    reference = f"away-{uuid4().hex[:10]}"
    page, form = page_of(here, nth), a_form(reference)
    with fasteners.InterProcessLock(here.folder / ".postgres.lock"):  # so that nobody starts it before the time
        here.kill_database()
        until = time.monotonic() + seconds
        sent = visitor.post(page, form)
        answers = [sent]
        while time.monotonic() < until or len(answers) == 1:
            answers.append(visitor.get(random.choice(("/", "/participants/", page))))
    began = time.monotonic()
    if served.is_alone:
        here.start_database()
    flaws = [flaw for answer in answers for flaw in _not_plain(answer)]
    held = {name: html.unescape(value) for name, value in FIELD.findall(sent.text)}
    if {**held, **form} != held:
        flaws.append("what was typed is not whole on the page")
    took = _until_taken(visitor, page, {name: held.get(name, form[name]) for name in form}, began)
    if took is None:
        return [*flaws, "it did not come back"], PATIENCE_SECONDS
    with here.connect() as connection:
        flaws += wrong(there(connection, reference), [reference])
    if took > BACK_WITHIN_SECONDS and not served.is_alone:
        flaws.append(f"back after {took:.1f} s")
    return flaws, took


def _not_plain(answer: Answer) -> list[str]:
    if answer.status != UNAVAILABLE:
        return [f"answered {answer.status} {urlsplit(answer.to).path}".strip()]
    return [] if PLAIN in answer.text else ["the page says nothing plain"]


def _until_taken(visitor: Visitor, page: str, form: dict[str, str], began: float) -> float | None:
    while (waited := time.monotonic() - began) < PATIENCE_SECONDS:
        if visitor.post(page, form).is_taken:
            return time.monotonic() - began
        time.sleep(0.1 + waited / 50)
    return None


BEDS = (
    Bed(
        "R12", "While the database is away a plain page holds what was typed, and all comes back by itself.", "outages",
        200, {"slice": 2, "nightly": 10, "release": 200}, run,
        "an outage is answered as any other fault", planted, 1,
    ),
)  # fmt: skip
