"""Single cells: text, numbers, hours, ids and words as people type them. What cannot be read for certain is refused."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from .naming import nearest, plain
from .problems import Unreadable, listed

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_HOURS = re.compile(r"([+-]?(?:\d+(?:\.\d*)?|\.\d+)) ?(?:h|hr|hrs|hour|hours)?\.?", re.IGNORECASE)
_MINUTES = re.compile(r"([+-]?\d+) ?(?:m|min|mins|minute|minutes)\.?", re.IGNORECASE)
_BOTH = re.compile(
    r"(\d+) ?(?:h|hr|hrs|hour|hours)\.?,? ?(?:and )?(\d+) ?(?:m|min|mins|minute|minutes)\.?", re.IGNORECASE
)
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
HOURS_AT_MOST = 24

HOURS_EXPECTED = "hours as a number above 0 and at most 24, such as 1.5"
UNKNOWN_WORD = "one of the words the mapping knows"
ID_EXPECTED = "a Medicaid id of ten digits"
ID_FIX = "Type the ten digits from the card or from ForwardHealth, in a cell formatted as text."


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


def read_medicaid_id(value: Any) -> str:
    """Ten digits. A number with fewer has lost a zero or more, and which ones is not guessed. Raises `Unreadable`."""
    text = read_text(value)
    if isinstance(value, float | int) and not isinstance(value, bool):
        if not text.isdecimal():
            raise Unreadable(ID_EXPECTED, ID_FIX, "a number, but not a whole one")
        return _ten(text, "a number: a spreadsheet drops the zeros in front")
    if _SCIENTIFIC.fullmatch(text):
        raise Unreadable(ID_EXPECTED, ID_FIX, "a spreadsheet shortened the number, and its last digits are lost")
    return _ten(re.sub(r"[\s\u00a0-]", "", text), "")


def _ten(digits: str, why: str) -> str:
    if not digits.isascii() or not digits.isdecimal():
        raise Unreadable(ID_EXPECTED, ID_FIX)
    if len(digits) != 10:
        lost = "zeros in front were probably lost" if len(digits) < 10 else ""
        said = "; ".join(part for part in (f"{len(digits)} digits", why, lost if not why else "") if part)
        raise Unreadable(ID_EXPECTED, ID_FIX, said)
    return digits


def read_staff_number(value: Any) -> str:
    """The number a program gives a staff member. Case and blanks do not matter: “s002 ” is S002."""
    return "".join(read_text(value).split()).upper()


def read_hours(value: Any) -> Decimal:
    """Hours to two decimals: 2, 2h, 1.5 hrs, 90 min, 1 h 30 min, or a time of the spreadsheet. Raises `Unreadable`."""
    hours = _hours(value)
    fix = "Type the hours as a number, such as 1.5."
    if not 0 < hours <= HOURS_AT_MOST:
        raise Unreadable(HOURS_EXPECTED, fix, "not above 0" if hours <= 0 else "more than a day has")
    if hours != (kept := hours.quantize(Decimal("0.01"))):
        raise Unreadable(
            "hours with two decimals at most", f"Type {kept} if that is what was meant.", f"{hours:.4f} hours"
        )
    return kept


def _hours(value: Any) -> Decimal:
    if isinstance(value, bool):
        raise Unreadable(HOURS_EXPECTED, "Type the hours as a number, such as 1.5.")
    if isinstance(value, float | int):
        return _decimal(value)
    if isinstance(value, datetime.timedelta):
        return _decimal(value.total_seconds() / 3600)
    if isinstance(value, datetime.time):
        return _decimal(value.hour + value.minute / 60 + value.second / 3600)
    text = " ".join(read_text(value).split())
    if match := _HOURS.fullmatch(text):
        return Decimal(match[1])
    if match := _MINUTES.fullmatch(text):
        return _decimal(int(match[1]) / 60)
    if match := _BOTH.fullmatch(text):
        return _decimal(int(match[1]) + int(match[2]) / 60)
    raise Unreadable(HOURS_EXPECTED, "Type the hours as a number, such as 1.5.")


def _decimal(number: float) -> Decimal:
    # Six decimals tell 0.1 + 0.2 from a real third, and keep infinities and the like out.
    if not abs(number) < 1e9:
        raise Unreadable(HOURS_EXPECTED, "Type the hours as a number, such as 1.5.")
    return Decimal(f"{number:.6f}").normalize()


def read_count(value: Any) -> int:
    """A whole number above 0, such as beds. Raises `Unreadable`."""
    text = re.sub(r" ?beds?$", "", read_text(value), flags=re.IGNORECASE)
    if isinstance(value, bool) or not _NUMBER.fullmatch(text) or not text.isascii() or Decimal(text) % 1:
        raise Unreadable("a whole number", "Type the number alone, such as 8.")
    if not 0 < (count := int(Decimal(text))) < 100_000:
        raise Unreadable("a whole number above 0", "Type the number alone, such as 8.")
    return count


def read_word(value: Any, known: Mapping[str, str], what: str, said: Mapping[str, tuple[str, ...]]) -> str:
    """The word a cell stands for. `known` is by plain spelling, `said` has the spellings of each word. `Unreadable`."""
    text = read_text(value)
    if (word := known.get(plain(text))) is not None:
        return word
    guesses = nearest(text, [spelling for spellings in said.values() for spelling in spellings])
    offer = f"Did you mean {listed([f'“{g}”' for g in guesses])}? " if guesses else ""
    fix = f"{offer}Correct the cell, or add the word to the mapping under words.{what}."
    raise Unreadable(f"{UNKNOWN_WORD}: {listed([s[0] for s in said.values() if s], most=12)}", fix)
