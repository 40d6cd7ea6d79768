"""Sending every hostile file to every field that takes one.

What was taken is fetched again from wherever the next page offers it: as a download that runs nothing, or not at all.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from .bed import Found
from .hostile_files import Sent, hostile_files
from .input_house import House, Visitor
from .input_pages import Form, address_of, forms_of, known_by_view, routes
from .input_sheets import BOOK, formulas_of
from .input_thrown import undone

LINK = re.compile(r'href="(/[^"#]*)"')
SHOWN = ("text/html", "text/javascript", "application/javascript", "text/css")
MOST_SECONDS = 10.0
SLICE = 100  # so few are sent without the heavy ones, to a few of the fields
FEW = 4
# Not a record's file: the calendar a phone subscribes to, made anew each time from days and rules.
FEEDS = ("text/calendar",)


def flaws_of(response: Any) -> list[str]:
    """What would let a browser show or run what was sent out as a file. Pages are none."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if response.status_code != 200 or kind in (*SHOWN, *FEEDS, "text/plain"):
        return []
    policy = response.headers.get("Content-Security-Policy", "")
    found = []
    if kind == "application/json":  # an answer to a program, which shows nothing and runs nothing unless it is guessed
        return [] if response.headers.get("X-Content-Type-Options") == "nosniff" else [f"{kind} may be guessed at"]
    if not response.headers.get("Content-Disposition", "").startswith("attachment"):
        found.append(f"{kind} is served inline")
    if response.headers.get("X-Content-Type-Options") != "nosniff":
        found.append(f"{kind} may be taken for another kind")
    if "sandbox" not in policy or "default-src 'none'" not in policy:
        found.append(f"{kind} is sent without a policy that locks it")
    return found


def fields_of_files(where: House) -> Iterator[tuple[str, Visitor, str, Form, str]]:
    """Every field that takes a file: the page's name, who sees it, the address, the form, the field."""
    from alongside.access.pages import PAGES

    every = routes()
    random.Random(8).shuffle(every)
    for name, path in every:
        roles = PAGES[name].roles
        for visitor in (one for one in where.visitors if not roles or one.role in roles):
            if not takes_files(path):
                break
            address = address_of(path, where.keys[visitor.program.pk], random.Random(1))
            with undone():
                forms = list(forms_of(visitor.client.get(address), address))
            found = [(form, one.name) for form in forms for one in form.fields if one.kind == "file"]
            yield from ((name, visitor, address, form, field) for form, field in found)
            if found:
                break


def gives_files(path: str) -> bool:
    """Whether the view of an address works with what lets files out."""
    return any(getattr(one, "__module__", "").endswith("web.downloads") for one in known_by_view(path))


def takes_files(path: str) -> bool:
    """Whether the view of an address works with a form that has a field for a file, as its module has it."""
    from django.forms import FileField
    from django.forms import Form as AnyForm

    with_fields = (one for one in known_by_view(path) if isinstance(one, type) and issubclass(one, AnyForm))
    return any(isinstance(held, FileField) for one in with_fields for held in one.base_fields.values())


class Sender:
    """One run."""

    def __init__(self, where: House) -> None:
        self.found, self.house = Found(), where
        self.answers: Counter[int] = Counter()
        self.fetched = self.sheets = 0
        self.slowest = 0.0

    def run(self, cases: int, tell: Callable[[str], None]) -> Found:
        """Send the files to the fields, in an order that meets every field early."""
        is_slice = cases <= SLICE
        points = self.house.points = self.house.points or list(
            islice(fields_of_files(self.house), FEW if is_slice else None)
        )
        files = [(maker, *file) for maker, made in hostile_files(is_slice).items() for file in made]
        for nth in range(min(cases, len(points) * len(files))):
            point = points[nth % len(points)]
            maker, name, content, kind = files[(nth // len(points) + nth) % len(files)]
            self._send(point, Sent(name, content, kind), f"{maker} ({name[:40]!r}) at {point[0]}")
            if nth and nth % 200 == 0:
                tell(f"{nth} of {cases} cases")
        self._fetch_everything(is_slice)
        self.found.measured = {
            "fields that take files": str(len(points)), "files": str(len(files)),
            "answers": ", ".join(f"{status}: {count:,}" for status, count in sorted(self.answers.items())),
            "downloads looked at": f"{self.fetched:,}",
            "sheets read cell by cell": str(self.sheets),
            "slowest": f"{self.slowest:.1f} s of processor",
        }  # fmt: skip
        return self.found

    def _send(self, point: tuple[str, Visitor, str, Form, str], file: Any, said: str) -> None:
        _, visitor, address, form, field = point
        sent = {name: value for name, value in form.as_shown().items() if name != "csrfmiddlewaretoken"} | {field: file}
        began = time.thread_time()
        where = form.action if form.action.startswith("/") else address
        with undone():
            response = visitor.client.post(where, sent)
            took = time.thread_time() - began
            self.found.failures += [f"{said}: {flaw}" for flaw in flaws_of(response)]
            if response.status_code in (301, 302):
                self._fetch(visitor, response.headers["Location"], said)
        visitor.comes_back()
        self.found.tried += 1
        self.answers[response.status_code] += 1
        self.slowest = max(self.slowest, took)
        if response.status_code >= 500:
            self.found.failures.append(f"{said}: {response.status_code}")
        if took > MOST_SECONDS:
            self.found.failures.append(f"{said}: took {took:.1f} s")

    def _fetch(self, visitor: Visitor, address: str, said: str) -> None:
        page = visitor.client.get(address)
        text = page.content.decode(errors="replace").partition("<main")[2]
        for link in list(dict.fromkeys(LINK.findall(text)))[:60]:
            if any(word in link for word in ("/attachments/", "/files/", "/evidence/", "/copies/", "/blank/", "file")):
                response = visitor.client.get(link)
                self.fetched += 1
                self.found.failures += [f"{said}, {link}: {flaw}" for flaw in flaws_of(response)]

    def _fetch_everything(self, is_slice: bool) -> None:
        """Every address there is, in a slice those that give files: what comes as a file comes as a download."""
        from alongside.access.pages import PAGES

        for name, path in routes():
            if is_slice and not gives_files(path):
                continue
            roles = PAGES[name].roles
            visitor = next((one for one in self.house.visitors if not roles or one.role in roles), None)
            if visitor is not None:
                with undone():
                    address = address_of(path, self.house.keys[visitor.program.pk], random.Random(1))
                    response = visitor.client.get(address)
                self.fetched += 1
                self.found.failures += [f"{name}: {flaw}" for flaw in flaws_of(response)]
                self.found.failures += [f"{name}: a cell is computed: {cell!r}" for cell in formulas_of(response)]
                self.sheets += response.headers.get("Content-Type", "").startswith(("text/csv", BOOK))
