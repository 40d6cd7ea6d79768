"""The list a program sent, both parts of the seed, and the sample drawn from it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Func, Q, UniqueConstraint

from alongside.records.models import Participant, ProgramRecord
from alongside.records.models.kept import Kept, sha256_of_text
from alongside.records.models.record import Known, instant, only_words, row_key, together, word

from .oversight import Oversight
from .oversight_words import Side


class Roster(Kept):
    """The list of enrollments and discharges as a program sent it. `frame` is the text the sample is drawn from."""

    id = row_key("roster_id")
    oversight = models.ForeignKey(Oversight, on_delete=models.PROTECT, related_name="rosters")
    edition = models.PositiveIntegerField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    frame = models.TextField()
    frame_hash = sha256_of_text("frame")

    class Meta:
        db_table = "roster"
        verbose_name = "list of enrollments and discharges"
        ordering = ["-edition"]
        constraints = [UniqueConstraint(fields=["oversight", "edition"], name="roster_once")]


class RosterEntry(Kept):
    """One enrollment on the list, with the name as it was sent."""

    id = row_key("roster_entry_id")
    oversight = models.ForeignKey(Oversight, on_delete=models.PROTECT, related_name="roster_entries")
    roster = models.ForeignKey(Roster, on_delete=models.PROTECT, related_name="entries")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    name = models.TextField()
    medicaid_id = models.TextField()
    enrolled_on = models.DateField(null=True)
    discharged_on = models.DateField(null=True)

    class Meta:
        db_table = "roster_entry"
        verbose_name = "entry of the list"
        ordering = ["position"]
        constraints = [
            UniqueConstraint(fields=["roster", "position"], name="roster_entry_once"),
            UniqueConstraint(fields=["id", "participant"], name="roster_entry_of_participant"),
        ]


class SeedPart(ProgramRecord):
    """One side's part of the seed. Its hash, the seal, is given first; the part is shown once both are sealed."""

    id = row_key("seed_part_id")
    roster = models.ForeignKey(Roster, on_delete=models.PROTECT, related_name="seed_parts")
    side = word(Side)
    seal = models.TextField()
    part = Known()
    sealed_at = instant()
    sealed_by = Known()
    shown_at = instant()

    class Meta:
        db_table = "seed_part"
        verbose_name = "part of the seed"
        ordering = ["side"]
        constraints = [
            only_words("seed_part", "side", Side),
            together("seed_part", "sealed_at", "sealed_by"),
            UniqueConstraint(fields=["roster", "side"], name="seed_part_once"),
            CheckConstraint(name="seed_part_seal_digits", condition=Q(seal__regex="^[0-9a-f]{64}$")),
            CheckConstraint(
                name="seed_part_fits_seal",
                condition=Q(part=None) | Q(seal=Func(F("part"), function="sha256_of_text")),
            ),
        ]


class Sample(Kept):
    """Who was drawn, and everything needed to draw them again: the list's hash, the method, both parts of the seed."""

    id = row_key("sample_id")
    oversight = models.ForeignKey(Oversight, on_delete=models.PROTECT, related_name="samples")
    roster = models.ForeignKey(Roster, on_delete=models.PROTECT, related_name="samples")
    method = models.TextField()
    rule = models.TextField()
    rule_since = models.DateField()
    rounding = models.TextField()
    frame_hash = models.TextField()
    state_part = models.TextField()
    program_part = models.TextField()
    participant_count = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    drawn_on = models.DateField()
    drawn_at = models.DateTimeField()
    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "sample"
        ordering = ["-drawn_at"]
        constraints = [
            UniqueConstraint(fields=["oversight"], name="sample_once"),
            CheckConstraint(name="sample_size_range", condition=Q(size__lte=F("participant_count"))),
        ]


class SampleMember(Kept):
    """A participant in a sample, in the order drawn. Everything reviewed names one of these."""

    id = row_key("sample_member_id")
    oversight = models.ForeignKey(Oversight, on_delete=models.PROTECT, related_name="members")
    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="members")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    roster_entry = models.ForeignKey(RosterEntry, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()

    class Meta:
        db_table = "sample_member"
        verbose_name = "participant of the sample"
        ordering = ["position"]
        constraints = [
            UniqueConstraint(fields=["sample", "participant"], name="sample_member_once"),
            UniqueConstraint(fields=["sample", "position"], name="sample_member_position_once"),
            # What is packed and reviewed refers to both columns: nobody outside the sample can be in a packet.
            UniqueConstraint(fields=["id", "participant"], name="sample_member_of_participant"),
        ]
