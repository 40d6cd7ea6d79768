"""How an enrollment ended, and the document about it."""

from __future__ import annotations

from django.db import models

from .participants import Enrollment, Participant
from .record import Known, ProgramRecord, day, only_words, row_key, together, word, yes
from .words import DischargeCause


class Discharge(ProgramRecord):
    """The end of an enrollment. Planned or unplanned is the service coordinator's choice, with a reason."""

    id = row_key("discharge_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="discharges")
    enrollment = models.OneToOneField(Enrollment, on_delete=models.PROTECT, related_name="discharge")
    discharged_on = day()
    is_planned = yes()
    planned_reason = Known()
    cause = word(DischargeCause)
    last_contact_on = day()
    is_involuntary = yes()
    has_summary = yes()
    pps_recorded_on = day()
    has_notice_summary = yes()
    has_notice_reapply = yes()
    has_notice_hearing = yes()

    class Meta:
        db_table = "discharge"
        ordering = ["-discharged_on"]
        constraints = [only_words("discharge", "cause", DischargeCause)]


class DischargeSummary(ProgramRecord):
    """The written discharge summary. Goes with its discharge."""

    id = row_key("discharge_summary_id")
    discharge = models.OneToOneField(Discharge, on_delete=models.CASCADE, related_name="summary")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="discharge_summaries")
    reason = Known()
    progress = Known()
    resume_when = Known()
    participant_signed_on = day()
    representative_signed_on = day()
    representative_signed_by = Known()
    coordinator_signed_on = day()
    coordinator_signed_by = Known()

    class Meta:
        db_table = "discharge_summary"
        verbose_name_plural = "discharge summaries"
        constraints = [
            together("discharge_summary", "representative_signed_on", "representative_signed_by"),
            together("discharge_summary", "coordinator_signed_on", "coordinator_signed_by"),
        ]
