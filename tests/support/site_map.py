"""Every URL the resolver knows, by name, with an address that reaches it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.urls import get_resolver

FILLED_IN = {"uuid": str(uuid4()), "str": "TRN-1", "int": "1", "slug": "a"}


def names(patterns: list[Any] | None = None) -> set[str]:
    """The names of every URL, of the site or of some patterns; an empty text for one without."""
    return {name for name, _ in _walk(get_resolver().url_patterns if patterns is None else patterns)}


def addresses() -> dict[str, str]:
    """An address for each name, with made-up ids that belong to nothing."""
    return {name: f"/{_fill(path)}" for name, path in _walk(get_resolver().url_patterns)}


def _walk(patterns: Any, space: str = "", path: str = "") -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner, path + str(pattern.pattern))
        else:
            yield space + (pattern.name or ""), path + str(pattern.pattern)


def _fill(path: str) -> str:
    path = re.sub(r"<(\w+):\w+>", lambda match: FILLED_IN[match[1]], path)
    path = re.sub(r"\(\?P<\w+>[^)]*\)", "0", path)
    return path.replace("^", "").replace("$", "")
