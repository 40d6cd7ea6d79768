"""Who comes from a county's own provider signs in to the account they have here. None is ever made for them."""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.http import HttpRequest

from .middleware import refuse
from .models import User

NOBODY = (
    "There is no account here for the email your county's sign-in gave. An administrator of your program adds you with "
    "that email; then sign in again."
)
UNSURE = "Your county's sign-in gave no email that it has checked. Sign in with your password, or ask those who run it."
ANOTHER = (
    "The account of this email is tied to another person at your county's sign-in. An administrator of your program "
    "looks into it."
)


class Elsewhere(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The first time, an account is found by an email the provider has checked; from then on by the provider's own
    name for the person, so that an email given to somebody else opens nothing."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never: an account without a membership opens nothing."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find the account, tie it, or say why there is none."""
        if sociallogin.is_existing:
            return
        emails = [one.email for one in sociallogin.email_addresses if one.verified or settings.OIDC_TRUSTS_EMAIL]
        if not emails:
            raise ImmediateHttpResponse(refuse(request, UNSURE))
        user = User.objects.filter(email__iexact=emails[0], is_active=True).first()
        if user is None:
            raise ImmediateHttpResponse(refuse(request, NOBODY))
        if SocialAccount.objects.filter(user=user).exists():
            raise ImmediateHttpResponse(refuse(request, ANOTHER))
        sociallogin.connect(request, user)
