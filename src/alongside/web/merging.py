"""Two people wrote in one draft. What only one of them changed is taken; where both did, both texts are shown.

A content has the shape `PlanDraft` says. `base` is what both began from, `theirs` what was saved meanwhile, `yours`
what is about to be saved. Nothing anybody wrote is dropped without being shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

Content = dict[str, Any]

BOTH = "Your text stands in the field."
TAKEN = "Taken over: you had not changed it."
ADDED = "Added by the other person, and put into your text."
TAKEN_OUT = "Taken out by the other person."
STILL_YOURS = "The other person took it out; it still stands in your text."
BACK = "You took it out; it stands here again because the other person changed it."


@dataclass(frozen=True)
class Difference:
    """One place where the saved text is not yours. `path` leads to it, such as ("goals", key, "lines", key, name)."""

    path: tuple[str, ...]
    theirs: str
    yours: str
    outcome: str


def merge(base: Content, theirs: Content, yours: Content) -> tuple[Content, list[Difference]]:
    """The content to go on with, and every place where the other person's text differs from yours."""
    merged = deepcopy(yours)
    found = list(_texts(("fields",), base.get("fields", {}), theirs.get("fields", {}), merged.setdefault("fields", {})))
    found += _rows(("goals",), base.get("goals", []), theirs.get("goals", []), merged.setdefault("goals", []))
    return merged, found


def _texts(
    path: tuple[str, ...], base: dict[str, Any], theirs: dict[str, Any], merged: dict[str, Any]
) -> Iterator[Difference]:
    for name in {**theirs, **merged}:
        if name in ("key", "lines"):
            continue
        was, other, own = (given.get(name) or "" for given in (base, theirs, merged))
        if other in (own, was):
            continue
        is_untouched = own == was
        if is_untouched:
            merged[name] = other
        yield Difference((*path, name), other, own, TAKEN if is_untouched else BOTH)


def _rows(path: tuple[str, ...], base: Any, theirs: Any, merged: list[dict[str, Any]]) -> Iterator[Difference]:
    were, others, own = ({row["key"]: row for row in rows} for rows in (base, theirs, merged))
    for key, row in others.items():
        here = (*path, key)
        if key in own:
            was = were.get(key, {})
            yield from _texts(here, was, row, own[key])
            if "lines" in row or "lines" in own[key]:
                inner = own[key].setdefault("lines", [])
                yield from _rows((*here, "lines"), was.get("lines", []), row.get("lines", []), inner)
        elif row != were.get(key):
            merged.append(deepcopy(row))
            yield Difference(here, in_short(row), "", BACK if key in were else ADDED)
    for key in [key for key in own if key in were and key not in others]:
        row = own[key]
        if row == were[key]:
            merged.remove(row)
        yield Difference((*path, key), "", in_short(row), TAKEN_OUT if row == were[key] else STILL_YOURS)


def in_short(row: dict[str, Any]) -> str:
    """What is written in a row, one text after the other; the rows inside it as well."""
    texts = [text for name, text in row.items() if name not in ("key", "lines", "kind", "provider") and text]
    return "\n".join([*texts, *(in_short(line) for line in row.get("lines", ()))])
