"""What an action says when it will not record something: what was found, what was expected, how to fix it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .models import ProgramRecord


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one field. `field` is the record's own column word, such as `born_on`."""

    field: str
    found: str
    expected: str
    fix: str

    def __str__(self) -> str:
        return f"{self.field}: found {self.found}; expected {self.expected}. {self.fix}"


def is_nothing(value: Any) -> bool:
    """Whether there is no entry. Blank text is none: the database would keep it as not known."""
    return value is None or (isinstance(value, str) and not value.strip())


def nothing(field: str) -> Problem:
    """The field is empty and may not be."""
    return Problem(field, "nothing", "an entry", "Fill it in.")


class Problems(Exception):
    """Nothing was recorded. `problems` holds every reason, not the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(str(problem) for problem in self.problems))


@dataclass(frozen=True)
class Clash:
    """One field two people wrote at once: what the record says now and what the other person wanted to write."""

    field: str
    theirs: Any
    yours: Any

    @property
    def is_same(self) -> bool:
        """Both wrote the same."""
        return bool(self.theirs == self.yours)


class Conflict(Exception):
    """The record was corrected by somebody else since it was read. Nothing was changed and both texts are here.

    `record` is the record as it stands now; `clashes` has one entry for each field asked to change.
    """

    def __init__(self, record: ProgramRecord, version: int, changes: dict[str, Any]) -> None:
        self.record = record
        self.version = version
        self.clashes = tuple(Clash(field, getattr(record, field), yours) for field, yours in changes.items())
        super().__init__(
            f"This {record._meta.verbose_name} was changed by somebody else: you read version {version}, it is now "
            f"version {record.version}. Compare the two texts, then save again."
        )
