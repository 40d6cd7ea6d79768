"""Where in a text the words stand that read as if the staff member did the task."""

from __future__ import annotations

import re

from alongside.packs.wisconsin_crs.did_the_task import DID_THE_TASK, NOT_TOLD


def marked(text: str) -> list[tuple[bool, str]]:
    """The text in pieces, each with whether it is one of the doubted words; nothing where no words are."""
    pieces: list[tuple[bool, str]] = []
    at = 0
    plain, places = _plain(text)
    for match in re.finditer(DID_THE_TASK, plain):
        word = re.search(r"\w.*\w", match[0], re.DOTALL)
        if word is None:
            continue
        first, last = (places[match.start() + end] for end in (word.start(), word.end() - 1))
        pieces += [(False, text[at:first]), (True, text[first : last + 1])]
        at = last + 1
    return [*pieces, (False, text[at:])] if pieces else []


def _plain(text: str) -> tuple[str, list[int]]:
    """The text as the rule reads it, and where each of its letters came from."""
    letters = [
        (letter, found.start()) for found in re.finditer(r"\s+|.", text, re.DOTALL) for letter in _read(found[0])
    ]
    plain = "".join(letter for letter, _ in letters)
    kept: list[tuple[str, int]] = []
    at = 0
    for told in re.finditer(NOT_TOLD, plain):
        kept += [*letters[at : told.start()], ("…", letters[min(told.start(), len(letters) - 1)][1])]
        at = told.end()
    kept += letters[at:]
    return "".join(letter for letter, _ in kept), [place for _, place in kept]


def _read(piece: str) -> str:
    return " " if piece.isspace() else piece.lower().replace("’", "'")
