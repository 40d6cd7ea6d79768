"""Sessions somebody can attend, as a source announces them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from alongside.law import Citation


@dataclass(frozen=True)
class Session:
    """A session somebody can attend, on the clocks of its place."""

    name: str
    held_on: date
    starts_at: time
    ends_at: time
    address: str
    cite: Citation
