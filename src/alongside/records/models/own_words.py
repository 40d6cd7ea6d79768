"""What participants, and those who act for them, write themselves."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from .notes import ProgressNote
from .participants import Participant
from .plans import ServicePlan
from .record import Known, ProgramRecord, day, instant, only_words, row_key, word


class WrittenAs(models.TextChoices):
    """In whose place somebody wrote."""

    PARTICIPANT = "participant", "Participant"
    REPRESENTATIVE = "representative", "Representative"


class OwnWords(ProgramRecord):
    """Words about a plan's goals, about a note, or in general. Written from a seat only, by its own account; nobody
    changes them. Whoever wrote them can take them back: they stay, marked as taken back."""

    id = row_key("own_words_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="own_words")
    service_plan = models.ForeignKey(
        ServicePlan, on_delete=models.PROTECT, related_name="own_words", null=True, blank=True
    )
    progress_note = models.ForeignKey(
        ProgressNote, on_delete=models.PROTECT, related_name="own_words", null=True, blank=True
    )
    words = Known()
    is_shown_to_representative = models.BooleanField(default=False, db_default=False)
    written_as = word(WrittenAs)
    written_on = day()
    written_at = instant()
    written_by = Known()
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    taken_back_at = instant()

    class Meta:
        db_table = "own_words"
        verbose_name = "own words"
        verbose_name_plural = "own words"
        ordering = ["-written_at"]
        constraints = [only_words("own_words", "written_as", WrittenAs)]

    @property
    def is_taken_back(self) -> bool:
        """Whether whoever wrote this took it back."""
        return self.taken_back_at is not None
