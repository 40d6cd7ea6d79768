"""Reading mapping files: the one that ships, and those people edit. What does not read is refused with its place."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from .days import DAY_FIRST, MONTH_FIRST
from .fields import FIELDS
from .mapping import WORDS, Mapping, SheetMapping
from .naming import plain
from .problems import Refused, listed

SHIPPED = "county_tracker"


def shipped(name: str = SHIPPED) -> Mapping:
    """A mapping that comes with the program."""
    text = (files("alongside.exchange") / "mappings" / f"{name}.toml").read_text(encoding="utf-8")
    return parse(text, f"{name}.toml")


def load(path: Path) -> Mapping:
    """A mapping somebody saved. Raises `Refused` with the place where it does not read."""
    try:
        return parse(path.read_text(encoding="utf-8-sig"), path.name)
    except OSError as error:
        fix = "Check the name; --save-mapping FILE writes one to start from."
        raise Refused(
            path.name, f"The mapping cannot be opened ({error.strerror})", "a mapping file (.toml)", fix
        ) from error
    except UnicodeDecodeError as error:
        raise Refused(
            path.name, "The mapping is not written in UTF-8", "a text file in UTF-8", "Save it as UTF-8."
        ) from error


def parse(text: str, name: str) -> Mapping:
    """A mapping from its text. Raises `Refused`."""
    try:
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        fix = "Correct that line; texts stand in quotation marks, lists in square brackets."
        raise Refused(
            name, f"The mapping does not read as TOML: {error}", "a mapping as --save-mapping writes it", fix
        ) from error
    order = given.get("date_order", MONTH_FIRST)
    if order not in (MONTH_FIRST, DAY_FIRST):
        raise _wrong(name, "date_order", order, f'"{MONTH_FIRST}" or "{DAY_FIRST}"')
    within = given.get("header_within", 30)
    if not isinstance(within, int) or not 1 <= within <= 1000:
        raise _wrong(name, "header_within", within, "a whole number from 1 to 1000")
    sheets = given.get("sheet")
    if not isinstance(sheets, list) or not sheets:
        raise _wrong(name, "sheet", sheets, "at least one [[sheet]]")
    words = given.get("words", {})
    return Mapping(
        name=str(given.get("name", name)), date_order=order, header_within=within,
        sheets=tuple(_sheet(sheet, name) for sheet in sheets),
        words={what: _words(what, said, name) for what, said in _table(words, name, "words").items()},
    )  # fmt: skip


def _sheet(given: Any, name: str) -> SheetMapping:
    given = _table(given, name, "[[sheet]]")
    kind = given.get("kind")
    if not isinstance(kind, str) or kind not in FIELDS:
        raise _wrong(name, "[[sheet]] kind", kind, listed(list(FIELDS)))
    headings = _table(given.get("headings", {}), name, "[sheet.headings]")
    for field_ in headings:
        if field_ not in FIELDS[kind]:
            raise _wrong(name, f"[sheet.headings] of {kind}", field_, listed(list(FIELDS[kind]), most=30))
    known = {f: _texts(said, name, f"{kind}, {f}") for f, said in headings.items()}
    _refuse_twice(name, f"the headings of {kind}", known)
    names, aside = (_texts(given.get(k, []), name, f"{kind}, {k}") for k in ("names", "not_read"))
    return SheetMapping(kind, names, known, aside)


def _words(what: str, given: Any, name: str) -> dict[str, tuple[str, ...]]:
    if what not in WORDS:
        raise _wrong(name, "words", what, listed(list(WORDS)))
    given = _table(given, name, f"[words.{what}]")
    for word in given:
        if word not in WORDS[what]:
            raise _wrong(name, f"[words.{what}]", word, listed(list(WORDS[what]), most=20))
    known = {word: _texts(said, name, f"words.{what}, {word}") for word, said in given.items()}
    _refuse_twice(name, f"words.{what}", known)
    return known


def _refuse_twice(name: str, where: str, known: dict[str, tuple[str, ...]]) -> None:
    taken: dict[str, str] = {}
    for meaning, said in known.items():
        for text in said:
            if taken.setdefault(plain(text), meaning) != meaning:
                raise _wrong(
                    name, where, text, f"one meaning for each; it stands for {taken[plain(text)]} and for {meaning}"
                )


def _texts(given: Any, name: str, where: str) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(g, str) for g in given):
        raise _wrong(name, where, given, 'a list of texts, such as ["DOB", "Date of birth"]')
    return tuple(given)


def _table(given: Any, name: str, where: str) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise _wrong(name, where, given, "a table of names and values")
    return given


def _wrong(name: str, where: str, found: Any, expected: str) -> Refused:
    return Refused(
        f"{name}, {where}",
        f"Found {found!r}",
        expected,
        "Correct the mapping file, or write a new one with --save-mapping.",
    )
