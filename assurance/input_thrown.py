"""Throwing bad input at every page, in this process: `python -m assurance.input_thrown --cases 500 --seed 10`.

Each case is undone after its answer, so that every case meets the same house. Prints what was found as JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from .bed import Found
from .input_house import House, Visitor, house
from .input_pages import Form, address_of, asked_names, forms_of, routes
from .input_values import TYPED, corpus, texts_of, values_for

MOST_SECONDS = 5.0
LONG = 50_000  # longer texts go into one field, and into no address
SCRIPT = "<script>alert('seen')</script>"
COOKIES = (r'sessionid="\000\000\000\000\000\000\000\000\000"', "sessionid=" + "a" * 900, "=;=;=", 'csrftoken="\\377"')
KEPT = "Typed by a kestrel 4711"  # stands in a field that is in order, and must come back with the refusal
METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "BREW")
BODIES = (
    ("application/json", b'{"a": "\\ud800"}'), ("application/json", b"[" * 10_000), ("multipart/form-data", b"--x"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"),
    ("application/x-www-form-urlencoded", b"a=%ff%fe&b=%00&%=1&&=="), ("text/xml", b"<!DOCTYPE a><a/>"),
    ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % nth for nth in range(1_001))),
    ("application/x-www-form-urlencoded; charset=utf-16", b"a=1"),
    ("application/x-www-form-urlencoded; charset=no", b"a=1"),
)  # fmt: skip


class Thrower:
    """One run: where it throws, and what it found."""

    def __init__(self, where: House, seed: int) -> None:
        from django.core.signals import got_request_exception

        self.found, self.seed, self.house = Found(), seed, where
        self.answers: Counter[int] = Counter()
        self.met: set[str] = set()
        self.fields: set[tuple[str, str]] = set()
        self.slowest = (0.0, "")
        self._routes, self._shown = routes(), {}
        self._named = [text for case in corpus().values() if case["family"] in TYPED for text in texts_of(case)]
        self._error = ""
        got_request_exception.connect(self._broke, weak=False)

    def _broke(self, **_: Any) -> None:
        error = sys.exc_info()[1]
        self._error = f"{type(error).__name__}: {error}"[:200]

    def run(self, cases: int, tell: Any) -> Found:
        """Throw so many cases, each by a chance of its own that its number gives again."""
        for nth in range(cases):
            chance = random.Random(f"{self.seed}-{nth}")
            name, path = self._routes[nth % len(self._routes)]
            visitor = self._visitor(name, chance)
            address = address_of(path, self.house.keys[visitor.program.pk], chance)
            how = chance.choice((self._form, self._form, self._every_field, self._question, self._odd))
            self._try(nth, name, visitor, *how(name, visitor, address, chance))
            if nth and nth % 1_000 == 0:
                tell(f"{nth:,} of {cases:,} cases, {len(self.found.failures)} failures")
        self.found.measured = {
            "addresses met": f"{len(self.met)} of {len(self._routes)}",
            "fields of forms filled": f"{len(self.fields)}",
            "answers": ", ".join(f"{status}: {count:,}" for status, count in sorted(self.answers.items())),
            "slowest answer": f"{self.slowest[0]:.1f} s of processor ({self.slowest[1]})",
        }
        return self.found

    def _visitor(self, name: str, chance: random.Random) -> Visitor:
        from alongside.access.pages import PAGES

        roles = PAGES[name].roles
        return chance.choice([one for one in self.house.visitors if not roles or one.role in roles])

    def _form(
        self, name: str, visitor: Visitor, address: str, chance: random.Random
    ) -> tuple[str, str, dict[str, Any]]:
        forms = self._forms(name, visitor, address)
        if not forms:
            return (
                "post",
                address,
                {"data": {one: chance.choice(values_for("text")) for one in ("kind", "text", "note")}},
            )
        form = chance.choice(forms)
        sent = self._filled(name, form, chance)
        where = form.action if form.action.startswith("/") else address
        return form.method, where, {"data": sent}

    def _every_field(
        self, name: str, visitor: Visitor, address: str, chance: random.Random
    ) -> tuple[str, str, dict[str, Any]]:
        """One named case typed into every field of a form at once."""
        forms = self._forms(name, visitor, address)
        if not forms:
            return self._question(name, visitor, address, chance)
        form, text = chance.choice(forms), chance.choice(self._named)
        kept = ("hidden", "submit", "button", "file", "radio", "checkbox")
        into = [one.name for one in form.fields if one.kind not in kept]
        if len(text) > LONG:
            into, text = into[:1], text[:LONG] if form.method == "get" else text
        sent = form.as_shown() | dict.fromkeys(into, text)
        self.fields |= {(name, one) for one in form.names}
        sent.pop("csrfmiddlewaretoken", None)
        where = form.action if form.action.startswith("/") else address
        return form.method, where, {"data": sent}

    def _filled(self, name: str, form: Form, chance: random.Random) -> dict[str, Any]:
        sent = form.as_shown()
        kinds = {one.name: one.kind for one in form.fields}
        for one in chance.sample(form.names, k=min(len(form.names), chance.choice((1, 1, 2, 5)))):
            self.fields.add((name, one))
            sent[one] = chance.choice(values_for(kinds[one]))
            if chance.random() < 0.1:
                sent[one] = [sent[one], chance.choice(values_for("text"))]
        free = [one for one in form.fields if one.kind in ("text", "textarea") and sent.get(one.name) == one.value]
        if free:
            sent[chance.choice(free).name] = KEPT
        if chance.random() < 0.1:
            sent |= {"is_staff": "1", "program_id": "x", "status": "signed", "signed_by": "x", "rows": "1000000"}
        if chance.random() < 0.1:
            sent.pop(chance.choice(list(sent)), None)
        sent.pop("csrfmiddlewaretoken", None)
        return sent

    def _question(
        self, name: str, visitor: Visitor, address: str, chance: random.Random
    ) -> tuple[str, str, dict[str, Any]]:
        asked = {one: chance.choice(values_for("text")) for one in chance.sample(asked_names(), k=3)}
        return "get", address, {"data": {one: value for one, value in asked.items() if isinstance(value, str)}}

    def _odd(self, name: str, visitor: Visitor, address: str, chance: random.Random) -> tuple[str, str, dict[str, Any]]:
        if chance.random() < 0.3:
            return "generic", address, {"method": chance.choice(METHODS)}
        if chance.random() < 0.1:
            return "get", address, {"headers": {"Cookie": chance.choice(COOKIES)}}
        if chance.random() < 0.3:
            bad = chance.choice(("%00", "%ff", "..%2f..%2fetc", "a" * 3_000, "%0d%0aX-A:%20b", "'", "{{7*7}}"))
            return "get", address.rstrip("/") + "/" + bad, {}
        kind, body = chance.choice(BODIES)
        return "generic", address, {"method": "POST", "data": body, "content_type": kind}

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

    def _try(self, nth: int, name: str, visitor: Visitor, method: str, address: str, more: dict[str, Any]) -> None:
        self._error = ""
        began = time.thread_time()
        try:
            with undone():
                if method == "generic":
                    response = visitor.client.generic(path=address, **more)
                else:
                    response = getattr(visitor.client, method)(address, **more)
                status, body = response.status_code, getattr(response, "content", b"")
                kept_together()
        except Exception as error:  # what Django's own client cannot send is no answer of the site's
            if self._error:
                status, body = 500, b""
            elif isinstance(error, UnicodeEncodeError | ValueError):
                return
            else:
                status, body, self._error = 500, b"", f"{type(error).__name__}: {error}"[:200]
        took = time.thread_time() - began
        visitor.comes_back()
        self.found.tried += 1
        self.answers[status] += 1
        self.met.add(name)
        self.slowest = max(self.slowest, (took, name))
        said = f"number {nth} of seed {self.seed}, {method} {address} as {visitor.role}"
        if status >= 500 or self._error:
            self.found.failures.append(f"{said}: {status} {self._error} (sent {str(more.get('data'))[:300]!r})")
        if took > MOST_SECONDS:
            self.found.failures.append(f"{said}: took {took:.1f} s")
        typed = more.get("data")
        if status == 422 and isinstance(typed, dict) and KEPT in typed.values() and KEPT.encode() not in body:
            self.found.failures.append(f"{said}: refused, and what was typed beside it is lost")
        if SCRIPT.encode() in body:
            self.found.failures.append(f"{said}: sent back a script as it was typed")


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


@contextmanager
def a_validator_raises() -> Iterator[None]:
    """The planted defect: days are checked by code that does not expect what people type."""
    from django.forms import DateField

    def to_python(self: Any, value: Any) -> Any:
        return None if not value else __import__("datetime").date(*map(int, str(value).split("-")))

    with patch.object(DateField, "to_python", to_python):
        yield


def main() -> int:
    """Throw, and print what was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cases", type=int, default=500)
    asked.add_argument("--seed", type=int, default=10)
    asked.add_argument("--whole", action="store_true")
    asked.add_argument("--planted", action="store_true")
    given = asked.parse_args()
    with house(given.whole) as where:
        thrower = Thrower(where, given.seed)
        if given.planted:
            with a_validator_raises():
                found = thrower.run(given.cases, tell)
        else:
            found = thrower.run(given.cases, tell)
    sys.stdout.write(json.dumps({"tried": found.tried, "failures": found.failures[:200], "measured": found.measured}))
    return 0


def tell(words: str) -> None:
    """Of its progress, beside what is printed."""
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main())
