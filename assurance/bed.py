"""What a bed is: a promise, how often it is tried, and a defect it must catch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

SIZES = ("slice", "nightly", "release")


class CannotTry(Exception):
    """This machine lacks what a bed needs. The text says what."""


@dataclass
class Found:
    """What one run found. `tried` counts trials, `failures` says of each broken promise what, where and how to see it
    again, `measured` holds figures of this run by their name, with units."""

    tried: int = 0
    failures: list[str] = field(default_factory=list)
    measured: dict[str, str] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Whether something was tried and nothing broke."""
        return self.tried > 0 and not self.failures


Tell = Callable[[str], None]
Run = Callable[[int, Tell], Found]


@dataclass(frozen=True)
class Bed:
    """One bed. `sizes` are trials by the words of `SIZES`; `asked` is what the goal names, with its unit.

    `run` tries the promise so many times and tells of its progress; `planted` does the same with the defect named in
    `defect` in place, and must find failures. Neither raises for a broken promise.
    """

    id: str
    promise: str
    unit: str
    asked: int
    sizes: Mapping[str, int]
    run: Run
    defect: str
    planted: Run
    planted_size: int

    def __post_init__(self) -> None:
        missing = set(SIZES) - set(self.sizes)
        if missing or not self.defect:
            raise ValueError(f"Bed {self.id} lacks: {', '.join(sorted(missing)) or 'a planted defect'}.")
