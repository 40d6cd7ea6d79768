"""Substance-use treatment, from its first day to its last."""

from __future__ import annotations

from .contract import day, key, of, table
from .participants import participant

treatment_episode = table(
    "treatment_episode",
    "One row for each time a participant is or was in substance-use treatment.",
    parent=participant,
    treatment_episode_id=key("What tells one episode from another."),
    participant_id=of("The participant treated."),
    starts_on=day("First day of the treatment. Empty when only the fact is recorded."),
    ends_on=day("Last day of the treatment. Empty while it goes on."),
)
