"""The models of the reviews: stored answers, and what people asked and concluded."""

from .answers import Answer, Derived, Freshness, ReadingChoice, SetAside, Stale
from .feeds import CalendarFeed, FeedNames, FeedScope
from .findings import Debrief, Finding, ReviewCheck
from .notices import Notice, NoticeKind, NoticeWish, Told
from .oversight import Oversight
from .oversight_words import Conclusion, FollowedBy, OversightState, Side
from .packets import ItemState, OutputKind, Packet, PacketFile, PacketItem, PacketOutput, PacketState
from .samples import Roster, RosterEntry, Sample, SampleMember, SeedPart

__all__ = [
    "Answer",
    "CalendarFeed",
    "Conclusion",
    "Debrief",
    "Derived",
    "FeedNames",
    "FeedScope",
    "Finding",
    "FollowedBy",
    "Freshness",
    "ItemState",
    "Notice",
    "NoticeKind",
    "NoticeWish",
    "OutputKind",
    "Oversight",
    "OversightState",
    "Packet",
    "PacketFile",
    "PacketItem",
    "PacketOutput",
    "PacketState",
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
    "Told",
]
