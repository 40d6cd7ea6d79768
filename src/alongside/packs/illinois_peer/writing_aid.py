"""The writing aid: words that judge, each with the line it goes against and what to write instead. It blocks nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alongside.law import Citation

from .judging import BLANK, QUOTED, Judging
from .judging_conduct import COMPLYING, FAULT, RECOMMENDING
from .judging_discharge import CLINICAL, GOALS, READINESS
from .judging_persons import DIAGNOSIS, INTENT, RISK
from .writing_roles import is_peer

# The marks of a progress note rest on the lines about incident reports: the signals of a role drifting.
OF_REPORTS = (RISK, INTENT, DIAGNOSIS, FAULT, RECOMMENDING, COMPLYING)
OF_DISCHARGE = (READINESS, GOALS, *CLINICAL)
JUDGINGS = {"incident_report": OF_REPORTS, "discharge": OF_DISCHARGE, "progress_note": OF_REPORTS}

_QUOTED = tuple(re.compile(quotation) for quotation in QUOTED)
_BLANKS = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029", " "))


@dataclass(frozen=True)
class Mark:
    """Words from `start` to `end` of a text that judge. `cite` is the source's line, `instead` what to write."""

    start: int
    end: int
    words: str
    rule: str
    what: str
    cite: Citation
    instead: str


def marks(text: str, *, paper: str, role: str) -> list[Mark]:
    """What judges in a text, in its order; nothing inside a quotation, and nothing in a clinical role.

    `paper` is incident_report, discharge or progress_note. Raises ValueError for another, UnknownRole for a role nobody
    writes in. The time it takes grows with the length of the text and no faster.
    """
    if paper not in JUDGINGS:
        raise ValueError(f"There is no paper {paper!r}. There are: {', '.join(JUDGINGS)}.")
    if not is_peer(role):
        return []
    plain = _unquoted(text)
    found = sorted((mark for judging in JUDGINGS[paper] for mark in _found(judging, plain, text)), key=_place)
    return [
        mark
        for n, mark in enumerate(found)
        if n == 0 or mark.start >= found[n - 1].end or mark.rule != found[n - 1].rule
    ]


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _found(judging: Judging, plain: str, text: str) -> Iterator[Mark]:
    left = judging.innocents.sub(_blanked, plain)
    for hit in judging.spans.finditer(left):
        words = text[hit.start() : hit.end()].rstrip(" .,;!")
        end = hit.start() + len(words)
        yield Mark(hit.start(), end, words, judging.rule, judging.what, judging.cite, judging.instead)


def _unquoted(text: str) -> str:
    """The text in lower case without its quotations, every letter where it was."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as İ has a longer lower case
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    lower = lower.translate(_BLANKS)
    for quotation in _QUOTED:
        lower = quotation.sub(_blanked, lower)
    return lower


def _blanked(hit: re.Match[str]) -> str:
    return BLANK * len(hit[0])
