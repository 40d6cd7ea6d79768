"""Opening a participant outside the caseload in an emergency, and what somebody else concluded of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q

from .emergency_words import OPEN_FOR, EmergencyConclusion
from .participants import Participant
from .people import StaffMember
from .record import Known, ProgramRecord, instant, only_words, row_key, word


class EmergencyAccess(ProgramRecord):
    """One staff member opened one participant for four hours, with a reason. It ends by itself; nobody changes it."""

    id = row_key("emergency_access_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="emergency_accesses")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, null=True, blank=True, related_name="emergency_accesses"
    )
    opened_by = Known()
    reason = Known()
    opened_at = instant()
    ends_at = instant()

    is_written_once = True

    class Meta:
        db_table = "emergency_access"
        verbose_name = "emergency access"
        verbose_name_plural = "emergency accesses"
        ordering = ["-opened_at"]
        constraints = [
            CheckConstraint(
                name="emergency_access_four_hours",
                condition=Q(opened_at__isnull=False)
                & Q(ends_at__gt=F("opened_at"))
                & Q(ends_at__lte=F("opened_at") + OPEN_FOR),
            ),
            CheckConstraint(name="emergency_access_has_reason", condition=Q(reason__isnull=False)),
        ]


class EmergencyReview(ProgramRecord):
    """What somebody else concluded, having looked at what was opened. Once; the database refuses one's own."""

    id = row_key("emergency_review_id")
    emergency_access = models.OneToOneField(EmergencyAccess, on_delete=models.PROTECT, related_name="review")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    conclusion = word(EmergencyConclusion)
    words = Known()
    reviewed_by = Known()
    reviewed_at = instant()

    is_written_once = True

    class Meta:
        db_table = "emergency_review"
        verbose_name = "review of an emergency access"
        verbose_name_plural = "reviews of emergency accesses"
        ordering = ["-reviewed_at"]
        constraints = [
            only_words("emergency_review", "conclusion", EmergencyConclusion),
            CheckConstraint(
                name="emergency_review_concludes",
                condition=Q(conclusion__isnull=False) & Q(words__isnull=False) & Q(reviewed_at__isnull=False),
            ),
        ]
