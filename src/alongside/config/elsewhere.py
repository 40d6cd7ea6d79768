"""Signing in with a county's own provider (OpenID Connect), where the environment names one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

URL, ID, SECRET = "ALONGSIDE_OIDC_URL", "ALONGSIDE_OIDC_ID", "ALONGSIDE_OIDC_SECRET"
PROVIDER = "county"
APPS = ("allauth.socialaccount", "allauth.socialaccount.providers.openid_connect")


def settings_of(environ: Mapping[str, str]) -> dict[str, Any]:
    """django-allauth's settings for the provider; none where there is none."""
    if not environ.get(URL):
        return {}
    app = {
        "provider_id": PROVIDER,
        "name": environ.get("ALONGSIDE_OIDC_NAME", "your county's account"),
        "client_id": environ.get(ID, ""),
        "secret": environ.get(SECRET, ""),
        "settings": {"server_url": environ[URL]},
    }
    return {
        "SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}},
        "SOCIALACCOUNT_ADAPTER": "alongside.access.elsewhere.Elsewhere",
        "SOCIALACCOUNT_STORE_TOKENS": False,
        # A link and not a form, which the content security policy would not let leave for another site.
        "SOCIALACCOUNT_LOGIN_ON_GET": True,
    }


def flaws_of_provider(environ: Mapping[str, str]) -> list[str]:
    """What is wrong with the provider the environment names, in sentences."""
    if not environ.get(URL):
        return []
    flaws = [
        f"{URL} is set, and {name} is not. The provider gave both." for name in (ID, SECRET) if not environ.get(name)
    ]
    if not environ[URL].startswith("https://"):
        flaws.append(f"{URL} does not begin with https: anybody between could sign in as anybody.")
    return flaws
