"""How reports word an answer. Every report says the same; none says it by color alone."""

from __future__ import annotations

from alongside.law import Answer, said

from .checked import DOES_NOT_APPLY, FACTS_MISSING, MET, NOT_MET, NOT_YET_DUE, PERSON, lateness, open_criteria

# A sign beside each answer's words, for scanning; terminals and fonts everywhere have these.
SIGNS = {MET: "✓", NOT_MET: "✗", NOT_YET_DUE: "…", DOES_NOT_APPLY: "–", FACTS_MISSING: "?", PERSON: "!"}
NOT_KNOWN_WHETHER = "what decides whether the rule applies is not recorded"
OWED_AS = {NOT_MET: "not met", PERSON: "for a person to decide", FACTS_MISSING: "waiting for facts"}


def due(answer: Answer) -> str:
    """The due date with how late or how soon it is; empty where there is none."""
    if answer.due is None:
        return ""
    return f"{said(answer.due)} ({lateness(answer)})"


def message(answer: Answer) -> str:
    """What keeps an answer from being met, in the rule's words: every reason, not the first."""
    return "; ".join(f"{c.kind} {c.sentence}" for c in open_criteria(answer)) or NOT_KNOWN_WHETHER


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 row, 2 rows."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
