"""Trying a code: what it opens, or why it opens nothing. Wrong tries are counted."""

from __future__ import annotations

import datetime
from uuid import UUID

from alongside.access.context import acting
from alongside.access.invitations import TRIES_OF_A_CODE, invited

from ..models import Invitation

ASK = "Ask your coordinator for a new one."


class CodeRefused(Exception):
    """The code opens nothing. The text is for whoever typed it."""


def code_tried(*, code: str, born_on: datetime.date, on: datetime.date) -> Invitation:
    """The invitation of this code and date of birth. Raises `CodeRefused` with what to do next.

    To be called in a transaction that is kept: a wrong date of birth is counted, and after five the code is spent.
    """
    found = invited(code)
    if found is None:
        raise CodeRefused("We do not know this code. Look at each letter on your slip, and type it again.")
    program, key = found
    with acting(program=program):
        invitation = Invitation.objects.select_for_update(of=("self",)).select_related("participant").get(pk=key)
        if reason := _spent(invitation, on):
            raise CodeRefused(reason)
        if invitation.participant.born_on != born_on:
            invitation.tries_count += 1
            invitation.save(update_fields=["tries_count"])
            left = TRIES_OF_A_CODE - invitation.tries_count
            tries = "You can try once more." if left == 1 else f"You can try {left} more times."
            raise CodeRefused(f"The code and the date of birth do not go together. {tries if left else _TOO_OFTEN}")
    return invitation


def still_opens(*, program_id: UUID, invitation_id: UUID, on: datetime.date) -> Invitation | None:
    """The invitation that was found a moment ago, if it still opens something."""
    with acting(program=program_id):
        people = ("program", "participant", "representative")
        invitation = Invitation.objects.select_related(*people).filter(pk=invitation_id).first()
        return invitation if invitation and not _spent(invitation, on) else None


_TOO_OFTEN = f"This code was tried too often and no longer works. {ASK}"


def _spent(invitation: Invitation, on: datetime.date) -> str | None:
    if invitation.used_at:
        return f"This code was used already. {ASK}"
    if invitation.revoked_at:
        return f"This code was taken back. {ASK}"
    if invitation.expires_on is None or invitation.expires_on < on:
        return f"This code is too old: codes work for 14 days. {ASK}"
    return _TOO_OFTEN if invitation.tries_count >= TRIES_OF_A_CODE else None
