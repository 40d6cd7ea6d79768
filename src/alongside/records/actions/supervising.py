"""Recording who supervises whom from a day, and each session they had."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ..models import StaffMember, Supervision, SupervisionSession
from ..problems import nothing
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User

Day = datetime.date | None
ONE_DAY = datetime.timedelta(days=1)


def supervise(
    *,
    staff: StaffMember,
    supervisor: StaffMember | None,
    starts_on: Day,
    ends_on: Day = None,
    is_instead: bool | None = None,
    on: datetime.date,
    by: User | None,
) -> Supervision:
    """Record who supervises somebody from a day. `is_instead` ends the supervision in force then on the day before.

    Raises `Problems`: a link to oneself, one that closes a circle, one that is there already, days out of order.
    """
    if is_instead and starts_on is None:
        refuse([nothing("starts_on")])
    with recording(program_id=staff.program_id, by=by):
        if is_instead and starts_on is not None:
            for before in Supervision.objects.filter(staff=staff).current(starts_on):
                before = locked(before)
                before.ends_on = starts_on - ONE_DAY
                store_again(before, fields=("ends_on",), on=on)
        link = Supervision(
            program_id=staff.program_id, staff=staff, supervisor=supervisor, starts_on=starts_on, ends_on=ends_on
        )  # fmt: skip
        return store(link, on=on)


def log_supervision(
    *,
    staff: StaffMember,
    supervisor: StaffMember | None,
    held_on: Day,
    hours: Decimal | None,
    on: datetime.date,
    by: User | None,
) -> SupervisionSession:
    """Record one session of supervision in the log. Raises `Problems`."""
    with recording(program_id=staff.program_id, by=by):
        session = SupervisionSession(
            program_id=staff.program_id, staff=staff, supervisor=supervisor, held_on=held_on, hours=hours
        )  # fmt: skip
        return store(session, on=on)
