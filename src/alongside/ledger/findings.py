"""What verification found, in words a reader can act on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What happened to the ledger."""

    ALTERED = "altered"
    REMOVED = "removed"
    REORDERED = "reordered"
    INSERTED = "inserted"
    REWRITTEN = "rewritten"
    ROLLED_BACK = "rolled back"


@dataclass(frozen=True)
class Tampering:
    """One thing that is not as it was sealed."""

    kind: Kind
    sentence: str


@dataclass
class Report:
    """The outcome: how many entries were checked, how many wait to be sealed, and what is wrong.

    `beside` says what else was checked against the ledger.
    """

    sealed: int = 0
    waiting: int = 0
    checkpoints: int = 0
    last_sealed_at: str = ""
    compared_with: str = ""
    beside: str = ""
    tampering: list[Tampering] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether nothing was altered, removed, reordered or inserted."""
        return not self.tampering

    def found(self, kind: Kind, sentence: str) -> None:
        """Add a finding."""
        self.tampering.append(Tampering(kind, sentence))

    def lines(self) -> list[str]:
        """The report as text."""
        checked = f"{self.sealed} sealed entries and {self.checkpoints} checkpoints checked"
        lines = [f"{checked}; {self.waiting} wait to be sealed."]
        if self.last_sealed_at:
            lines.append(f"Last sealed at {self.last_sealed_at}.")
        lines.append(self.compared_with or NOT_COMPARED)
        lines += [self.beside] if self.beside else []
        lines += [f"{finding.kind.upper()}: {finding.sentence}" for finding in self.tampering]
        if self.is_good:
            lines.append("Nothing was altered, removed, reordered or inserted.")
        return lines


NOT_COMPARED = (
    "Not compared with a checkpoint kept outside: whoever holds the database and the key could have rewritten "
    "everything. Keep one with `alongside checkpoint > FILE` and give it as --checkpoint FILE."
)
