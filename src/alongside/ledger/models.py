"""The ledger's three tables. The runtime role may touch none of them: entries come in through database functions.

No foreign keys: an entry outlives what it speaks of. Hashes are SHA-256 as 64 hexadecimal digits.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Entry(models.Model):
    """One thing that happened: a row written, or a record read, exported, searched; a sign-in."""

    id = models.BigAutoField(primary_key=True, db_column="entry_id")
    transaction = models.BigIntegerField(help_text="The database's number of the transaction.")
    at = models.DateTimeField()
    program_id = models.UUIDField(null=True)
    actor_id = models.UUIDField(null=True)
    database_role = models.TextField()
    request = models.TextField(help_text="The number of the web request, or empty.")
    act = models.TextField(help_text="insert, update or delete; else one of the words in events.py.")
    table_name = models.TextField()
    row_id = models.TextField()
    subject_id = models.UUIDField(null=True, help_text="The participant or staff member it is about.")
    columns = ArrayField(
        models.TextField(), help_text="The columns an update changed; of a list shown, the keys of those on it."
    )
    old_hash = models.TextField(help_text="Of the row before, or empty.")
    new_hash = models.TextField(help_text="Of the row after, or empty.")
    detail = models.TextField(help_text="What was read or searched for, in words; never a person's data.")
    hash = models.TextField(help_text="Of all of the above, made by the database as it wrote the entry.")

    class Meta:
        db_table = "ledger_entry"
        indexes = [
            models.Index("subject_id", "at", name="ledger_entry_subject"),
            models.Index("program_id", "at", name="ledger_entry_program"),
            GinIndex(fields=["columns"], name="ledger_entry_listed", condition=models.Q(act__in=["search", "export"])),
        ]

    def __str__(self) -> str:
        return f"entry {self.pk}: {self.act} {self.table_name} {self.row_id}"


class Sealed(models.Model):
    """The place of an entry in the sealed order: numbers from 0 without gaps."""

    sequence = models.BigIntegerField(primary_key=True)
    entry_id = models.BigIntegerField(unique=True)
    leaf = models.TextField(help_text="Hash of the number and the entry's hash: the leaf of the tree.")

    class Meta:
        db_table = "ledger_sealed"

    def __str__(self) -> str:
        return f"entry {self.entry_id} at {self.sequence}"


class Checkpoint(models.Model):
    """The signed root of the tree at one size."""

    size = models.BigIntegerField(primary_key=True)
    root = models.TextField()
    peaks = ArrayField(models.TextField(), help_text="Roots of the full subtrees, largest first: what growing needs.")
    horizon = models.BigIntegerField(help_text="Every transaction below this number is sealed.")
    cluster = models.TextField(help_text="The database cluster whose transaction numbers these are.")
    sealed_at = models.DateTimeField()
    note = models.TextField(help_text="Size, root, time and key as text, signed.")

    class Meta:
        db_table = "ledger_checkpoint"

    def __str__(self) -> str:
        return f"checkpoint of {self.size} entries"
