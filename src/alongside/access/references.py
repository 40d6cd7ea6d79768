"""References between records stay inside their program: foreign keys carry it along. Row policies do not see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.backends.utils import truncate_name
from psycopg import sql

LONGEST_NAME = 63


@dataclass(frozen=True)
class Reference:
    """A column of one record table that holds the key of a row in another."""

    table: str
    column: str
    target: str
    target_key: str

    @property
    def name(self) -> str:
        """The name of its constraint."""
        return truncate_name(f"{self.table}_{self.column}_in_program", LONGEST_NAME)


# The membership names a provider, a staff member and a participant by key alone: access does not import records.
BY_NAME = (
    Reference("membership", "provider_id", "provider", "provider_id"),
    Reference("membership", "staff_id", "staff", "staff_id"),
    Reference("membership", "participant_id", "participant", "participant_id"),
    Reference("membership", "representative_id", "representative", "representative_id"),
)


def keep_references_inside(cursor: Any, records: list[type[models.Model]]) -> None:
    """Give every record table an index on (program, key), and every reference one on (program, column) and a
    foreign key on both."""
    keys = {model._meta.db_table: str(model._meta.pk.column) for model in records}
    for table, key in keys.items():
        _index(cursor, "unique index", f"{table}_program_key", table, key)
    for reference in references(records):
        _index(cursor, "index", f"{reference.table}_{reference.column}_program", reference.table, reference.column)
        _constrain(cursor, reference)


def references(records: list[type[models.Model]]) -> Iterator[Reference]:
    """Every reference from one record table to another, and those of the membership."""
    keys = {model._meta.db_table: str(model._meta.pk.column) for model in records}
    yield from (reference for reference in BY_NAME if reference.target in keys)
    for model in records:
        for field in model._meta.concrete_fields:
            target = field.related_model
            if isinstance(target, type) and target in records:
                table = target._meta.db_table
                yield Reference(model._meta.db_table, str(field.column), table, keys[table])


def _index(cursor: Any, kind: str, name: str, table: str, column: str) -> None:
    words = sql.SQL(f"create {kind} if not exists {{}} on {{}} (program_id, {{}})")
    parts = (truncate_name(name, LONGEST_NAME), table, column)
    cursor.execute(words.format(*(sql.Identifier(part) for part in parts)))


def _constrain(cursor: Any, reference: Reference) -> None:
    cursor.execute(
        "select confrelid::regclass::text from pg_constraint where conname = %s and conrelid = %s::regclass",
        [reference.name, reference.table],
    )
    held = cursor.fetchone()
    names = {part: sql.Identifier(value) for part, value in vars(reference).items()} | {
        "name": sql.Identifier(reference.name)
    }
    if held and held[0] != reference.target:
        cursor.execute(sql.SQL("alter table {table} drop constraint {name}").format(**names))
    if not held or held[0] != reference.target:
        cursor.execute(
            sql.SQL(
                "alter table {table} add constraint {name} foreign key (program_id, {column}) "
                "references {target} (program_id, {target_key}) deferrable initially deferred"
            ).format(**names)
        )
