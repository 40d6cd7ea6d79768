"""A2: each id in a request that a page itself would send is exchanged: for one of another program, for one outside the
caseload, and for one of nobody. All are answered alike, and nothing of another program is taken in."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import cluster
from django.db import connection
from django.test import Client

from ..bed import Found, Tell
from .page_forms import forms_of
from .pages import ASKED, CANARY, MARKS, OF_THE_UNSERVED, untouched
from .programs import EMPTY_INSIDE, Planted, planted
from .reads import Way, address_of, client_of, ways

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
UNTOUCHED = ("token", "csrfmiddlewaretoken")  # numbers of the form itself: each is new anyway
NAME_SOMEBODY = ("participant_seat", "move_note")  # their forms name somebody in a field: these pages come first
LIMITED = ("direct_staff", "participant", "representative")
CLOCK = re.compile(
    r"\b\w{64}\b|\b\d{1,2}:\d\d(:\d\d)?\b|\b\d+ seconds?\b|(?<![0-9a-z])[0-9a-f]{6}(?![0-9a-z])"
)  # keys of forms, times, and what tells rows of a form apart


@dataclass(frozen=True)
class Sent:
    """A request with one id in it to be exchanged: `place` says where, `{id}` stands for it."""

    place: str
    address: str
    body: dict[str, str] | None = None

    def by(self, client: Client, key: str) -> Any:
        """The answer with this key in that place."""
        address = self.address.replace("{id}", key)
        if self.body is None:
            return client.get(address)
        return client.post(address, {name: value.replace("{id}", key) for name, value in self.body.items()})


def run(size: int, tell: Tell) -> Found:
    """So many exchanges, over the pages by turns with those who may open them."""
    found, before, clients, places = Found(), untouched(), {}, set()
    chance = random.Random(size)
    for way, sent, turn in itertools.islice(_exchanges(chance, clients), size):
        found.tried += 1
        places.add((way[0], sent.place))
        said = _wrong(way, sent, turn, clients)
        found.failures += [f"{way[0]} by {way[1]} of {way[2]}, id in {sent.place}: {one}" for one in said]
        if found.tried % 1000 == 0:
            tell(f"{found.tried:,} of {size:,} exchanges, {len(found.failures)} failures")
    if untouched() != before:
        found.failures.append("Rows of the other program were changed")
    found.failures += _taken_in()
    found.measured = {"places of an id": f"{len(places):,}"}
    return found


def _exchanges(chance: random.Random, clients: dict[Any, Client]) -> Iterator[tuple[Way, Sent, int]]:
    every = [way for way in ways() if way[0] not in EMPTY_INSIDE]
    chance.shuffle(every)
    every.sort(key=lambda way: way[0] not in NAME_SOMEBODY)
    for turn in itertools.count():
        for way in every:
            for sent in _requests(way, turn, clients):
                yield way, sent, turn


def _requests(way: Way, turn: int, clients: dict[Any, Client]) -> Iterator[Sent]:
    """What the page sends: its own address, what it could be asked, and each of its forms, one id at a time."""
    name, role, look = way
    one = planted()[look]
    address = address_of(name, one, turn)
    yield from (Sent("path", exchanged) for exchanged in _each(address))
    yield Sent("query", f"{address}?{ASKED[turn % len(ASKED)]}={{id}}")
    response = client_of(one, role, clients).get(address)
    if response.status_code != 200 or "html" not in response.headers.get("Content-Type", ""):
        return
    for form in forms_of(response.content.decode(errors="replace"), address):
        yield from (Sent("path of a form", exchanged, form.fields) for exchanged in _each(form.address))
        for field, value in form.fields.items():
            if field not in UNTOUCHED:
                yield from (Sent(f"{field} of a form", form.address, {**form.fields, field: v}) for v in _each(value))


def _each(text: str) -> Iterator[str]:
    """The text with one of its ids left out at a time."""
    for match in ID.finditer(text):
        yield f"{text[: match.start()]}{{id}}{text[match.end() :]}"


def _wrong(way: Way, sent: Sent, turn: int, clients: dict[Any, Client]) -> Iterator[str]:
    _, role, look = way
    one, foreign = planted()[look], planted()["foreign"]
    client, keys = client_of(one, role, clients), [str(foreign.person.pk), *foreign.ids]
    kinds = {"of another program": keys[turn * 5 % len(keys)]}
    if role in LIMITED:
        kinds["outside the caseload"] = str(one.person.pk)
    for kind, key in kinds.items():
        for _ in range(2):  # the first page after an action also tells that it was done
            theirs, nobodys = sent.by(client, key), sent.by(client, str(uuid4()))
            if _told(theirs) == _told(nobodys):
                break
        else:
            other = _first_difference(_told(theirs)[1], _told(nobodys)[1])
            yield f"one {kind} is answered {theirs.status_code}, one of nobody {nobodys.status_code}: {other}"
        text = MARKS.sub("", f"{theirs.content.decode(errors='replace')}{theirs.headers}")
        if theirs.status_code >= 500:
            yield f"one {kind} is answered {theirs.status_code}"
        yield from (f"one {kind} shows {said}" for said in sorted(set(CANARY.findall(text))))
        if role in LIMITED:
            yield from (f"one {kind} shows {said}" for said in sorted(set(OF_THE_UNSERVED.findall(text))))


def _first_difference(one: str, other: str) -> str:
    lines = itertools.zip_longest(one.splitlines(), other.splitlines(), fillvalue="nothing")
    return next((f"{a.strip()[:120]!r}, {b.strip()[:120]!r}" for a, b in lines if a != b), "the same text")


def _told(response: Any) -> tuple[int, str, str]:
    """What is the same for two ids that are nobody's: without the ids, tokens and times in it."""
    text = response.content.decode(errors="replace")
    return response.status_code, CLOCK.sub("", MARKS.sub("", text)), MARKS.sub("", response.headers.get("Location", ""))


def _taken_in() -> Iterator[str]:
    """Rows of the programs that asked, with an id of the other program in them."""
    foreign: Planted = planted()["foreign"]
    marks = [f"%{key}%" for key in foreign.ids]
    with cluster.superuser().connect(str(connection.settings_dict["NAME"])) as held:
        for table in sorted(foreign.keys):
            statement = f"select count(*) from {table} t where program_id <> %s and t::text like any (%s)"
            (count,) = held.execute(statement, [foreign.program.pk, marks]).fetchone() or (0,)
            if count and table not in KEPT_AS_TYPED:
                yield f"{count} rows of {table} name something of the other program"


KEPT_AS_TYPED = ("draft",)  # what somebody typed and has not sent, whatever it was
