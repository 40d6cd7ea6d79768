"""Marks a program puts on a participant's records: that a stricter law guards them."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from .participants import Participant
from .record import Known, ProgramRecord, day, in_order, only_words, row_key, together, word
from .release_words import RecordClass


class RecordMark(ProgramRecord):
    """A program says that it holds records of this class about a participant, and why; from a day to a day."""

    id = row_key("record_mark_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="record_marks")
    record_class = word(RecordClass)
    marked_on = day()
    marked_by = Known()
    why = Known()
    ended_on = day()
    ended_why = Known()

    class Meta:
        db_table = "record_mark"
        verbose_name = "mark of records"
        verbose_name_plural = "marks of records"
        ordering = ["-marked_on"]
        constraints = [
            only_words("record_mark", "record_class", RecordClass),
            CheckConstraint(
                name="record_mark_says",
                condition=Q(record_class__isnull=False) & Q(marked_on__isnull=False) & Q(why__isnull=False),
            ),
            in_order("record_mark", "marked_on", "ended_on"),
            together("record_mark", "ended_on", "ended_why"),
            UniqueConstraint(
                fields=["participant", "record_class"], condition=Q(ended_on=None), name="record_mark_once"
            ),
        ]
