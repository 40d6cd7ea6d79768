"""How a case is made: a form with something wrong in it, an address asked something odd, a body no browser sends."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from .input_bodies import BODIES, COOKIES, ENDINGS, HEADERS, METHODS
from .input_pages import Form, asked_names
from .input_values import TYPED, corpus, texts_of, values_for

LONG = 50_000  # longer texts go into one field, and into no address
SECRET = ("code",)  # one-time codes never come back
KEPT = "Typed by a kestrel 4711"  # stands in a field that is in order, and must come back with the refusal
NOT_TYPED_INTO = ("hidden", "submit", "button", "file", "radio", "checkbox")
MORE = {"is_staff": "1", "program_id": "x", "status": "signed", "signed_by": "x", "rows": "1000000"}
FRAGMENT = {"HX-Request": "true", "HX-Current-URL": "http://testserver/"}


@dataclass
class Case:
    """One request: a method of Django's client, or `generic`, with what it takes besides the address."""

    method: str
    address: str
    more: dict[str, Any] = field(default_factory=dict)


def filled(form: Form, page: str, chance: random.Random) -> Case:
    """A form as shown, with some fields wrong, sent twice, missing, or unknown."""
    sent = form.as_shown()
    kinds = {one.name: one.kind for one in form.fields}
    for one in chance.sample(form.names, k=min(len(form.names), chance.choice((1, 1, 2, 5)))):
        sent[one] = chance.choice(values_for(kinds[one]))
        if chance.random() < 0.1:
            sent[one] = [sent[one], chance.choice(values_for("text"))]
    texts = [one for one in form.fields if one.kind in ("text", "textarea") and one.name not in SECRET]
    free = [one for one in texts if sent.get(one.name) == one.value]
    if free and not form.is_guessed:
        sent[chance.choice(free).name] = KEPT
    if chance.random() < 0.1:
        sent |= MORE
    if chance.random() < 0.1:
        sent.pop(chance.choice(list(sent)), None)
    return _sent(form, page, sent, chance)


def every_field(form: Form, page: str, chance: random.Random) -> Case:
    """One named case typed into every field of a form at once."""
    text = chance.choice([text for case in corpus().values() if case["family"] in TYPED for text in texts_of(case)])
    into = [one.name for one in form.fields if one.kind not in NOT_TYPED_INTO]
    if len(text) > LONG:
        into, text = into[:1], text[:LONG] if form.method == "get" else text
    return _sent(form, page, form.as_shown() | dict.fromkeys(into, text), chance)


def _sent(form: Form, page: str, sent: dict[str, Any], chance: random.Random) -> Case:
    sent.pop("csrfmiddlewaretoken", None)
    more: dict[str, Any] = {"data": sent}
    if chance.random() < 0.3:
        more["headers"] = FRAGMENT
    return Case(form.method, form.action if form.action.startswith("/") else page, more)


def blind(page: str, chance: random.Random) -> Case:
    """A form sent to a page that shows none."""
    return Case("post", page, {"data": {one: chance.choice(values_for("text")) for one in ("kind", "text", "note")}})


def question(page: str, chance: random.Random) -> Case:
    """An address with questions of its own and of others, half of the time for a part of the page."""
    asked = {one: chance.choice(values_for("text")) for one in chance.sample(asked_names(), k=3)}
    more: dict[str, Any] = {"data": asked}
    if chance.random() < 0.5:
        more["headers"] = FRAGMENT
    return Case("get", page, more)


def odd(page: str, chance: random.Random) -> Case:
    """A method, a cookie, a header, a path or a body as no browser sends it."""
    which = chance.random()
    if which < 0.2:
        return Case("generic", page, {"method": chance.choice(METHODS)})
    if which < 0.3:
        return Case("get", page, {"headers": {"Cookie": chance.choice(COOKIES)}})
    if which < 0.45:
        return Case("get", page, {"headers": chance.choice(HEADERS)})
    if which < 0.65:
        return Case("get", page.rstrip("/") + "/" + chance.choice(ENDINGS))
    kind, body = chance.choice(BODIES)
    return Case("generic", page, {"method": "POST", "data": body, "content_type": kind})


def strange(page: str, chance: random.Random) -> Case:
    """What somebody sends who has not signed in, or a page of somebody else's in their name."""
    return chance.choice((question, odd, odd, blind))(page, chance)
