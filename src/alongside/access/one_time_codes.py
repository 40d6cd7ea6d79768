"""A code of an authenticator app is taken once, for as long as a clock that is a little off could make it right."""

from __future__ import annotations

from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from django.core.cache import cache


class _TakenOnce(BaseAuthenticateForm):  # type: ignore[misc]
    """allauth remembers a spent code for one period; with tolerance on both sides it is right for three."""

    def clean_code(self) -> str:
        """The code, unless it was spent before."""
        code: str = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not _spend(self.user.pk, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SignInCode(_TakenOnce, AuthenticateForm):  # type: ignore[misc]
    """The second step of signing in."""


class SignAgainCode(_TakenOnce, ReauthenticateForm):  # type: ignore[misc]
    """Asked again, before a signature or a change to sign-in."""


def _spend(user: object, code: str) -> bool:
    digits = "".join(sign for sign in code if sign.isdigit())
    periods = 2 * app_settings.TOTP_TOLERANCE + 2
    return bool(cache.add(f"alongside-spent-{user}-{digits}", 1, timeout=app_settings.TOTP_PERIOD * periods))
