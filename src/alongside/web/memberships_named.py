"""One's own memberships in words that tell each from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db import transaction

from alongside.access.context import acting
from alongside.access.models import Membership
from alongside.access.roles import Role
from alongside.law import said
from alongside.records.models import Participant


def named(memberships: Sequence[Membership]) -> list[tuple[Membership, str]]:
    """Each with its program and role, a representative's with whom they act for; those still alike with their day."""
    words = [f"{one.program.name}, as {_role(one)}" for one in memberships]
    alike = Counter(words)
    return [
        (one, f"{text}, since {said(one.starts_on)}" if alike[text] > 1 else text)
        for one, text in zip(memberships, words, strict=True)
    ]


def _role(membership: Membership) -> str:
    role = membership.get_role_display().lower()
    if membership.role != Role.REPRESENTATIVE:
        return role
    # Each seat shows the one whose it is, and nobody else.
    with acting(program=membership.program_id, participant=membership.participant_id), transaction.atomic():
        person = Participant.objects.filter(pk=membership.participant_id).first()
    return f"{role} of {person.name or person.medicaid_id}" if person else role
