"""Asking staff again who they are before they sign: the password or the code, unless asked five minutes ago."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.account.forms import ReauthenticateForm as ByPassword
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate, reauthenticate_by_password
from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from alongside.access.one_time_codes import SignAgainCode as ByCode

CODES = [Authenticator.Type.TOTP]
TOO_OFTEN = "Too many attempts. Wait a minute, then try again."


@dataclass(frozen=True)
class Confirmation:
    """What is asked of this user: nothing where they confirmed lately, else a code or the password."""

    is_fresh: bool
    by_code: bool
    has_passkey: bool


def asked_of(request: HttpRequest) -> Confirmation:
    """What the page asks before a staff member's own signature."""
    return Confirmation(
        is_fresh=did_recently_reauthenticate(request),
        by_code=is_mfa_enabled(request.user, CODES),
        has_passkey=is_mfa_enabled(request.user, [Authenticator.Type.WEBAUTHN]),
    )


def wrong_in(request: HttpRequest) -> str | None:
    """Confirm by what was typed; a sentence where that fails, None where the user is who they say."""
    asked = asked_of(request)
    if asked.is_fresh:
        return None
    if not ratelimit.consume(request, action="reauthenticate", user=request.user):
        return TOO_OFTEN
    if asked.by_code:
        code = ByCode(request.POST, user=request.user)
        if not code.is_valid():
            return "This is not the code the app shows now. Read it again."
        code.save()
        return None
    if not ByPassword(request.POST, user=request.user).is_valid():
        return "This is not your password."
    reauthenticate_by_password(request)
    return None
