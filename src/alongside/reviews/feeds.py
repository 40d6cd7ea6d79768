"""Private addresses under which a calendar program reads days: made, shown once, revoked."""

from __future__ import annotations

import datetime
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now

from alongside.access.context import acting
from alongside.access.feed_addresses import hash_of, new_secret
from alongside.access.models import Membership
from alongside.records.problems import Problem, Problems

from .models import CalendarFeed, FeedNames, FeedScope


def make_feed(*, actor: Membership, scope: str, names: str = FeedNames.NOBODY) -> tuple[CalendarFeed, str]:
    """A new private address of this actor, with its secret: nowhere kept, so shown once. An older one of the same scope
    ends. Raises `Problems` for a word there is not."""
    problems = [
        Problem(field, repr(word)[:40], f"one of: {', '.join(words.values)}", "Choose one.")
        for field, word, words in (("scope", scope, FeedScope), ("names", names, FeedNames))
        if word not in words.values
    ]
    if problems:
        raise Problems(problems)
    secret = new_secret()
    own = {"program_id": actor.program_id, "reader_id": actor.user_id, "role": actor.role, "scope": scope}
    with acting(program=actor.program_id, actor=actor.user_id), transaction.atomic():
        CalendarFeed.objects.filter(**own, revoked_at=None).update(revoked_at=Now())
        return CalendarFeed.objects.create(**own, names=names, secret_hash=hash_of(secret)), secret


def revoke_feed(*, feed: CalendarFeed, actor: Membership) -> None:
    """End an address at once. Nothing happens where it has ended."""
    with acting(program=feed.program_id, actor=actor.user_id), transaction.atomic():
        CalendarFeed.objects.filter(pk=feed.pk, revoked_at=None).update(revoked_at=Now())


def reader_of(feed: UUID, on: datetime.date) -> tuple[CalendarFeed, Membership] | None:
    """A feed in use, with the membership it reads by; None where the reader lost that."""
    held = CalendarFeed.objects.select_related("reader").filter(pk=feed, revoked_at=None).first()
    if held is None or not held.reader.is_active:
        return None
    memberships = Membership.objects.current(on).filter(
        user=held.reader, program=held.program_id, role=held.role, participant_id=None
    )
    membership = memberships.select_related("program").first()
    return None if membership is None else (held, membership)
