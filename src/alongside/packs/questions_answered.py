"""The shape of a question the source itself was asked and answered, and how a reader finds one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.law import Citation, Rule

WORD = re.compile(r"[\w'’-]+")
LONGEST = 12  # words of a search that are looked for; the others are passed over


@dataclass(frozen=True)
class QuestionAnswered:
    """One question with its answer. `asks` and `summary` are our words, `quotes` the source's; `became` are the rules and
    criteria made of it, `documents` those of the library it points to, `also` words a reader may look for it by."""

    number: int
    asks: str
    summary: tuple[str, ...]
    quotes: tuple[Citation, ...]
    became: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    also: str = ""

    @property
    def text(self) -> str:
        """Everything a search looks through, in lower case."""
        quotes = (cite.quote for cite in self.quotes)
        return " ".join((self.asks, *self.summary, *quotes, *self.became, self.also, f"question {self.number}")).lower()


def search(answered: Sequence[QuestionAnswered], words: str) -> list[QuestionAnswered]:
    """The questions in which every word of a search stands, as it is or as the beginning of a longer word; those that say
    it most often first. Nothing looked for finds every question, in its order."""
    looked_for = [re.escape(word) for word in WORD.findall(words.lower())][:LONGEST]
    counted = [[len(re.findall(rf"(?<!\w){word}", one.text)) for word in looked_for] for one in answered]
    found = [(one, sum(times)) for one, times in zip(answered, counted, strict=True) if all(times)]
    return [one for one, _ in sorted(found, key=lambda pair: -pair[1])]


def questions_of(answered: Iterable[QuestionAnswered], rule: Rule) -> list[QuestionAnswered]:
    """The questions a rule, or a criterion of it, was made of."""
    ids = {rule.id, *(criterion.id for criterion in rule.criteria)}
    return [one for one in answered if ids.intersection(one.became)]
