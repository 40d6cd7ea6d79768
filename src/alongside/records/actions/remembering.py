"""Remembering which fields of an imported record a person changed, so that a later import leaves them alone."""

from __future__ import annotations

import datetime

from alongside.access.context import current

from ..models import Correction, ProgramRecord


def remember(record: ProgramRecord, *, fields: tuple[str, ...], on: datetime.date) -> None:
    """Keep what an imported record said before these fields are stored anew; what the file had told stays the first.

    From a participant's own seat nothing is remembered: signatures are given there, which no file tells.
    """
    if not record.imported_from or current().participant is not None:
        return
    before = type(record)._default_manager.filter(pk=record.pk).values(*fields).first() or {}
    columns = {name: record._meta.get_field(name) for name in fields}
    changed = [name for name, column in columns.items() if getattr(record, column.attname) != before.get(name)]
    told = {"program_id": record.program_id, "record_key": record.pk, "table_name": record._meta.db_table}
    said = {"corrected_on": on, "corrected_by_id": current().actor}
    rows = [Correction(**told, **said, field=name, was=_as_text(before.get(name))) for name in changed]
    Correction.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["program", "record_key", "field"],
        update_fields=["corrected_on", "corrected_by"],
    )  # fmt: skip


def _as_text(value: object) -> str | None:
    return None if value in (None, "") else str(value)
