"""Who acts for a participant."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import Participant, Representative
from .recording import recording, store

if TYPE_CHECKING:
    from alongside.access.models import User


def add_representative(
    *,
    participant: Participant,
    kind: str,
    name: str,
    phone: str | None = None,
    email: str | None = None,
    starts_on: datetime.date | None = None,
    ends_on: datetime.date | None = None,
    on: datetime.date,
    by: User | None,
) -> Representative:
    """Record who acts for a participant. `kind` is a word of `RepresentativeKind`."""
    with recording(program_id=participant.program_id, by=by):
        representative = Representative(
            program_id=participant.program_id,
            participant=participant,
            kind=kind,
            name=name,
            phone=phone,
            email=email,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        return store(representative, on=on)
