"""Whose session a request came with that has ended: what they were sending is theirs, and kept for them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from .context import acting
from .middleware import IN_USE, memberships_of
from .models import Membership, User


def before_it_ends(request: Any) -> tuple[User, str | None] | None:
    """Who is signed in now and the role they chose, for after their session is ended; None where nobody is."""
    return (request.user, request.session.get(IN_USE)) if request.user.is_authenticated else None


def role_of(user: User, chosen: str | None) -> Membership | None:
    """The role they acted in, where it is still theirs today."""
    with acting(program=None, actor=user):
        found = memberships_of(user)
    return next((one for one in found if str(one.pk) == chosen), next(iter(found), None))


def ran_out(request: Any) -> tuple[User, str | None] | None:
    """Whose session ran out while nothing was asked, at most SESSION_LONGEST ago; None where it was taken away, where
    the password is another since, or where the account is closed."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    now = timezone.now()
    row = Session.objects.filter(pk=key, expire_date__lte=now, expire_date__gt=now - settings.SESSION_LONGEST).first()
    held = row.get_decoded() if row else {}
    user = User.objects.filter(pk=str(held[SESSION_KEY]), is_active=True).first() if SESSION_KEY in held else None
    if user is None or not _is_hash_of(held.get(HASH_SESSION_KEY, ""), user):
        return None
    return user, held.get(IN_USE)


def _is_hash_of(kept: str, user: User) -> bool:
    known = [user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()]
    return any(constant_time_compare(kept, one) for one in known)
