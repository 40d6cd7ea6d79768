"""The way of a corrective action plan, step by step, as its page shows it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from alongside.reviews.models import CorrectiveActionPlan


@dataclass(frozen=True)
class Stage:
    """One stage of the way: what happens, whose it is, and its day where it has been."""

    name: str
    who: str
    on: datetime.date | None
    note: str = ""


def way_of(plan: CorrectiveActionPlan) -> list[Stage]:
    """Every stage, in order. The meeting has no clock; the ten days run from the concerns in writing."""
    first = plan.draft_sent_on
    again = f"Sent again on {plan.sent_last_on:%-d %B %Y}" if first and plan.sent_last_on != first else ""
    return [
        Stage("Opened", "the state", plan.opened_on, str(plan.get_reason_display() or "")),
        Stage("Meeting about the areas of concern", "the state", plan.meeting_on, plan.meeting_words or ""),
        Stage("Concerns sent in writing", "the state", plan.concerns_sent_on),
        Stage("Concerns received", "the program", plan.notified_on, "The ten days run from here"),
        Stage("Draft sent", "the program", first, again),
        Stage("Signed by the state", "the state", plan.signed_on),
        Stage("Signed copy received", "the program", plan.signed_copy_on, "In force from here"),
        Stage("Carried out", "the program", plan.implemented_on),
        Stage("Closed", "the state", plan.closed_on, plan.closed_words or ""),
    ]
