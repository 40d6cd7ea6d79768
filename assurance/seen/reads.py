"""A6: whoever was shown a participant stands in the ledger, under the number of that very request."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import cluster
from django.db import connection, transaction
from django.test import Client
from django.urls import NoReverseMatch, converters, get_resolver, reverse
from site_map import FILLED_IN

from alongside.access.context import acting
from alongside.access.middleware import IN_USE
from alongside.access.pages import PAGES
from alongside.access.roles import Role
from alongside.records.models import Participant

from ..bed import Found, Tell
from .pages import is_about_somebody
from .programs import Planted, planted

LOOK = ("county", "agency")
Way = tuple[str, str, str]  # the page's name, a role, and in which program
TOLD_OF = ("read", "search", "export", "print")
KINDS = {converters.UUIDConverter: "uuid", converters.IntConverter: "int", converters.SlugConverter: "slug"}
CALLED = {
    "plan": "service_plan",
    "note": "progress_note",
    "item": "packet_item",
    "sheet": "training_sheet",
    "oversight": "documentation_oversight",
    "draft": "plan_draft",
    "copy": "guiding_copy",
    "member": "sample_member",
    "class": "training_class",
}


def run(size: int, tell: Tell) -> Found:
    """So many pages opened by those they are open to; each that shows a participant's name has to be in the ledger."""
    found, clients = Found(), {}
    showing: Counter[Way] = Counter()
    with cluster.superuser().connect(str(connection.settings_dict["NAME"])) as ledger:
        for turn, way in itertools.islice(_turns(random.Random(size), showing), size):
            name, role, look = way
            one = planted()[look]
            response = client_of(one, role, clients).get(address_of(name, one, turn))
            found.tried += 1
            if found.tried % 2000 == 0:
                tell(
                    f"{found.tried:,} of {size:,} pages, {showing.total():,} with somebody, {len(found.failures)} wrong"
                )
            if response.status_code != 200:
                continue
            shown = _shown(response.content.decode(errors="replace"), one)
            showing[way] += bool(shown)
            for person in shown - _told(ledger, response.wsgi_request.number):
                found.failures.append(f"{name} showed {role} of {look} the participant {person}, and no entry says so")
    found.measured = {"pages that showed a participant": f"{showing.total():,}", "pages by role": f"{len(showing):,}"}
    if not showing.total():
        found.failures.append("No page showed anybody: nothing was tried")
    return found


def _turns(chance: random.Random, showing: Counter[Way]) -> Iterator[tuple[int, Way]]:
    """Every way once, those to a participant's pages early. Then by turns those that showed somebody, and some more."""
    every = list(ways())
    for turn in itertools.count():
        again = [way for way in every if not turn or showing[way] or chance.random() < 0.1]
        again.sort(key=lambda way: chance.random() - is_about_somebody(way[0]))
        yield from ((turn, way) for way in again)


def ways() -> Iterator[Way]:
    for name, page in sorted(PAGES.items()):
        for role in Role:
            if page.needs_membership and role in page.roles:
                yield from ((name, str(role), look) for look in LOOK)


def client_of(one: Planted, role: str, clients: dict[Any, Client]) -> Client:
    known = clients.get((one.program.pk, role))
    if known is None:
        known = clients[one.program.pk, role] = Client(raise_request_exception=False)
        known.force_login(one.actors[role].user)
        session = known.session
        session[IN_USE] = str(one.actors[role].pk)
        session.save()
    return known


def address_of(name: str, one: Planted, turn: int) -> str:
    """The page with the program's own keys where its name tells which; on later turns with any."""
    (((_, params), *_), _, _, kinds) = get_resolver().reverse_dict.getlist(name)[0]
    keys = one.ids
    said: dict[str, Any] = {}
    for nth, param in enumerate(params):
        kind = KINDS.get(type(kinds.get(param)), "str")
        said[param] = _key(param, one) or keys[(turn * 13 + nth) % len(keys)] if kind == "uuid" else FILLED_IN[kind]
    try:
        return reverse(name, kwargs=said)
    except NoReverseMatch:
        return "/"


def _key(param: str, one: Planted) -> Any:
    if param == "participant_id":
        return one.person.pk
    word = param.removesuffix("_id")
    return one.keys.get(CALLED.get(word, word))


def _shown(text: str, one: Planted) -> set[str]:
    """The keys of the participants whose name or Medicaid id stands on the page."""
    return {key for key, marks in _marks(one.program.pk).items() if any(mark in text for mark in marks)}


@cache
def _marks(program: Any) -> dict[str, tuple[str, ...]]:
    with acting(program=program), transaction.atomic():
        rows = list(Participant.objects.values_list("pk", "family_name", "medicaid_id"))
    return {str(key): tuple(filter(None, marks)) for key, *marks in rows if "Sample" not in marks}


def _told(ledger: Any, request: str) -> set[str]:
    rows = ledger.execute(
        "select subject_id::text, columns from ledger_entry where request = %s and act = any(%s)",
        [request, list(TOLD_OF)],
    )
    return {key for subject, columns in rows for key in (subject, *(columns or ())) if key}
