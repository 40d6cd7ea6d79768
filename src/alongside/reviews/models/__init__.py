"""The models of the reviews: stored answers, and what people asked and concluded."""

from .answers import Answer, Derived, Freshness, ReadingChoice, SetAside, Stale
from .findings import Debrief, Finding, ReviewCheck
from .oversight import Oversight
from .oversight_words import Conclusion, FollowedBy, OversightState, Side
from .samples import Roster, RosterEntry, Sample, SampleMember, SeedPart

__all__ = [
    "Answer",
    "Conclusion",
    "Debrief",
    "Derived",
    "Finding",
    "FollowedBy",
    "Freshness",
    "Oversight",
    "OversightState",
    "ReadingChoice",
    "ReviewCheck",
    "Roster",
    "RosterEntry",
    "Sample",
    "SampleMember",
    "SeedPart",
    "SetAside",
    "Side",
    "Stale",
]
