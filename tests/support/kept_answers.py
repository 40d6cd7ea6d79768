"""Answers as they are stored and as they are made anew: what they say, by rule and key."""

from __future__ import annotations

from datetime import date

from alongside.law import Answer as LawAnswer
from alongside.reviews.answers import ROOTS
from alongside.reviews.ask import ask, rules_about
from alongside.reviews.models import Answer


def stored() -> dict:
    rows = Answer.objects.values_list("rule", "key", "answer", "due_on", "changes_on", "next_step", "criteria")
    return {
        (rule, str(key)): (*rest, [(c["sentence"], c["holds"], c["note"]) for c in criteria])
        for rule, key, *rest, criteria in rows
    }


def recomputed(on: date) -> dict:
    said: list[LawAnswer] = [a for root in ROOTS for rule in rules_about(root) for a in ask(rule, on=on)]
    return {
        (a.rule, a.key): (
            a.answer, a.due, a.changes_on, a.next_step, [(c.sentence, c.holds, c.note) for c in a.criteria]
        )
        for a in said
    }  # fmt: skip
