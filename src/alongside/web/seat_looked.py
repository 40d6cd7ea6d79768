"""Who looked at a participant's record, from the ledger, in words a person uses."""

from __future__ import annotations

import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from alongside.access.roles import Role

AT_ONCE = 100
# A signature is told once, as a signature; the rows it leaves behind are not told besides.
LEFT_BEHIND = {("insert", "document"), ("insert", "signature")}
# What staff report about abuse and neglect is not told to whoever acts for somebody: it may be about them.
KEPT_FROM_REPRESENTATIVES = {"incident_report", "incident_step", "report_section", "note_hold", "own_words"}


class Looked(NamedTuple):
    """One entry, as the ledger has it."""

    entry: int
    at: datetime.datetime
    act: str
    about: str
    row_id: str
    detail: str
    name: str
    role: str | None


def who_looked(participant: UUID, *, before: int | None = None, most: int = AT_ONCE) -> list[Looked]:
    """Entries about one participant, newest first, from before an entry. Not one's own, nor the system's."""
    with connection.cursor() as cursor:
        cursor.execute("select * from alongside_who_looked(%s, %s, %s)", [participant, before, most])
        return [Looked(*row) for row in cursor.fetchall()]


def told(entries: list[Looked]) -> list[Looked]:
    """Without what another entry tells already."""
    return [entry for entry in entries if (entry.act, entry.about) not in LEFT_BEHIND]


def for_representatives(entries: list[Looked], notes_of_their_own: set[str]) -> list[Looked]:
    """Without what is the participant's alone."""
    return [
        entry
        for entry in entries
        if entry.about not in KEPT_FROM_REPRESENTATIVES
        and entry.row_id not in notes_of_their_own
        and entry.role != Role.PARTICIPANT
    ]
