"""A10: whatever is sent to whichever page, the answer is a page: never a failure, never a script sent back."""

from __future__ import annotations

from ..bed import Bed, Found, Tell
from ..input_apart import asked


def run(size: int, tell: Tell) -> Found:
    """Throw so many cases."""
    return asked("throw", size, tell)


def planted(size: int, tell: Tell) -> Found:
    """The same with the defect. A process that broke down found nothing."""
    found = asked("throw", size, tell, defect="a_validator_raises")
    return found if found.tried else Found()


BEDS = (
    Bed(
        id="A10",
        promise="Whatever is typed, asked or sent to any page by anybody, the answer is below 500 and within 5 s (30 s "
        "with a file), what was typed is kept, and nothing typed comes back as a script.",
        unit="cases",
        asked=5_000_000,
        sizes={"slice": 120, "nightly": 200_000, "release": 5_000_000},
        run=run,
        defect="a check of days that raises on what is no day",
        planted=planted,
        planted_size=200,
    ),
)
