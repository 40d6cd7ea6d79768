"""Sending every hostile file to every field that takes one: `python -m assurance.input_uploads --cases 200`.

What was taken is fetched again from wherever the next page offers it: as a download that runs nothing, or not at all.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any
from unittest.mock import patch

from .bed import Found
from .hostile_files import hostile_files
from .input_house import House, Visitor, house
from .input_pages import Form, address_of, forms_of, routes
from .input_thrown import tell, undone

LINK = re.compile(r'href="(/[^"#]*)"')
SHOWN = ("text/html", "text/javascript", "application/javascript", "text/css")
MOST_SECONDS = 10.0
# Not a record's file: the calendar a phone subscribes to, made anew each time from days and rules.
FEEDS = ("text/calendar",)


def flaws_of(response: Any) -> list[str]:
    """What would let a browser show or run what was sent out as a file. Pages are none."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if response.status_code != 200 or kind in (*SHOWN, *FEEDS, "text/plain"):
        return []
    policy = response.headers.get("Content-Security-Policy", "")
    found = []
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

    for name, path in routes():
        roles = PAGES[name].roles
        for visitor in (one for one in where.visitors if not roles or one.role in roles):
            address = address_of(path, where.keys[visitor.program.pk], random.Random(1))
            if not takes_files(address):
                break
            with undone():
                forms = list(forms_of(visitor.client.get(address), address))
            found = [(form, one.name) for form in forms for one in form.fields if one.kind == "file"]
            yield from ((name, visitor, address, form, field) for form, field in found)
            if found:
                break


def takes_files(address: str) -> bool:
    """Whether the view of an address works with a form that has a field for a file, as its module has it."""
    from django.forms import FileField
    from django.forms import Form as AnyForm
    from django.urls import resolve

    known = vars(sys.modules[resolve(address).func.__module__]).values()
    with_fields = (one for one in known if isinstance(one, type) and issubclass(one, AnyForm))
    return any(isinstance(held, FileField) for one in with_fields for held in one.base_fields.values())


class Sender:
    """One run."""

    def __init__(self, where: House) -> None:
        self.found, self.house = Found(), where
        self.answers: Counter[int] = Counter()
        self.fetched = 0
        self.slowest = 0.0

    def run(self, cases: int) -> Found:
        """Send the files to the fields, in an order that meets every field early."""
        from django.core.files.uploadedfile import SimpleUploadedFile

        points = list(fields_of_files(self.house))
        files = [(maker, *file) for maker, made in hostile_files().items() for file in made]
        for nth in range(min(cases, len(points) * len(files))):
            point = points[nth % len(points)]
            maker, name, content, kind = files[(nth // len(points) + nth) % len(files)]
            self._send(point, SimpleUploadedFile(name, content, kind), f"{maker} ({name[:40]!r}) at {point[0]}")
            if nth and nth % 200 == 0:
                tell(f"{nth} of {cases} cases")
        self._fetch_everything()
        self.found.measured = {
            "fields that take files": str(len(points)), "files": str(len(files)),
            "answers": ", ".join(f"{status}: {count:,}" for status, count in sorted(self.answers.items())),
            "downloads looked at": f"{self.fetched:,}", "slowest": f"{self.slowest:.1f} s of processor",
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

    def _fetch_everything(self) -> None:
        """Every address there is: what comes as a file comes as a download."""
        from alongside.access.pages import PAGES

        for name, path in routes():
            roles = PAGES[name].roles
            visitor = next((one for one in self.house.visitors if not roles or one.role in roles), None)
            if visitor is not None:
                with undone():
                    address = address_of(path, self.house.keys[visitor.program.pk], random.Random(1))
                    response = visitor.client.get(address)
                self.fetched += 1
                self.found.failures += [f"{name}: {flaw}" for flaw in flaws_of(response)]


@contextmanager
def served_inline() -> Iterator[None]:
    """The planted defect: any file is taken, and shown in the browser."""
    from alongside.web import downloads

    def inline(as_attachment: bool, name: str) -> str:
        return f'inline; filename="{name}"'

    with patch.object(downloads, "content_disposition_header", inline):
        yield


def main() -> int:
    """Send, and print what was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cases", type=int, default=200)
    asked.add_argument("--whole", action="store_true")
    asked.add_argument("--planted", action="store_true")
    given = asked.parse_args()
    with house(given.whole) as where, served_inline() if given.planted else nullcontext():
        found = Sender(where).run(given.cases)
    sys.stdout.write(json.dumps({"tried": found.tried, "failures": found.failures[:200], "measured": found.measured}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
