"""Opening a participant in an emergency tells those who review it, in the same transaction: never one without the
other."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from alongside.access.models import Membership
from alongside.access.roles import SEES_STAFF
from alongside.records import actions
from alongside.records.actions.recording import recording
from alongside.records.models import EmergencyAccess, Participant

from .models import Notice, NoticeKind, Told
from .notices import Wished, wished_by

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from alongside.access.models import User

NAMED = "A participant was opened for an emergency"


def open_and_tell(*, participant: Participant, on: datetime.date, by: User, **said: Any) -> EmergencyAccess:
    """Open the participant (`records.actions.open_in_emergency`), and tell everyone who may review it but the one who
    opened. Raises `Problems`; nobody is told of what was not opened."""
    with recording(program_id=participant.program_id, by=by):
        access = actions.open_in_emergency(participant=participant, on=on, by=by, **said)
        Notice.objects.bulk_create(_notices(access, on))
        return access


def _notices(access: EmergencyAccess, on: datetime.date) -> Iterator[Notice]:
    held = Membership.objects.current(on).filter(
        program=access.program_id, role__in=sorted(SEES_STAFF), user__is_active=True
    )
    readers = set(held.exclude(user=access.account_id).values_list("user_id", flat=True))
    wishes = wished_by(readers)
    about = {"root_table": "participant", "root": access.participant_id, "emergency_access": access.pk}
    for reader in sorted(readers):
        yield Notice(
            program_id=access.program_id, reader_id=reader, kind=NoticeKind.SAFETY, told_on=on,
            cause=f"emergency access {access.pk}", lines=[{"rule": "", "name": NAMED, **about}],
            is_mail_wanted=wishes.get(reader, Wished()).at_once == Told.MAIL,
        )  # fmt: skip


def waiting_for_review(actor: Membership) -> QuerySet[EmergencyAccess]:
    """Emergency accesses that nobody reviewed and that the actor may review: never their own."""
    if actor.role not in SEES_STAFF:
        return EmergencyAccess.objects.none()
    waiting = EmergencyAccess.objects.filter(review=None).exclude(account_id=actor.user_id)
    waiting = waiting.exclude(staff_id=actor.staff_id) if actor.staff_id else waiting
    return waiting.select_related("participant").order_by("opened_at")
