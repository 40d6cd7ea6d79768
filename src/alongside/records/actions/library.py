"""Keeping the program's own copies of guiding documents, and how its quarterly meetings are joined."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..media import media_type_of, plain_name, problems_of_file
from ..models import GuidingCopy, JoiningDetails
from ..problems import Conflict, Problem, is_nothing, nothing
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import Program, User

JOINED_BY = ("address", "phone", "conference_id", "remark")


def keep_copy(
    *, program: Program, document: str, name: str, content: bytes, edition: str = "", by: User | None
) -> GuidingCopy:
    """Keep a copy of a guiding document. What it is is told by its content. Raises `Problems`."""
    with recording(program_id=program.pk, by=by):
        refuse([*problems_of_file(content), *([nothing("document")] if is_nothing(document) else [])])
        copy = GuidingCopy(
            program_id=program.pk,
            document=document,
            edition=(edition or "").strip(),
            name=plain_name(name),
            media_type=media_type_of(content),
            content=content,
            uploaded_by=by,
        )
        copy.save(force_insert=True)
        return copy


def say_how_to_join(
    *, program: Program, version: int, said: Mapping[str, Any], on: datetime.date, by: User | None
) -> JoiningDetails:
    """Say how the quarterly meetings are joined: the fields of `JOINED_BY`, over what was read at `version` (0 where
    there was nothing). Raises `Conflict`, and `Problems` where the address is none or nothing is said."""
    with recording(program_id=program.pk, by=by):
        refuse(_problems(said))
        held = JoiningDetails.objects.first()
        if held is None:
            return store(JoiningDetails(program_id=program.pk, **said), on=on)
        held = locked(held)
        if all(getattr(held, field) == value for field, value in said.items()):
            return held
        if held.version != version:
            raise Conflict(held, version, dict(said))
        for field, value in said.items():
            setattr(held, field, value)
        return store_again(held, fields=tuple(said), on=on)


def _problems(said: Mapping[str, Any]) -> list[Problem]:
    address = said.get("address")
    if all(is_nothing(said.get(field)) for field in JOINED_BY):
        return [nothing("address")]
    if address and not address.startswith(("https://", "http://")):
        return [
            Problem("address", address[:80], "an address that begins with https://", "Copy it from the invitation.")
        ]
    return []
