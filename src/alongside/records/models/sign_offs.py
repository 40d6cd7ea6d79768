"""What supervisors said to notes."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from .delivered import Service
from .notes import ProgressNote
from .participants import Participant
from .people import StaffMember
from .record import Known, ProgramRecord, day, only_words, row_key, word
from .service_words import SignOffDecision


class SignOff(ProgramRecord):
    """A supervisor's word on a signed note or a service: signed off, or returned with a comment. It stays."""

    id = row_key("sign_off_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="sign_offs")
    progress_note = models.ForeignKey(
        ProgressNote, on_delete=models.PROTECT, related_name="sign_offs", null=True, blank=True
    )
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="sign_offs", null=True, blank=True)
    supervisor = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="sign_offs", null=True, blank=True
    )
    decision = word(SignOffDecision)
    comment = Known()
    decided_on = day()
    decided_by = Known()

    class Meta:
        db_table = "sign_off"
        verbose_name = "sign-off"
        ordering = ["-created_at"]
        indexes = [Index(fields=["program", "decided_on"], condition=Q(decision="returned"), name="sign_off_returned")]
        constraints = [
            only_words("sign_off", "decision", SignOffDecision),
            UniqueConstraint(fields=["progress_note"], name="sign_off_once"),
            CheckConstraint(
                name="sign_off_of_something", condition=Q(progress_note__isnull=False) | Q(service__isnull=False)
            ),
        ]
