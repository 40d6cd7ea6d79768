"""One row in every record table of a program, made from the models alone: a table added later is covered by itself."""

from __future__ import annotations

import hashlib
from itertools import count
from typing import Any
from uuid import uuid4

from django.db import connection, models, transaction

from alongside.access.context import acting
from alongside.access.models import User
from alongside.access.protect import record_models

_numbers = count(1)
ABOUT_A_RECORD = {"document", "rendering", "signature", "attachment", "sign_off"}


def one_row_in_each_table(program: Any, *, without: str = "") -> dict[str, Any]:
    """Plant the rows; gives the key of each by the name of its table. The table `without` stays empty, and so do those
    that need it."""
    made: dict[str, Any] = {}
    with acting(program=program), transaction.atomic(), connection.cursor() as cursor:
        # What is derived comes last: triggers write there as the records are planted.
        for model in sorted(_parents_first(record_models()), key=_how_late):
            if model._meta.db_table == without or _needs(model) - made.keys():
                continue
            if not getattr(model, "is_written_once", False):
                model._base_manager.all()._raw_delete("default")
            values = row_of(model, program.pk, made)
            cursor.execute(*inserting(model._meta.db_table, values))
            made[model._meta.db_table] = values[model._meta.pk.column]
    return made


def row_of(model: type[models.Model], program: Any, keys: dict[str, Any]) -> dict[str, Any]:
    """The least a row needs: its key, its program, its references, and whatever may not be empty."""
    values = {}
    for field in model._meta.concrete_fields:
        if field.name == "program":
            values[field.column] = program
        elif field.primary_key:
            values[field.column] = uuid4() if isinstance(field, models.UUIDField) else next(_numbers) + 10**9
        elif not field.null and not field.has_db_default() and not field.generated:
            values[field.column] = _value(field, keys)
    return values | _shaped(model._meta.db_table, keys)


def model_of(table: str) -> type[models.Model]:
    """The model of a table of records."""
    return next(model for model in record_models() if model._meta.db_table == table)


def _needs(model: type[models.Model]) -> set[str]:
    """The tables of records it cannot be without, other than itself."""
    needed = {f.related_model for f in model._meta.concrete_fields if f.is_relation and not f.null} - {model}
    return {one._meta.db_table for one in needed & set(record_models())}


def _how_late(model: type[models.Model]) -> tuple[bool, bool]:
    """What names a record by its table and key comes after every record, and what is derived after that."""
    return not getattr(model, "is_ledgered", True), model._meta.db_table in ABOUT_A_RECORD


def _shaped(table: str, keys: dict[str, Any]) -> dict[str, Any]:
    """What the database itself looks into before it keeps a row."""
    mine = {"participant_id": keys.get("participant")}
    about = {**mine, "kind": "service_plan", "record": keys.get("service_plan")}
    content_hash = hashlib.sha256(b"{}").hexdigest()
    if table == "signature":
        signed = {**mine, "capacity": "coordinator", "method": "own_sign_in", "user_id": _somebody()}
        return {**signed, "content_hash": content_hash}
    return {
        "document": {**about, "content": "{}"},
        "rendering": mine,
        "consent": {"covers_other": True},
        "disclosure": {"without_consent": "audit"},
        "emergency_access": {"reason": "x", "opened_at": "2026-01-01 09:00Z", "ends_at": "2026-01-01 13:00Z"},
        "emergency_review": {"conclusion": "justified", "words": "x", "reviewed_at": "2026-01-02Z"},
        "record_mark": {"record_class": "other", "marked_on": "2026-01-01", "why": "x"},
        "sign_off": {"progress_note_id": keys.get("progress_note")},
        "seed_part": {"seal": content_hash},
        "attachment": {**about, "media_type": "application/pdf"},
    }.get(table, {})


def inserting(table: str, values: dict[str, Any]) -> tuple[str, list[Any]]:
    """The statement and its parameters."""
    columns = ", ".join(f'"{name}"' for name in values)
    return f'insert into "{table}" ({columns}) values ({", ".join(["%s"] * len(values))})', list(values.values())


def _value(field: Any, keys: dict[str, Any]) -> Any:
    if field.is_relation:
        target = field.related_model
        return _somebody() if target is User else keys[target._meta.db_table]
    if field.has_default() and not callable(field.default):
        return field.get_default()
    if field.choices:
        return field.flatchoices[0][0]
    kind = field.get_internal_type()
    number = next(_numbers)
    return {
        "TextField": f"{number:010d}",
        "CharField": f"{number:010d}",
        "UUIDField": uuid4(),
        "DateField": "2026-01-01",
        "DateTimeField": "2026-01-01Z",
        "BooleanField": False,
        "JSONField": "{}",
        "DecimalField": 1,
        "IntegerField": 1,
        "PositiveIntegerField": 1,
        "BigIntegerField": number,
        "BinaryField": b"",
        "FileField": f"file {number}",
    }[kind]


def _somebody() -> Any:
    from alongside.access.actions import create_user

    return create_user(email=f"somebody{next(_numbers)}@example.org", name="Sam Example", by=None).pk


def _parents_first(models_: list[type[models.Model]]) -> list[type[models.Model]]:
    placed: list[type[models.Model]] = []
    while len(placed) < len(models_):
        before = len(placed)
        for model in models_:
            if model not in placed and not _needs(model) - {one._meta.db_table for one in placed}:
                placed.append(model)
        if len(placed) == before:
            raise LookupError(f"These tables need each other: {set(models_) - set(placed)}")
    return placed
