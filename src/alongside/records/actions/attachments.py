"""Attaching a file to a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..media import media_type_of, plain_name, problems_of_file
from ..models import AttachedTo, Attachment, ProgramRecord
from .recording import recording, refuse, whose

if TYPE_CHECKING:
    from alongside.access.models import User


def attach(*, record: ProgramRecord, content: bytes, name: str, by: User | None) -> Attachment:
    """Keep a file with a record of a participant or staff member. Its content tells what it is. Raises `Problems`."""
    with recording(program_id=record.program_id, by=by):
        refuse(problems_of_file(content))
        attachment = Attachment(
            program_id=record.program_id,
            **whose(record),
            kind=AttachedTo(record._meta.db_table),
            record=record.pk,
            name=plain_name(name),
            media_type=media_type_of(content),
            content=content,
            uploaded_by=by,
        )
        attachment.save(force_insert=True)
        return attachment
