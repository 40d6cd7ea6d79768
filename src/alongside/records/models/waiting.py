"""Signed notes nobody has decided about: kept by the database itself, so that a queue does not read years of notes."""

from __future__ import annotations

from django.db import models
from django.db.models import Index

from .notes import ProgressNote
from .people import StaffMember


class WaitingNote(models.Model):
    """A note that waits for a supervisor: signed, standing, neither signed off nor returned.

    Triggers on notes and sign-offs write these rows, whoever writes those. `giver` gave the service; `is_mended` says
    that it amends a note that was returned. Nothing is told here that notes do not tell, so the ledger leaves it out.
    """

    is_ledgered = False
    id = models.BigAutoField(primary_key=True, db_column="waiting_note_id")
    progress_note = models.OneToOneField(ProgressNote, on_delete=models.CASCADE, related_name="waiting")
    program = models.ForeignKey("access.Program", on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True)
    giver = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True)
    signed_on = models.DateField()
    is_mended = models.BooleanField()

    class Meta:
        db_table = "waiting_note"
        verbose_name = "note that waits"
        indexes = [Index(fields=["program", "-is_mended", "signed_on", "progress_note"], name="waiting_note_order")]
