"""The pieces pages are made of: an answer, why, a due date, hours, icons. Each is a template in `components/`."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify

from alongside.facts.contract import LABELS
from alongside.law import said

from ..shown import Shown

register = template.Library()

# Units of time with their length in days, and from how many days on each is used.
UNITS = (("year", 365.25, 730), ("month", 30.44, 91), ("day", 1, 0))
NOT_FOR_READERS = ("reading_", "has_enrollment")


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture beside a word: hidden from screen readers, which get the word."""
    address = f"{static('web/icons.svg')}#{name}"
    return format_html('<svg class="icon" aria-hidden="true" focusable="false"><use href="{}"></use></svg>', address)


@register.filter
def tone(answer: str) -> str:
    """The class that colors an answer: not met → tone-not-met."""
    return f"tone-{slugify(answer)}"


@register.filter(name="said")
def say(value: Any) -> str:
    """A value as a reader writes it: 15 April 2026, 9.5, yes, not recorded."""
    return said(value, LABELS)


@register.filter
def day(value: datetime.date | None) -> str:
    """A day written out: 15 April 2026. Nothing for no day."""
    return f"{value.day} {value:%B %Y}" if value else ""


@register.filter
def of_kind(by_kind: Mapping[str, Iterable[Any]], kind: str) -> Iterable[Any]:
    """What is kept for one kind; nothing where nothing is."""
    return by_kind.get(kind, ())


@register.filter
def words(name: str) -> str:
    """A column's name in words."""
    return name.replace("_", " ")


@register.filter
def capital(text: str) -> str:
    """The text with a capital first letter; the rest as it stands."""
    return text[:1].upper() + text[1:]


@register.filter
def in_a_row(lines: str | None) -> str:
    """Lines of a text in one sentence, with semicolons."""
    return "; ".join((lines or "").splitlines())


@register.filter
def at(values: Mapping[Any, Any] | None, key: Any) -> Any:
    """The value a mapping has for a key, or nothing."""
    return (values or {}).get(key)


@register.filter
def nth(values: Sequence[Any], place: int) -> Any:
    """The value at a place, counted from 0."""
    return values[place]


@register.filter
def kind_of_record(record: Any) -> str:
    """What sort of record it is, in words."""
    return str(record._meta.verbose_name)


@register.simple_tag
def away(due: datetime.date, on: datetime.date) -> str:
    """About how far a day lies from today: today, tomorrow, in 12 days, 5 months ago."""
    days = (due - on).days
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in named:
        return named[days]
    unit, length = next((unit, length) for unit, length, least in UNITS if abs(days) >= least)
    count = int(abs(days) / length)
    return f"in {count} {unit}s" if days > 0 else f"{count} {unit}s ago"


@register.inclusion_tag("components/quotes.html")
def quotes(cites: Iterable[Any], at_home: str = "") -> dict[str, Any]:
    """The words relied on, those of one place together; a quotation only where the document was read whole.

    `at_home` is the title of a source that goes without saying.
    """
    pairs = [(_source(cite), cite) for cite in cites]
    places = [(where, [cite for _, cite in group]) for where, group in groupby(pairs, key=lambda pair: pair[0])]
    return {
        "places": [
            (_where(title, place, at_home), [_quote(cite) for cite in found]) for (title, place), found in places
        ]
    }


def _where(title: str, place: str, at_home: str) -> str:
    return place if place and title == at_home else ", ".join(filter(None, (title, place)))


def _source(cite: Any) -> tuple[str, str]:
    return (cite["source"], cite["place"]) if isinstance(cite, Mapping) else (cite.source.title, cite.place)


def _quote(cite: Any) -> tuple[bool, str]:
    read, words = (cite.get("read"), cite["quote"]) if isinstance(cite, Mapping) else (cite.source.read, cite.quote)
    return read == "whole", words


@register.inclusion_tag("components/answer.html")
def answer(word: str) -> dict[str, str]:
    """One of the six answers: icon and word on its color."""
    return {"word": word, "icon_name": slugify(word)}


@register.inclusion_tag("components/due.html")
def due(day: datetime.date | None, on: datetime.date, answer: str = "") -> dict[str, Any]:
    """A due date, written out, and how far away it is."""
    return {"day": day, "on": on, "is_over": bool(day) and day < on, "answer": answer}


@register.inclusion_tag("components/reasons.html")
def reasons(shown: Shown) -> dict[str, Shown]:
    """The first reasons of an answer, its next step and the words it rests on: about seven lines."""
    return {"shown": shown}


@register.inclusion_tag("components/everything.html")
def everything(shown: Shown, heading: str = "h4") -> dict[str, Any]:
    """Every criterion with its quoted words, and the facts found."""
    return {"shown": shown, "facts": facts_to_read(shown.facts), "heading": heading}


@register.inclusion_tag("components/why.html")
def why(shown: Shown, heading: str = "h3") -> dict[str, Any]:
    """An answer with its reasons, opening to everything."""
    return {"shown": shown, "heading": heading}


@register.inclusion_tag("components/hours.html")
def hours(recorded: Decimal | float, needed: Decimal | float) -> dict[str, Any]:
    """Hours toward what is needed: a bar and the same in words."""
    short = max(Decimal(0), Decimal(str(needed)) - Decimal(str(recorded)))
    return {"recorded": recorded, "needed": needed, "short": short}


def facts_to_read(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Names and values of the facts found, without keys and readings (those have places of their own)."""
    return [
        (name.replace("_", " "), said(value, LABELS))
        for name, value in facts.items()
        if not name.endswith("_id") and not name.startswith(NOT_FOR_READERS)
    ]
