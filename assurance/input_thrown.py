"""Throwing bad input at every page, in this process, through everything a request passes.

Each case is undone after its answer, so that every case meets the same house.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psutil

from .bed import Found
from .input_house import House, Visitor
from .input_judged import Judged
from .input_pages import Form, address_of, forms_known, forms_of, routes
from .input_ways import KEPT, Case, blind, every_field, filled, odd, question, strange

MOST_SECONDS = 5.0
WITH_A_FILE = 30.0  # the limited reader is started, and stops by itself
MOST_GROWTH = 200  # megabytes
SCRIPT = "<script>alert('seen')</script>"
SLICE = 1_000
AT_ONCE = 6  # by night, how often a page with forms is filled in once it is open
STRANGERS = 0.35  # the share of cases sent by nobody in particular
WAYS = (filled, filled, filled, every_field, question, odd)


class Thrower:
    """One run: where it throws, and what it found."""

    def __init__(self, where: House, seed: int) -> None:
        self.found, self.seed, self.house = Found(), seed, where
        self.answers: Counter[int] = Counter()
        self.judged = Judged(seed)
        self.reached: set[str] = set()
        self.slowest, self._is_night = (0.0, ""), True
        self._tell: Callable[[str], None] = lambda words: None
        self._routes = routes()
        self._shown: dict[tuple[str, Any, str], list[Form]] = {}
        self._error = ""
        self._counted = 0

    def run(self, cases: int, tell: Callable[[str], None]) -> Found:
        """Throw so many cases, each by a chance of its own that its number gives again."""
        from django.core.signals import got_request_exception

        self._tell, self._is_night = tell, cases > SLICE
        self.judged.at_night = self._is_night
        process, grown, told_at = psutil.Process(), 0, time.monotonic()
        size = process.memory_info().rss
        got_request_exception.connect(self._broke)
        for visitor in self.house.visitors if self._is_night else ():
            for page in ("/", "/notes/", "/participants/", "/billing/"):
                visitor.client.get(page)  # what a process makes once, such as the SQL of the rules, is made by now
        try:
            with self.judged.listening():
                for nth in range(cases):
                    if self.found.tried >= cases:
                        break
                    self._one(nth)
                    if nth == min(1_000, cases // 2):
                        size = process.memory_info().rss  # what is loaded once is loaded by now
                    if time.monotonic() - told_at > 20:
                        told_at = time.monotonic()
                        tell(f"{self.found.tried:,} of {cases:,} cases, {len(self.found.failures)} failures")
            grown = (process.memory_info().rss - size) // 1_000_000
        finally:
            got_request_exception.disconnect(self._broke)
        if grown > MOST_GROWTH:
            self.found.failures.append(f"The process grew by {grown} MB in {cases:,} cases.")
        self.found.measured = self._measured(grown)
        return self.found

    def _measured(self, grown: int) -> dict[str, str]:
        counts = sorted(self.judged.sent.values())
        fewest = f", of each {counts[0]:,} to {counts[-1]:,} times" if counts else ""
        return {
            "requests": f"{sum(self.answers.values()):,}",
            "more fillings their forms judged": f"{self.judged.again:,}",
            "addresses": f"{len(self._routes)}, {len(self.reached)} of them with a page for what was sent",
            "forms that judged what was typed": f"{len(counts)}{fewest}",
            "answers": ", ".join(f"{status}: {count:,}" for status, count in sorted(self.answers.items())),
            "slowest answer": f"{self.slowest[0]:.1f} s ({self.slowest[1]})", "memory grown by": f"{grown} MB",
        }  # fmt: skip

    def _broke(self, **_: Any) -> None:
        error = sys.exc_info()[1]
        self._error = f"{type(error).__name__}: {error}"[:200] + self.judged.filling
        self.judged.filling = ""

    def _one(self, nth: int) -> None:
        chance = random.Random(f"{self.seed}-{nth}")
        name, path = self._routes[nth % len(self._routes)]
        visitor = self._visitor(name, chance)
        address = address_of(path, self.house.keys[visitor.program.pk], chance)
        if chance.random() < STRANGERS:
            self._try(nth, name, self.house.stranger(chance), strange(address, chance))
            return
        way = chance.choice(WAYS)
        if way in (filled, every_field):
            forms = self._forms(name, visitor, address) or self._hidden(path)
            for _ in range(AT_ONCE if forms and self._is_night else 1):
                case = (
                    way(chance.choice(forms), address, chance)
                    if forms
                    else chance.choice((blind, question, odd))(address, chance)
                )
                self._try(nth, name, visitor, case)
        else:
            self._try(nth, name, visitor, way(address, chance))

    def _visitor(self, name: str, chance: random.Random) -> Visitor:
        from alongside.access.pages import PAGES

        roles = PAGES[name].roles
        return chance.choice([one for one in self.house.visitors if not roles or one.role in roles])

    def _forms(self, name: str, visitor: Visitor, address: str) -> list[Form]:
        key = (visitor.role, visitor.program.pk, address)
        if key not in self._shown:
            with undone():
                response = visitor.client.get(address)
            if response.status_code >= 500:
                said = f"get {address} ({name}) as {visitor.role}"
                self.found.failures.append(f"{said}: {response.status_code} {self._error}")
            self._shown[key] = list(forms_of(response, address))
        return self._shown[key]

    def _hidden(self, path: str) -> Sequence[Form]:
        """By night, the forms a page does not show just now as well."""
        return forms_known(path) if self._is_night else ()

    def _try(self, nth: int, name: str, visitor: Visitor, case: Case) -> None:
        answer = self._sent(visitor, case)
        if answer is None:
            return
        status, body, took = answer
        typed = case.more.get("data")
        most = WITH_A_FILE if _has_a_file(typed) else MOST_SECONDS
        if took > most:  # once more, lest it was the machine that was slow
            took = min(took, (self._sent(visitor, case) or answer)[2])
        self.found.tried += 1 + self.judged.again - self._counted
        self._counted = self.judged.again
        self.answers[status] += 1
        if status < 400 or status == 422:
            self.reached.add(name)
        self.slowest = max(self.slowest, (took, name))
        wrong = []
        if status >= 500 or self._error:
            wrong.append(f"{status} {self._error} (sent {str(typed)[:300]!r})")
        if took > most:
            wrong.append(f"took {took:.1f} s")
        if status == 422 and isinstance(typed, dict) and KEPT in typed.values() and KEPT.encode() not in body:
            wrong.append("refused, and what was typed beside it is lost")
        if SCRIPT.encode() in body:
            wrong.append("sent back a script as it was typed")
        said = f"number {nth} of seed {self.seed}, {case.method} {case.address} as {visitor.role}"
        self.found.failures += [f"{said}: {one}" for one in wrong]
        if wrong:
            self._tell(f"✗ {said}: {wrong[0][:300]}")

    def _sent(self, visitor: Visitor, case: Case) -> tuple[int, bytes, float] | None:
        """Status, body and seconds of the answer; None where Django's own client cannot send such a thing."""
        self._error, began = "", time.monotonic()
        try:
            with undone():
                response = getattr(visitor.client, case.method)(path=case.address, **case.more)
                kept_together()
            return response.status_code, getattr(response, "content", b""), time.monotonic() - began
        except Exception as error:
            if not self._error and isinstance(error, UnicodeEncodeError | ValueError):
                return None
            self._error = self._error or f"{type(error).__name__}: {error}"[:200]
            return 500, b"", time.monotonic() - began
        finally:
            visitor.comes_back()


@contextmanager
def undone() -> Iterator[None]:
    """A transaction that is taken back whatever happens."""
    from django.db import transaction

    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


def kept_together() -> None:
    """Hold what was written against the constraints that wait for the end of a transaction."""
    from django.db import connection

    if not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")


def _has_a_file(typed: Any) -> bool:
    values = typed.values() if isinstance(typed, dict) else ()
    several = [one if isinstance(one, (list, tuple)) else [one] for one in values]
    return any(hasattr(one, "read") for some in several for one in some)
