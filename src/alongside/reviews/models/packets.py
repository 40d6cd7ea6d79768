"""The packet a program sends for a documentation oversight: what is in it, what is missing and why, and its bytes."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from alongside.records.models import Attachment, Participant, ProgramRecord
from alongside.records.models.kept import Kept, sha256_of_bytes
from alongside.records.models.record import Known, day, instant, only_words, row_key, together, word, yes

from .oversight import Oversight
from .samples import Sample, SampleMember


class PacketState(models.TextChoices):
    """How far a packet has come."""

    CHOOSING = "choosing", "Being put together"
    BUILDING = "building", "Being built"
    BUILT = "built", "Built, not sent"
    SENT = "sent", "Sent"
    RECEIVED = "received", "Received"


class ItemState(models.TextChoices):
    """Whether what is asked for is in the packet."""

    THERE = "there", "In the packet"
    MISSING = "missing", "Missing"
    LEFT_OUT = "left_out", "Left out"


class OutputKind(models.TextChoices):
    """What a built packet consists of, besides its files."""

    MANIFEST = "manifest", "Manifest"
    WHOLE = "whole", "Everything in one PDF"
    STATEMENT = "statement", "Redisclosure statement"


class Packet(ProgramRecord):
    """What is sent for one sample. `authority` is what the state refers to when it asks for records, as it wrote it.

    `manifest_hash` is what the receipt names. Once sent, nothing of a packet changes but that it was received.
    """

    id = row_key("packet_id")
    oversight = models.ForeignKey(Oversight, on_delete=models.PROTECT, related_name="packets")
    sample = models.OneToOneField(Sample, on_delete=models.PROTECT, related_name="packet")
    number = models.TextField()
    state = models.TextField(choices=PacketState.choices, default=PacketState.CHOOSING)
    authority = Known()
    has_substance_use_records = yes()
    asked_at = instant()
    asked_by = Known()
    built_at = instant()
    trouble = Known()
    missing_count = models.PositiveIntegerField(null=True, blank=True)
    outside_count = models.PositiveIntegerField(null=True, blank=True)
    has_statement = yes()
    page_count = models.PositiveIntegerField(null=True, blank=True)
    is_accessible = yes()
    manifest_hash = Known()
    sent_at = instant()
    sent_by = Known()
    received_at = instant()
    received_by = Known()

    class Meta:
        db_table = "packet"
        ordering = ["-created_at"]
        constraints = [
            only_words("packet", "state", PacketState),
            together("packet", "asked_at", "asked_by"),
            together("packet", "sent_at", "sent_by"),
            together("packet", "received_at", "received_by"),
            UniqueConstraint(fields=["program", "number"], name="packet_known_as"),
            CheckConstraint(
                name="packet_sent_is_built",
                condition=Q(sent_at=None) | Q(manifest_hash__isnull=False, built_at__isnull=False),
            ),
            CheckConstraint(
                name="packet_state_says_sent",
                condition=Q(state__in=[PacketState.SENT, PacketState.RECEIVED], sent_at__isnull=False)
                | ~Q(state__in=[PacketState.SENT, PacketState.RECEIVED]) & Q(sent_at=None),
            ),
        ]

    @property
    def is_sent(self) -> bool:
        """Whether it has left the program."""
        return self.sent_at is not None


class PacketFile(Kept):
    """The bytes of one file about one participant, kept once however many packets hold it. Always a PDF."""

    id = row_key("packet_file_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    page_count = models.PositiveIntegerField()
    content = models.BinaryField()
    content_hash = sha256_of_bytes("content")

    class Meta:
        db_table = "packet_file"
        constraints = [UniqueConstraint(fields=["participant", "content_hash"], name="packet_file_once")]


class PacketItem(ProgramRecord):
    """One file of a packet, or one that is missing: for which of `reviews.requirements`, of which participant.

    `kind` and `record` name the chosen record by its table and key; with `attachment` the item is that scanned file of
    the record. The database holds that both are about a participant of this packet's sample.
    """

    id = row_key("packet_item_id")
    packet = models.ForeignKey(Packet, on_delete=models.PROTECT, related_name="items")
    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="+")
    sample_member = models.ForeignKey(SampleMember, on_delete=models.PROTECT, related_name="packet_items")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    requirement = models.TextField()
    title = models.TextField()
    due_on = day()
    state = word(ItemState)
    kind = Known()
    record = models.UUIDField(null=True, blank=True)
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    is_signed = yes()
    reason = Known()
    reason_by = Known()
    file = models.ForeignKey(PacketFile, on_delete=models.PROTECT, related_name="items", null=True, blank=True)

    class Meta:
        db_table = "packet_item"
        ordering = ["sample_member__position", "position"]
        constraints = [
            only_words("packet_item", "state", ItemState),
            together("packet_item", "kind", "record"),
            UniqueConstraint(fields=["packet", "sample_member", "position"], name="packet_item_once"),
            CheckConstraint(
                name="packet_item_there_is_chosen",
                condition=Q(state=ItemState.THERE, record__isnull=False) | ~Q(state=ItemState.THERE) & Q(file=None),
            ),
            CheckConstraint(
                name="packet_item_left_out_says_why",
                condition=~Q(state=ItemState.LEFT_OUT) | Q(reason__isnull=False, reason_by__isnull=False),
            ),
        ]


class PacketOutput(ProgramRecord):
    """What is built of a packet's files: the manifest, the whole as one PDF, the statement."""

    id = row_key("packet_output_id")
    packet = models.ForeignKey(Packet, on_delete=models.PROTECT, related_name="outputs")
    kind = models.TextField(choices=OutputKind.choices)
    content = models.BinaryField()

    class Meta:
        db_table = "packet_output"
        constraints = [
            only_words("packet_output", "kind", OutputKind),
            UniqueConstraint(fields=["packet", "kind"], name="packet_output_once"),
        ]
