"""Single cells: text, whole numbers and words. What cannot be read for certain is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from .naming import nearest, plain
from .problems import Unreadable, listed

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
COUNT_AT_MOST = 10_000
UNKNOWN_WORD = "one of the words the mapping knows"


def is_blank(value: Any) -> bool:
    """Whether a cell holds nothing but blanks."""
    return value is None or (isinstance(value, str) and not value.strip())


def read_text(value: Any) -> str:
    """A cell as text on its own, blanks around it removed; a whole number without a decimal point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if "\0" in (text := str(value)):
        raise Unreadable(
            "text", "Delete the hidden character in the cell and type the text again.", "a zero byte in it"
        )
    return text.strip()


def read_count(value: Any) -> int:
    """A whole number above 0, such as beds. Raises `Unreadable`."""
    text = re.sub(r" ?beds?$", "", read_text(value), flags=re.IGNORECASE)
    if isinstance(value, bool) or not _NUMBER.fullmatch(text) or not text.isascii():
        raise Unreadable("a whole number", "Type the number alone, such as 8.")
    number = Decimal(text)
    if not 0 < number <= COUNT_AT_MOST or number % 1:
        raise Unreadable("a whole number above 0", "Type the number alone, such as 8.")
    return int(number)


def read_word(value: Any, known: Mapping[str, str], what: str, said: Mapping[str, tuple[str, ...]]) -> str:
    """The word a cell stands for. `known` is by plain spelling, `said` has the spellings of each word. `Unreadable`."""
    text = read_text(value)
    if (word := known.get(plain(text))) is not None:
        return word
    guesses = nearest(text, [spelling for spellings in said.values() for spelling in spellings])
    offer = f"Did you mean {listed([f'“{g}”' for g in guesses])}? " if guesses else ""
    fix = f"{offer}Correct the cell, or add the word to the mapping under words.{what}."
    raise Unreadable(f"{UNKNOWN_WORD}: {listed([s[0] for s in said.values() if s], most=12)}", fix)
