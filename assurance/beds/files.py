"""A12: whatever file is sent in, it is refused or comes back as a download that runs nothing, and is never opened."""

from __future__ import annotations

from functools import partial

from ..bed import Bed, Found, Tell
from .input import thrown

sent = partial(thrown, module="assurance.input_uploads")


def run(size: int, tell: Tell) -> Found:
    """Send so many."""
    return sent(size, tell)


def planted(size: int, tell: Tell) -> Found:
    """The same where files are shown instead of saved. A process that broke down found nothing."""
    found = sent(size, tell, "--planted")
    return found if found.tried else Found()


BEDS = (
    Bed(
        id="A12",
        promise="A hostile file is refused, or given out only as a download that no browser shows or runs; no page "
        "fails or takes longer than 10 s over it.",
        unit="files sent",
        asked=200,
        sizes={"slice": 40, "nightly": 2_000, "release": 2_000},
        run=run,
        defect="downloads sent to be shown in the browser",
        planted=planted,
        planted_size=20,
    ),
)
