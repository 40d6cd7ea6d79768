"""A1: every page, by everybody, with ids of another program and of nobody in every place where an id can stand."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import uuid4

from django import forms
from django.test import Client
from django.urls import get_resolver
from site_map import FILLED_IN, addresses, names

from alongside.access.middleware import IN_USE
from alongside.access.pages import PAGES
from alongside.access.roles import SEATS, Role

from ..bed import Found, Tell
from .programs import EMPTY_INSIDE, FOREIGN, NAMES, SERVED, UNSERVED, Planted, planted

METHODS = ("get", "post", "head", "put", "patch", "delete")
PLACES = ("path", "query", "body", "header", "unserved", "own")
AT_ONCE = 40  # fields of one query
LOOK = ("county", "agency")
ASKED = ("q", "program", "participant", "staff", "of", "key", "id")
WITHOUT_A_ROLE = ("anonymous", "ended", "closed")
MARKS = re.compile(r'value="\w{64}"|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}')
CANARY = re.compile(rf"\b{FOREIGN}\d{{6}}\b|{'|'.join(NAMES)}")
OF_THE_UNSERVED = re.compile("|".join(UNSERVED))


@dataclass(frozen=True)
class Probe:
    """One question: who asks which page, how, and where the id stands that is not theirs."""

    place: str
    method: str
    actor: str
    look: str
    name: str

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.name} by {self.actor} of {self.look}, id in {self.place}"


def run(size: int, tell: Tell) -> Found:
    """So many probes, spread evenly over the pages. First: no page is outside the table."""
    found = Found(failures=[f"The page {name or 'without a name'} is in no table" for name in names() ^ set(PAGES)])
    found.failures += _hidden_from_their_own()
    before, clients, met = untouched(), {}, set()
    for nth, probe in enumerate(_spread(random.Random(size), size)):
        found.tried += 1
        met.add(probe.name)
        found.failures += [f"{probe}: {said}" for said in _wrong(probe, clients, nth)]
        if nth and nth % 2000 == 0:
            tell(f"{nth:,} of {size:,} probes, {len(found.failures)} failures")
    if untouched() != before:
        found.failures.append("Rows of the other program were changed")
    found.measured = {"pages": f"{len(met)} of {len(PAGES)}", "forms' fields": str(len(_fields()))}
    return found


@cache
def _hidden_from_their_own() -> list[str]:
    """Those who may see have to be shown: where nobody is shown anything, nothing is proven."""
    wrong = []
    for look, actor in itertools.product(LOOK, ("direct_staff", "coordinator")):
        probe = Probe("own", "get", actor, look, "participant")
        if SERVED not in _shown(_answer(probe, _client(probe, {}), str(planted()[look].served.pk))):
            wrong.append(f"{probe}: is not shown whom they serve")
    return wrong


def _spread(chance: random.Random, size: int) -> Iterator[Probe]:
    """All pages by turns, each with who, how and where drawn anew, all different until they are used up. In between,
    first, the pages of participants are asked for one outside the caseload and for one of another program."""
    people = [name for name in sorted(set(PAGES) & names()) if is_about_somebody(name)]
    first = [
        Probe(place, "get", actor, "county", name)
        for name in people
        for place, actor in (("unserved", "direct_staff"), ("path", "coordinator"))
    ]
    chance.shuffle(first)
    actors = list(planted()["county"].actors)
    ways = [(place, method, actor, look) for place in PLACES for method in METHODS for actor in actors for look in LOOK]
    drawn = {name: chance.sample(ways, len(ways)) for name in sorted(set(PAGES) & names())}
    order = chance.sample(sorted(drawn), len(drawn))
    for nth in range(size):
        turn, name = nth // len(order), order[nth % len(order)]
        yield first.pop() if first and nth % 2 else Probe(*drawn[name][turn % len(ways)], name)


def _wrong(probe: Probe, clients: dict[Any, Client], nth: int) -> list[str]:
    page, looking, foreign = PAGES[probe.name], planted()[probe.look], planted()["foreign"]
    whose, person = {
        "unserved": (looking, looking.person),
        "own": (looking, looking.served),
    }.get(probe.place, (foreign, foreign.person))
    keys = [str(person.pk), *whose.ids]
    key = keys[0] if is_about_somebody(probe.name) and nth % 4 else keys[nth * 7 % len(keys)]
    response = _answer(probe, _client(probe, clients), key)
    if response.status_code == 302 and response.headers["Location"].startswith("/account/login/"):
        clients.pop((probe.look, probe.actor), None)  # signed out by a probe before: whoever can signs in again
        response = _answer(probe, _client(probe, clients), key)
    text = MARKS.sub("", f"{response.content.decode(errors='replace')}{response.headers}")
    wrong = [f"shows {said}" for said in sorted(set(CANARY.findall(text)))]
    if response.status_code >= 500 and not (whose is looking and probe.name in EMPTY_INSIDE):
        wrong.append(f"answers {response.status_code}")
    if probe.actor in {*SEATS, "direct_staff", "state_reviewer"} | {*WITHOUT_A_ROLE}:
        wrong += [f"shows {said} outside the caseload" for said in sorted(set(OF_THE_UNSERVED.findall(text)))]
    if (expected := _closed(probe, page)) and response.status_code not in expected:
        wrong.append(f"answers {response.status_code}, not {expected[0]}")
    if probe.place == "path" and FILLED_IN["uuid"] in _address(probe.name):
        nobodys = str(uuid4())
        for _ in range(2):  # the first page after an action also tells that it was done
            other = _answer(probe, _client(probe, clients), nobodys)
            if is_alike := (other.status_code, _shown(other)) == (response.status_code, _shown(response)):
                break
            response = _answer(probe, _client(probe, clients), key)
        if not is_alike:
            wrong.append("answers otherwise than to an id of nobody")
    return wrong


def _closed(probe: Probe, page: Any) -> tuple[int, ...]:
    """What a page answers to somebody it is not open to; nothing where it is open."""
    if probe.actor in ("anonymous", "closed"):
        return (302,) if page.needs_sign_in else ()
    if not page.needs_membership:
        return ()
    role = "coordinator" if probe.actor == "both" else probe.actor
    return () if role in Role.values and role in page.roles else (403,)


def _answer(probe: Probe, client: Client, key: str) -> Any:
    address, data, more = _address(probe.name), {}, {}
    named = dict.fromkeys(_fields(), key)
    if probe.place in ("path", "unserved", "own"):
        address = address.replace(FILLED_IN["uuid"], key)
    if probe.place == "query":
        address += "?" + "&".join(f"{name}={key}" for name in ASKED)
    if probe.place == "body":
        data = named
    if probe.place == "header":
        more = {"headers": dict.fromkeys(("X-Program", "X-Forwarded-User", "HX-Target", "If-Match"), key)}
    if probe.method == "post":
        return client.post(address, data, **more)
    if probe.method in ("put", "patch", "delete"):
        return getattr(client, probe.method)(address, data, content_type="application/json", **more)
    first = ord(key[0]) * 7 % (len(named) - AT_ONCE)
    return getattr(client, probe.method)(address, dict(list(data.items())[first : first + AT_ONCE]), **more)


def _client(probe: Probe, clients: dict[Any, Client]) -> Client:
    """Signed in as the actor, acting in the program that looks; anew for pages that end or change the session."""
    known = clients.get((probe.look, probe.actor))
    if known is not None:
        return known
    client, actor = Client(raise_request_exception=False), planted()[probe.look].actors[probe.actor]
    if actor is not None:
        client.force_login(actor.user)
        session = client.session
        session[IN_USE] = str(actor.pk)
        session.save()
    if PAGES[probe.name].needs_membership:
        clients[probe.look, probe.actor] = client
    return client


def _address(name: str) -> str:
    return _addresses()[name]


@cache
def _addresses() -> dict[str, str]:
    return addresses()


@cache
def is_about_somebody(name: str) -> bool:
    ways = get_resolver().reverse_dict.getlist(name)
    return any("participant_id" in params for possible, *_ in ways for _, params in possible)


@cache
def _fields() -> list[str]:
    """Every field of every form there is, and what views read besides."""
    return sorted({"membership", "program", "program_id", "participant", "staff", "id", "key"} | set(_of(forms.Form)))


def _of(kind: Any) -> Iterator[str]:
    yield from kind.base_fields if hasattr(kind, "base_fields") else ()
    for below in kind.__subclasses__():
        yield from _of(below)


def _shown(response: Any) -> str:
    return MARKS.sub("", response.content.decode(errors="replace"))


def untouched() -> list[Any]:
    """What the other program's tables hold, in a figure each."""
    import cluster
    from django.db import connection

    foreign: Planted = planted()["foreign"]
    with cluster.superuser().connect(str(connection.settings_dict["NAME"])) as held:
        return [
            held.execute(
                f"select count(*), sum(hashtext(t::text)) from {table} t where program_id = %s", [foreign.program.pk]
            ).fetchone()
            for table in sorted(foreign.keys)
        ]
