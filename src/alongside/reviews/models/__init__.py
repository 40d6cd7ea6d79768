"""The models of the reviews: stored answers, and what people asked and concluded."""

from .answers import Answer, Derived, Freshness, ReadingChoice, SetAside, Stale
from .feeds import CalendarFeed, FeedNames, FeedScope
from .notices import Notice, NoticeKind, NoticeWish, Told

__all__ = [
    "Answer",
    "CalendarFeed",
    "Derived",
    "FeedNames",
    "FeedScope",
    "Freshness",
    "Notice",
    "NoticeKind",
    "NoticeWish",
    "ReadingChoice",
    "SetAside",
    "Stale",
    "Told",
]
