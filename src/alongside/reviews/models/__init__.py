"""The models of the reviews: stored answers, and what people asked and concluded."""

from .answers import Answer, Derived, Freshness, ReadingChoice, SetAside, Stale
from .findings import Debrief, Finding, ReviewCheck
from .improvement import CorrectiveActionPlan, PlanOfAction, PlanStep
from .improvement_kept import Evidence, PlanWords, SignedPlan
from .improvement_words import ActionKind, ActionState, Missed, PlanState, Reason, Said
from .monitoring import Interview, MonitoringPick, MonitoringRequest, MonitoringVisit
from .monitoring_words import RequestKind, RequestState, SpokenWith, VisitState
from .oversight import Oversight
from .oversight_words import Conclusion, FollowedBy, OversightState, Side
from .samples import Roster, RosterEntry, Sample, SampleMember, SeedPart

__all__ = [
    "ActionKind",
    "ActionState",
    "Answer",
    "Conclusion",
    "CorrectiveActionPlan",
    "Debrief",
    "Derived",
    "Evidence",
    "Finding",
    "FollowedBy",
    "Freshness",
    "Interview",
    "Missed",
    "MonitoringPick",
    "MonitoringRequest",
    "MonitoringVisit",
    "Oversight",
    "OversightState",
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
    "VisitState",
]
