"""What makes somebody qualified, and in which roles they work."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q

from .peer_agency_words import DegreeField, DegreeLevel, ExperienceSetting
from .peer_paper_words import PersonnelPaper
from .peer_words import PeerCredential, Role, Tier
from .people import StaffMember
from .record import Known, Periods, ProgramRecord, day, hours, in_order, not_below_zero, only_words, row_key, word, yes


class Degree(ProgramRecord):
    """A diploma or degree of a staff member."""

    id = row_key("degree_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="degrees")
    level = word(DegreeLevel)
    field = word(DegreeField)
    conferred_on = day()

    class Meta:
        db_table = "degree"
        ordering = ["-conferred_on"]
        constraints = [only_words("degree", "level", DegreeLevel), only_words("degree", "field", DegreeField)]


class Experience(ProgramRecord):
    """Work experience a qualification rests on."""

    id = row_key("experience_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="experiences")
    setting = word(ExperienceSetting)
    supervised_by = word(Tier)
    months = models.IntegerField(null=True, blank=True)
    ends_on = day()
    is_documented = yes()

    class Meta:
        db_table = "experience"
        ordering = ["-ends_on"]
        constraints = [
            only_words("experience", "setting", ExperienceSetting),
            only_words("experience", "supervised_by", Tier),
            not_below_zero("experience", "months"),
        ]


class RoleAssignment(ProgramRecord):
    """A role somebody is assigned to and documented in, last day included."""

    id = row_key("role_assignment_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="role_assignments")
    role = word(Role)
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "role_assignment"
        verbose_name = "role"
        ordering = ["-starts_on"]
        constraints = [
            only_words("role_assignment", "role", Role),
            in_order("role_assignment", "starts_on", "ends_on"),
        ]


class CredentialApplication(ProgramRecord):
    """An application for a credential to the Illinois Certification Board."""

    id = row_key("credential_application_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="credential_applications")
    kind = word(PeerCredential)
    opened_on = day()
    completed_on = day()
    training_hours = hours()

    class Meta:
        db_table = "credential_application"
        ordering = ["-opened_on"]
        constraints = [
            only_words("credential_application", "kind", PeerCredential),
            in_order("credential_application", "opened_on", "completed_on"),
            not_below_zero("credential_application", "training_hours"),
        ]


class PersonnelRecord(ProgramRecord):
    """A paper in a personnel file: a review, a check, a training, a job description."""

    id = row_key("personnel_record_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="personnel_records")
    kind = word(PersonnelPaper)
    dated_on = day()
    is_substantiated = yes()
    recovery_support_percent = models.IntegerField(null=True, blank=True)
    note = Known()

    class Meta:
        db_table = "personnel_record"
        ordering = ["-dated_on"]
        constraints = [
            only_words("personnel_record", "kind", PersonnelPaper),
            CheckConstraint(
                name="personnel_record_percent_range",
                condition=Q(recovery_support_percent__gte=0, recovery_support_percent__lte=100),
            ),
        ]
