"""Ids readers know people by. A damaged one is refused: what is lost is not guessed."""

from __future__ import annotations

import re
from typing import Any

from .cells import read_text
from .problems import Unreadable

_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
ID_EXPECTED = "a Medicaid id of ten digits"
ID_FIX = "Type the ten digits from the card or from ForwardHealth, in a cell formatted as text."


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
