"""Whether somebody still acts for a participant. Access knows the record of authority by name, not by import."""

from __future__ import annotations

from datetime import date

from django.db import connection, transaction

from .context import acting
from .models import Membership

# A parent acts for a minor: until the day before the eighteenth birthday, whatever the record leaves open.
_ACTS = """
    select exists (
        select 1 from representative r join participant p using (participant_id)
        where r.representative_id = %(representative)s and r.participant_id = %(participant)s
            and (r.starts_on is null or r.starts_on <= %(on)s) and (r.ends_on is null or r.ends_on >= %(on)s)
            and (r.kind <> 'parent' or p.born_on is null or %(on)s < p.born_on + interval '18 years'))
"""


def acts_today(membership: Membership, on: date) -> bool:
    """Whether the representative's authority, as recorded, covers that day."""
    seat = {"representative": membership.representative_id, "participant": membership.participant_id, "on": on}
    with (
        acting(program=membership.program_id, participant=membership.participant_id),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(_ACTS, seat)
        return bool(cursor.fetchone()[0])
