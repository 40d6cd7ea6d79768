"""A refusal to let records out, said whole: the rule, what it needs, what was found, the one next step and whose."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .models.release_words import RecordClass
from .redisclosure import TO_BE_CHECKED, WISCONSIN

OUTSIDE = "A consent in force that names these records, this recipient and this purpose; or a rule that needs none"
NEXT = "Ask the participant for a consent in writing, and record it under Releases"
WHO = "whoever runs the program or supervises"


@dataclass(frozen=True)
class Refusal:
    """Why records may not go. `checked` says how far the rule's text was read."""

    rule: str
    source: str
    checked: str
    needed: str
    found: tuple[str, ...]
    next_step: str
    who: str

    def __str__(self) -> str:
        found = " ".join(self.found)
        return (
            f"{self.rule} ({self.source}). Needed: {self.needed}. Found: {found} Next: {self.next_step} ({self.who})."
        )


def refusal_of(classes: Collection[RecordClass], pack: str, reasons: Iterable[str]) -> Refusal:
    """The refusal for these classes of records, of a program under this pack of rules."""
    if RecordClass.SUBSTANCE_USE in classes:
        rule, source = "Substance use disorder records go out under a written consent", "42 CFR 2.31"
    elif pack != WISCONSIN:
        rule, source = "Records go out under a written consent", "the program's own rule: its state's law was not read"
    else:
        rule, source = "Treatment records go out under an informed consent", "Wis. Stat. 51.30"
    return Refusal(rule, source, TO_BE_CHECKED, OUTSIDE, tuple(reasons), NEXT, WHO)
