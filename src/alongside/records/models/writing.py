"""What was written in which role: sections of incident reports and discharge papers, and experience shared."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Index

from .delivered import Service
from .discharges import Discharge
from .incidents import IncidentReport
from .participants import Participant
from .people import StaffMember
from .record import Known, ProgramRecord, above_zero, day, only_words, row_key, word, yes
from .writing_words import DischargePart, ReportPart, WritingRole


def _writer() -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True, blank=True)


class ReportSection(ProgramRecord):
    """One section of an incident report, in the role its writer wrote it in."""

    id = row_key("report_section_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    incident_report = models.ForeignKey(
        IncidentReport, on_delete=models.PROTECT, related_name="sections", null=True, blank=True
    )
    staff = _writer()
    section = word(ReportPart)
    written_as = word(WritingRole)
    written_on = day()
    body = Known()
    is_seen = yes()
    is_authority_needed = yes()

    class Meta:
        db_table = "report_section"
        verbose_name = "section of an incident report"
        ordering = ["created_at"]
        indexes = [Index(fields=["program", "incident_report"], name="report_section_of")]
        constraints = [
            only_words("report_section", "section", ReportPart),
            only_words("report_section", "written_as", WritingRole),
        ]


class DischargeSection(ProgramRecord):
    """One section of a discharge paper, in the role its writer wrote it in."""

    id = row_key("discharge_section_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    discharge = models.ForeignKey(Discharge, on_delete=models.PROTECT, related_name="sections", null=True, blank=True)
    staff = _writer()
    section = word(DischargePart)
    written_as = word(WritingRole)
    written_on = day()
    body = Known()
    is_labeled = yes()

    class Meta:
        db_table = "discharge_section"
        verbose_name = "section of a discharge paper"
        ordering = ["created_at"]
        indexes = [Index(fields=["program", "discharge"], name="discharge_section_of")]
        constraints = [
            only_words("discharge_section", "section", DischargePart),
            only_words("discharge_section", "written_as", WritingRole),
        ]


class SharedExperience(ProgramRecord):
    """A time when somebody shared lived experience of their own, and what it answered to."""

    id = row_key("shared_experience_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    staff = _writer()
    written_as = word(WritingRole)
    shared_on = day()
    answered_to = Known()
    is_relevant = yes()
    is_hope_giving = yes()
    minutes = models.IntegerField(null=True, blank=True)

    class Meta:
        db_table = "shared_experience"
        verbose_name = "experience shared"
        verbose_name_plural = "experience shared"
        ordering = ["-shared_on"]
        indexes = [Index(fields=["program", "participant"], name="shared_experience_with")]
        constraints = [
            only_words("shared_experience", "written_as", WritingRole),
            above_zero("shared_experience", "minutes", 1440),
        ]
