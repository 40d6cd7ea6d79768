"""Names compared as people mean them: case, blanks and punctuation do not matter. Near ones are only offered."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_MEANT = str.maketrans({"#": " number ", "&": " and ", "+": " and ", "%": " percent "})


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A name without case, punctuation and extra blanks: “Staff #” and “staff  number” are one."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_MEANT)
    return " ".join(re.sub(r"[^\w]|_", " ", text).split())


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Known names most like this one, the likest first. Empty where none is alike."""
    by_plain = {plain(k): k for k in reversed(list(known))}
    return [by_plain[p] for p in difflib.get_close_matches(plain(name)[:60], by_plain, n=most, cutoff=0.6)]
