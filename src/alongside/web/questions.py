"""The source's own questions and answers: which rules each became, and from a rule the way back."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.law import Rule
from alongside.packs import PACKS, pack_of
from alongside.packs.illinois_peer.answers import ANSWERED, ANSWERED_ON, TITLE
from alongside.packs.library import GuidingDocument
from alongside.packs.questions_answered import QuestionAnswered, questions_of, search

PACK = "illinois_peer"
PROGRAM = "Illinois certified peer workers"
LONGEST_SEARCH = 200
__all__ = ["ANSWERED_ON", "PACK", "PROGRAM", "TITLE", "Entry", "asked_in", "documents", "entries"]


@dataclass(frozen=True)
class Entry:
    """One question as its page shows it: each id it became with the rule it stands in, if the rule book has it."""

    question: QuestionAnswered
    became: list[tuple[str, Rule | None]]
    documents: list[GuidingDocument]


def entries(words: str) -> list[Entry]:
    """The questions a search finds, all of them where nothing is looked for."""
    return [
        Entry(one, [(id, _rule(id)) for id in one.became], [d for d in documents() if d.id in one.documents])
        for one in search(ANSWERED, words[:LONGEST_SEARCH])
    ]


def documents() -> tuple[GuidingDocument, ...]:
    """The documents the answers point to: those of the pack's own library."""
    return PACKS[PACK].library


def asked_in(rule: Rule) -> list[QuestionAnswered]:
    """The questions a rule was made of."""
    return questions_of(ANSWERED, rule)


def _rule(id: str) -> Rule | None:
    try:
        return pack_of(id).rule(id)
    except KeyError:
        return None
