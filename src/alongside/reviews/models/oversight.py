"""Annual documentation oversight, from its announcement to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from alongside.records.models import ProgramRecord
from alongside.records.models.record import (
    Known,
    day,
    in_order,
    instant,
    not_below_zero,
    only_words,
    row_key,
    together,
    word,
)

from .oversight_words import OversightState

if TYPE_CHECKING:
    from .samples import Roster, Sample


class Oversight(ProgramRecord):
    """One documentation oversight of a program, or one it practices by itself (`is_practice`).

    The participants served from `served_from_on` to `served_to_on` are listed. Of the packet's two days the strict one
    is the fifteenth business day; `packet_due_on` is that day moved on where it is a legal holiday.
    `packet_due_calendar` names the calendar they were counted by.
    """

    id = row_key("oversight_id")
    title = models.TextField()
    is_practice = models.BooleanField(default=False, db_default=False)
    state = word(OversightState)
    period_starts_on = day()
    period_ends_on = day()
    served_from_on = day()
    served_to_on = day()
    announced_on = day()
    announced_by = Known()
    list_asked_by_on = day()
    list_sent_at = instant()
    list_sent_by = Known()
    list_returned_because = Known()
    participant_count = models.IntegerField(null=True, blank=True)
    sample_count = models.IntegerField(null=True, blank=True)
    sample_named_on = day()
    sample_named_by = Known()
    packet_due_strict_on = day()
    packet_due_on = day()
    packet_due_calendar = Known()
    packet_received_on = day()
    packet_received_by = Known()
    review_until_on = day()
    debriefed_on = day()
    debriefed_by = Known()
    closed_on = day()
    closed_by = Known()

    class Meta:
        db_table = "documentation_oversight"
        verbose_name = "documentation oversight"
        ordering = ["-announced_on", "-created_at"]
        constraints = [
            only_words("documentation_oversight", "state", OversightState),
            in_order("documentation_oversight", "period_starts_on", "period_ends_on"),
            in_order("documentation_oversight", "served_from_on", "served_to_on"),
            together("documentation_oversight", "announced_on", "announced_by"),
            together("documentation_oversight", "list_sent_at", "list_sent_by"),
            together("documentation_oversight", "sample_named_on", "sample_named_by"),
            together("documentation_oversight", "packet_received_on", "packet_received_by"),
            together("documentation_oversight", "debriefed_on", "debriefed_by"),
            together("documentation_oversight", "closed_on", "closed_by"),
            not_below_zero("documentation_oversight", "participant_count"),
            not_below_zero("documentation_oversight", "sample_count"),
        ]

    @property
    def current_roster(self) -> Roster | None:
        """The list as it was sent last."""
        return self.rosters.order_by("-edition").first()

    @property
    def drawn_sample(self) -> Sample | None:
        """The sample, once drawn."""
        return self.samples.first()
