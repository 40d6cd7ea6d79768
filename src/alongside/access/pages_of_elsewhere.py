"""Who may open the pages of a county's own sign-in, which are there where the environment names a provider."""

from __future__ import annotations

from django.conf import settings

from .page import Page, anyone, oneself

_PAGES: dict[str, Page] = {
    "openid_connect_login": anyone("Signing in comes before everything else."),
    "openid_connect_callback": anyone("The way back from the county's own sign-in."),
    "socialaccount_login_cancelled": anyone("Says that signing in was cancelled."),
    "socialaccount_login_error": anyone("Says that signing in went wrong."),
    "socialaccount_signup": anyone("Says that accounts are made by an administrator."),
    "socialaccount_connections": oneself("Everyone sees what their own account is tied to."),
}
PAGES_OF_ELSEWHERE = _PAGES if "allauth.socialaccount" in settings.INSTALLED_APPS else {}
