"""The models of the reviews: stored answers, and what people asked and concluded."""

from .answers import Answer, Derived, Freshness, ReadingChoice, SetAside, Stale
from .feeds import CalendarFeed, FeedNames, FeedScope
from .findings import Debrief, Finding, ReviewCheck
from .improvement import CorrectiveActionPlan, PlanOfAction, PlanStep
from .improvement_kept import Evidence, PlanWords, SignedPlan
from .improvement_words import ActionKind, ActionState, Missed, PlanState, Reason, Said
from .monitoring import Interview, MonitoringPick, MonitoringRequest, MonitoringVisit
from .monitoring_words import RequestKind, RequestState, SpokenWith, VisitState
from .notices import Notice, NoticeKind, NoticeWish, Told
from .oversight import Oversight
from .oversight_words import Conclusion, FollowedBy, OversightState, Side
from .packets import ItemState, OutputKind, Packet, PacketFile, PacketItem, PacketOutput, PacketState
from .samples import Roster, RosterEntry, Sample, SampleMember, SeedPart

__all__ = [
    "ActionKind",
    "ActionState",
    "Answer",
    "CalendarFeed",
    "Conclusion",
    "CorrectiveActionPlan",
    "Debrief",
    "Derived",
    "Evidence",
    "FeedNames",
    "FeedScope",
    "Finding",
    "FollowedBy",
    "Freshness",
    "Interview",
    "ItemState",
    "Missed",
    "MonitoringPick",
    "MonitoringRequest",
    "MonitoringVisit",
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
    "PlanOfAction",
    "PlanState",
    "PlanStep",
    "PlanWords",
    "ReadingChoice",
    "Reason",
    "RequestKind",
    "RequestState",
    "ReviewCheck",
    "Roster",
    "RosterEntry",
    "Said",
    "Sample",
    "SampleMember",
    "SeedPart",
    "SetAside",
    "Side",
    "SignedPlan",
    "SpokenWith",
    "Stale",
    "Told",
    "VisitState",
]
