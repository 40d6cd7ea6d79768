"""A pack: the law of one program, in the order of its source, checked when it is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from alongside.law import Choices, Question, Reading, Rule

from .billing import Billing
from .catalogue import Catalogue
from .gates import Gate
from .library import GuidingDocument, OlderWord
from .sampling import Oversight
from .sessions import Session
from .treatment import Treatment


class NoRule(KeyError):
    """A pack has no rule or criterion of this id."""


@dataclass(frozen=True, eq=False)
class Pack:
    """One program's rules with the readings and open questions they rest on. `cases` is the folder of worked cases."""

    id: str
    name: str
    rules: tuple[Rule, ...]
    readings: tuple[Reading, ...]
    questions: tuple[Question, ...]
    cases: Path
    catalogue: Catalogue | None = None
    oversight: Oversight | None = None
    library: tuple[GuidingDocument, ...] = ()
    older_words: tuple[OlderWord, ...] = ()
    gates: tuple[Gate, ...] = ()
    billing: Billing | None = None
    treatment: Treatment | None = None
    sessions: tuple[Session, ...] = ()

    def __post_init__(self) -> None:
        versions = [version for rule in self.rules for version, _ in rule.versions()]
        criteria = Counter(c.id for rule in self.rules for c in rule.criteria)
        rules = Counter(rule.id for rule in self.rules)
        faults = {
            "uses ids twice": [id for ids in (criteria, rules) for id, times in ids.items() if times > 1],
            "cites without words": [c.id for v in versions for c in v.criteria for x in c.cites if not x.quote.strip()],
            "has gates of rules it does not have": {gate.rule for gate in self.gates} - rules.keys(),
            "plans by what it does not have": set(self.treatment.ids if self.treatment else ())
            - rules.keys()
            - criteria.keys(),
            "bills by what it does not have": set(self.billing.ids if self.billing else ())
            - rules.keys()
            - criteria.keys(),
            "uses readings it does not list": {r.id for v in versions for r in v.readings if r not in self.readings},
        }
        for fault, found in faults.items():
            if found:
                raise ValueError(f"Pack {self.id} {fault}: {sorted(found)}")

    def asks(self, id: str) -> bool:
        """Whether it has a rule or criterion with this id."""
        return any(id == rule.id or any(id == one.id for one in rule.criteria) for rule in self.rules)

    def rule(self, id: str) -> Rule:
        """The rule with this id, or the one holding the criterion with this id. NoRule names what there is."""
        for rule in self.rules:
            if id == rule.id or any(id == criterion.id for criterion in rule.criteria):
                return rule
        raise NoRule(f"{self.name} has no rule {id}. It has: {', '.join(rule.id for rule in self.rules)}")


def known_choices(readings: Iterable[Reading], choices: Mapping[str, str]) -> Choices:
    """Choices of readings as rules take them. ValueError names a reading or a choice that there is not, and those there are."""
    known = {reading.id: reading for reading in readings}
    for name, choice in choices.items():
        if name not in known:
            raise ValueError(f"There is no reading {name!r}. There are: {', '.join(sorted(known)) or 'none'}.")
        known[name].chosen(choice)
    return tuple(sorted(choices.items()))
