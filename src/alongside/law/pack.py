"""A pack: the law of one program, in the order of its source, checked when it is made."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from .rule import Rule
from .source import Question, Reading


@dataclass(frozen=True, eq=False)
class Pack:
    """One program's rules with the readings and open questions they rest on. `cases` is the folder of worked cases."""

    id: str
    name: str
    rules: tuple[Rule, ...]
    readings: tuple[Reading, ...]
    questions: tuple[Question, ...]
    cases: Path

    def __post_init__(self) -> None:
        versions = [version for rule in self.rules for version, _ in rule.versions()]
        criteria = Counter(c.id for rule in self.rules for c in rule.criteria)
        twice = [id for id, times in criteria.items() if times > 1]
        twice += [id for id, times in Counter(rule.id for rule in self.rules).items() if times > 1]
        if twice:
            raise ValueError(f"Pack {self.id} uses ids twice: {sorted(twice)}")
        wordless = [c.id for v in versions for c in v.criteria if not all(cite.quote.strip() for cite in c.cites)]
        if wordless:
            raise ValueError(f"Pack {self.id}: criteria cite without the source's words: {wordless}")
        strangers = {r.id for v in versions for r in v.readings} - {r.id for r in self.readings}
        if strangers:
            raise ValueError(f"Pack {self.id}: readings used but not listed: {sorted(strangers)}")

    def rule(self, id: str) -> Rule:
        """The rule with this id, or the one holding the criterion with this id. KeyError names what there is."""
        for rule in self.rules:
            if id == rule.id or any(id == criterion.id for criterion in rule.criteria):
                return rule
        raise KeyError(f"{self.name} has no rule {id}. It has: {', '.join(rule.id for rule in self.rules)}")
