"""How an enrollment ended, and the document about it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q, UniqueConstraint

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

    @property
    def summary(self) -> DischargeSummary | None:
        """The written summary as it was written last: the last amendment, where there is one."""
        return self.summaries.filter(amendments=None).first()

    @property
    def standing_summary(self) -> DischargeSummary | None:
        """The summary that counts: the last one signed, until its amendment is signed too."""
        last = self.summary
        return last.amends if last is not None and last.is_waiting else last


class DischargeSummary(ProgramRecord):
    """The written discharge summary. Goes with its discharge; a signed one is amended by another."""

    id = row_key("discharge_summary_id")
    discharge = models.ForeignKey(Discharge, on_delete=models.CASCADE, related_name="summaries")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="discharge_summaries")
    reason = Known()
    progress = Known()
    resume_when = Known()
    participant_signed_on = day()
    representative_signed_on = day()
    representative_signed_by = Known()
    coordinator_signed_on = day()
    coordinator_signed_by = Known()
    has_peer_section = yes()
    is_peer_section_labeled = yes()
    amends = models.ForeignKey("self", on_delete=models.PROTECT, related_name="amendments", null=True, blank=True)
    amended_reason = Known()

    class Meta:
        db_table = "discharge_summary"
        verbose_name = "discharge summary"
        verbose_name_plural = "discharge summaries"
        constraints = [
            together("discharge_summary", "representative_signed_on", "representative_signed_by"),
            together("discharge_summary", "coordinator_signed_on", "coordinator_signed_by"),
            together("discharge_summary", "amends", "amended_reason"),
            UniqueConstraint(fields=["discharge"], name="discharge_summary_once", condition=Q(amends=None)),
            UniqueConstraint(fields=["amends"], name="discharge_summary_amended_once"),
        ]

    @property
    def is_waiting(self) -> bool:
        """Whether it amends another and nobody signed it, so that the other still counts."""
        signed = (self.participant_signed_on, self.representative_signed_on, self.coordinator_signed_on)
        return self.amends_id is not None and not any(signed)
