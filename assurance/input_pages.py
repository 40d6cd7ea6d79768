"""Where something can be sent: every address by its name with ids that are there, and the forms its page shows."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PART = re.compile(r"<(?:(\w+):)?(\w+)>")
# What an address calls a record where that is not the name of its table.
TABLES = {
    "note": "progress_note", "plan": "service_plan", "sheet": "training_sheet", "item": "packet_item",
    "oversight": "documentation_oversight", "incident": "incident_report", "draft": "plan_draft",
    "copy": "guiding_copy",
    "class": "training_class", "member": "team_member", "edition": "rate_edition", "contact": "first_contact",
    "feed": "calendar_feed",
}  # fmt: skip
WORDS = {
    "rule_id": ("TRN-1", "ENR-1", "IL-CHAIN-1"), "reading_id": ("R1", "R2"), "section": ("1", "progress"),
    "step": ("announce", "draw"), "move": ("accept", "return"), "secret": ("a",), "requirement": ("plan",),
    "document_id": ("a",),
}  # fmt: skip
NOT_SENT = {"account_logout", "serve_static"}


@dataclass
class Field:
    """One field of a form as it stands on the page."""

    name: str
    kind: str
    value: str = ""
    choices: list[str] = field(default_factory=list)


@dataclass
class Form:
    """A form: where it goes and what it holds."""

    action: str
    method: str
    fields: list[Field] = field(default_factory=list)
    is_guessed: bool = False  # no page showed it: what is typed into it need not come back

    def as_shown(self) -> dict[str, Any]:
        """What a browser would send of it, untouched; a choice that has to be made is made."""
        sent: dict[str, Any] = {}
        for one in self.fields:
            if one.kind in ("radio", "checkbox"):
                sent.setdefault(one.name, one.value)
            elif one.kind != "file":
                sent[one.name] = one.value or (one.choices[-1] if one.choices else "")
        return sent

    @property
    def names(self) -> list[str]:
        return list(dict.fromkeys(one.name for one in self.fields if one.name not in ("token", "csrfmiddlewaretoken")))


class Forms(HTMLParser):
    """The forms of a page, htmx's among them."""

    def __init__(self, page: str, address: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._address, self._select, self._area = address, None, None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            method = said.get("method", "get").lower()
            action = said.get("action") or said.get("hx-post") or self._address
            self.found.append(Form(action, "post" if "hx-post" in said or method == "post" else "get"))
        elif self.found and tag in ("input", "button", "textarea", "select") and said.get("name"):
            kind = said.get("type", "text") if tag == "input" else tag
            if kind == "button" and said.get("name") == "redraw":
                return
            if kind == "radio" and any(one.name == said["name"] for one in self.found[-1].fields):
                return
            one = Field(said["name"], kind, said.get("value", ""))
            self.found[-1].fields.append(one)
            self._select = one if tag == "select" else self._select
            self._area = one if tag == "textarea" else None
        elif tag == "option" and self._select is not None:
            self._select.choices.append(said.get("value", ""))
            if "selected" in said:
                self._select.value = said.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._area.value += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None
        elif tag == "select":
            self._select = None


def routes() -> list[tuple[str, str]]:
    """Every URL of the site: its name and its pattern."""
    from django.urls import get_resolver
    from site_map import _walk

    return sorted((name, path) for name, path in _walk(get_resolver().url_patterns) if name not in NOT_SENT)


def address_of(path: str, keys: dict[str, list[str]], chance: random.Random) -> str:
    """A pattern with ids of records that are there. Where none is, one that belongs to nothing."""
    if "(?P" in path:
        return "/" + re.sub(r"\(\?P<\w+>[^)]*\)", "0", path).replace("^", "").replace("$", "")
    kind = ""

    def fill(match: re.Match[str]) -> str:
        nonlocal kind
        what, name = match[1], match[2]
        if name == "kind" and what == "str":
            kind = chance.choice(sorted(table for table in kinds() if keys.get(table)) or ["service_plan"])
            return kind
        if what == "uuid":
            stem = name.removesuffix("_id")
            table = kind if stem == "key" and kind else TABLES.get(stem, stem)
            known = keys.get(table) or [key for rows in keys.values() for key in rows if stem == "key" and "-" in key]
            return chance.choice(known) if known else "5f0c1a52-0000-4000-8000-000000000000"
        return chance.choice(WORDS.get(name, ("1",))) if what == "str" else "1"

    return "/" + PART.sub(fill, path)


@cache
def kinds() -> frozenset[str]:
    """The words by which addresses say what kind of record is meant."""
    from alongside.records.models import AttachedTo, DocumentKind, ProvenBy

    others = {"plan_of_action", "corrective_action_plan", "monitoring_request"}
    return frozenset(others.union(DocumentKind.values, AttachedTo.values, ProvenBy.values))


@cache
def asked_names() -> tuple[str, ...]:
    """Every name a view takes from an address's question, read from the code, so that a new one is tried as well."""
    taken = re.compile(r"request\.GET(?:\.get)?[(\[]\"(\w+)\"")
    files = (ROOT / "src/alongside/web").rglob("*.py")
    found = {name for file in files for name in taken.findall(file.read_text(encoding="utf-8"))}
    return tuple(sorted(found | {"q", "who", "rule", "ahead", "from", "until", "as"}))


def known_by_view(path: str) -> list[Any]:
    """What the module of the view of a pattern knows by name."""
    from django.urls import resolve

    view = resolve(address_of(path, {}, random.Random(1))).func
    return list(vars(sys.modules[view.__module__]).values())


@cache
def forms_known(path: str) -> tuple[Form, ...]:
    """The forms the module of a view works with, by what their classes say: for a page that shows none just now."""
    from django import forms

    def field(name: str, one: Any) -> Field:
        kind = "file" if isinstance(one, forms.FileField) else "text"
        choices = () if hasattr(one, "queryset") else getattr(one, "choices", ())
        return Field(name, kind, "", [str(value) for value, _ in choices])

    classes = [one for one in known_by_view(path) if isinstance(one, type) and issubclass(one, forms.BaseForm)]
    found = [Form("", "post", [field(*named) for named in one.base_fields.items()], True) for one in classes]
    return tuple(form for form in found if form.names)


def forms_of(response: Any, address: str) -> Iterator[Form]:
    """The forms a response shows, those of the page's head left out."""
    if response.status_code != 200 or "html" not in response.headers.get("Content-Type", ""):
        return
    body = response.content.decode(errors="replace")
    main = body.partition("<main")[2] or body
    yield from (form for form in Forms(main, address).found if form.names)
