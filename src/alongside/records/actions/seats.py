"""A participant's own seat: a code handed over, the seat it opens, and its end."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from alongside.access.actions import create_user, join
from alongside.access.context import acting
from alongside.access.invitations import VALID_FOR, hash_of, new_code
from alongside.access.models import Membership, User
from alongside.access.roles import Role
from alongside.access.sign_in import forget_second_factors

from ..models import Invitation, Participant, Representative
from ..problems import Problem, nothing
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from django.db.models import QuerySet


def invite(
    *,
    participant: Participant,
    representative: Representative | None = None,
    made_by: str,
    at: datetime.datetime,
    on: datetime.date,
    by: User | None,
) -> tuple[Invitation, str]:
    """Make the code that opens a participant's seat, or their representative's. Given once: only its hash is kept.

    Valid for 14 days, once. Codes made for the same seat before stop working. Whoever uses it gives the participant's
    date of birth too, so that has to be on record.
    """
    with recording(program_id=participant.program_id, by=by):
        refuse([] if participant.born_on else [nothing("born_on")])
        if representative is not None:
            current = Representative.objects.current(on).filter(participant=participant, pk=representative.pk)
            fix = "Record the days of their authority first."
            acts = Problem("representative", "somebody who does not act today", "somebody who acts today", fix)
            refuse([] if current.exists() else [acts])
        for earlier in open_invitations(participant.pk, on).filter(representative=representative):
            _revoke(earlier, made_by, at, on)
        code = new_code()
        invitation = Invitation(
            program_id=participant.program_id,
            participant=participant,
            representative=representative,
            code_hash=hash_of(code),
            made_on=on,
            made_by=made_by,
            expires_on=on + VALID_FOR,
        )
        return store(invitation, on=on), code


def open_invitations(participant_id: UUID, on: datetime.date) -> QuerySet[Invitation]:
    """Codes of a participant that still open something."""
    codes = Invitation.objects.filter(participant_id=participant_id, used_at=None, revoked_at=None, expires_on__gte=on)
    return codes.select_related("representative")


def revoke_invitation(
    *, invitation: Invitation, revoked_by: str, at: datetime.datetime, on: datetime.date, by: User | None
) -> Invitation:
    """Take a code out of use. Raises `Problems` where it was used already."""
    with recording(program_id=invitation.program_id, by=by):
        invitation = locked(invitation)
        fix = "End the seat instead, if it was opened by the wrong person."
        refuse([Problem("used_at", "a code already used", "one not used yet", fix)] if invitation.used_at else [])
        return invitation if invitation.revoked_at else _revoke(invitation, revoked_by, at, on)


def open_seat(
    *,
    invitation: Invitation,
    sign_in_name: str,
    passphrase: str,
    at: datetime.datetime,
    on: datetime.date,
) -> User:
    """Use a code: the account it opens, new, or the one that sat there before with a new passphrase.

    Then second factors are forgotten too: whoever lost a phone lost those with it. Raises `Problems` where the code was
    used meanwhile or the name is taken; the caller has asked for code and date of birth.
    """
    with recording(program_id=invitation.program_id, by=None):
        invitation = locked(Invitation.objects.select_related("participant", "representative").get(pk=invitation.pk))
        gone = Problem("code", "a code used or taken back meanwhile", "one that still opens", "Ask for a new code.")
        refuse([gone] if invitation.used_at or invitation.revoked_at else [])
        former = former_seat(invitation)
        user = _mended(former.user, passphrase) if former else _new_user(invitation, sign_in_name, passphrase)
        with acting(actor=user):
            _sit_down(invitation, user, former, on)
            invitation.used_at = at
            store_again(invitation, fields=("used_at",), on=on)
        return user


def former_seat(invitation: Invitation) -> Membership | None:
    """The seat this person had before, if any: same participant, same authority."""
    seats = Membership.objects.filter(
        participant_id=invitation.participant_id, representative_id=invitation.representative_id
    )
    return seats.select_related("user").order_by("-starts_on", "-created_at").first()


def end_seat(
    *, seat: Membership, ended_by: str, at: datetime.datetime, on: datetime.date, by: User | None
) -> Membership:
    """End a seat at once. The account can no longer sign in, unless it has another seat or role."""
    assert seat.participant_id is not None
    with recording(program_id=seat.program_id, by=by):
        seat.ended_at, seat.ends_on = at, min(seat.ends_on or on, on)
        seat.save(update_fields=["ended_at", "ends_on"])
        for code in open_invitations(seat.participant_id, on).filter(representative_id=seat.representative_id):
            _revoke(code, ended_by, at, on)
        with acting(program=None, actor=seat.user_id, participant=None):
            if not Membership.objects.current(on).filter(user=seat.user_id).exists():
                User.objects.filter(pk=seat.user_id).update(is_active=False)
    return seat


def _revoke(invitation: Invitation, revoked_by: str, at: datetime.datetime, on: datetime.date) -> Invitation:
    invitation.revoked_at, invitation.revoked_by = at, revoked_by
    return store_again(invitation, fields=("revoked_at", "revoked_by"), on=on)


def _new_user(invitation: Invitation, sign_in_name: str, passphrase: str) -> User:
    whose = invitation.representative or invitation.participant
    with acting(program=None, actor=None):
        taken = User.objects.filter(sign_in_name=sign_in_name).exists()
        fix = "Add a number or another word."
        refuse([Problem("sign_in_name", "a name somebody has", "one nobody has", fix)] if taken else [])
        return create_user(sign_in_name=sign_in_name, name=whose.name or "", password=passphrase, by=None)


def _mended(user: User, passphrase: str) -> User:
    user.set_password(passphrase)
    user.is_active = True
    with acting(program=None, actor=user):
        user.save(update_fields=["password", "is_active"])
        forget_second_factors(user)
    return user


def _sit_down(invitation: Invitation, user: User, former: Membership | None, on: datetime.date) -> None:
    """The membership that is the seat: the former one where it still holds or ended today, else a new one."""
    is_whole = former is not None and former.ended_at is None and (former.ends_on is None or former.ends_on >= on)
    if is_whole:
        return
    representative = invitation.representative
    ends_on = representative.ends_on if representative else None
    if former is not None and former.starts_on == on:
        former.ended_at, former.ends_on = None, ends_on
        former.save(update_fields=["ended_at", "ends_on"])
        return
    join(
        user=user,
        program=invitation.program,
        role=Role.REPRESENTATIVE if representative else Role.PARTICIPANT,
        starts_on=on,
        ends_on=ends_on,
        participant_id=invitation.participant_id,
        representative_id=invitation.representative_id,
        by=user,
    )
