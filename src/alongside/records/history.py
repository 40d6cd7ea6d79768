"""How a record came to be as it is: every change, and the values as somebody read them at an earlier version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .models import Change, Participant, ProgramRecord

if TYPE_CHECKING:
    from alongside.access.models import User

Values = dict[str, Any]


def values_of(record: ProgramRecord, fields: tuple[str, ...] | list[str]) -> Values:
    """Fields with their values; of a reference, the key."""
    return {name: record._meta.get_field(name).value_from_object(record) for name in fields}


def keep_change(record: ProgramRecord, before: Values, by: User | None, reason: str | None = None) -> None:
    """Write down what was changed, as the record is stored."""
    after = values_of(record, list(before))
    changed = [name for name in before if before[name] != after[name]]
    person = record.pk if isinstance(record, Participant) else getattr(record, "participant_id", None)
    Change(
        program_id=record.program_id,
        participant_id=person,
        about=record._meta.db_table,
        record=record.pk,
        version=record.version,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
        reason=reason,
        changed_by=by,
    ).save(force_insert=True)


def changes_of(record: ProgramRecord) -> list[Change]:
    """Every change of a record, the newest first."""
    rows = Change.objects.filter(about=record._meta.db_table, record=record.pk)
    return list(rows.select_related("changed_by"))


def as_read(record: ProgramRecord, version: int, fields: list[str]) -> Values:
    """The values as they stood at an earlier version: today's, with every later change taken back."""
    values = values_of(record, fields)
    for change in changes_of(record):
        if change.version > version:
            values |= {name: as_stored(record, name, was) for name, was in change.before.items() if name in values}
    return values


def own_changes(record: ProgramRecord, version: int, entered: Mapping[str, Any]) -> Values:
    """Of what was entered, what differs from the record as it was read at `version`: somebody's own corrections.

    `record` is as it stands now. What was left as it was read is not theirs to overwrite.
    """
    read = as_read(record, version, list(entered))
    return {name: value for name, value in entered.items() if not _same(read[name], value)}


def as_stored(record: ProgramRecord, name: str, value: Any) -> Any:
    """A value as JSON wrote it, turned back into what the record holds."""
    return None if value is None else record._meta.get_field(name).to_python(value)


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) or (one in (None, "") and other in (None, ""))
