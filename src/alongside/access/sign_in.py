"""How sign-in differs from django-allauth's defaults: nobody signs up alone, and secrets are stored encrypted."""

from __future__ import annotations

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by a program's administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an account without a membership opens nothing."""
        return False


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """Authenticator secrets and recovery codes are useless to whoever reads the table alone."""

    def encrypt(self, text: str) -> str:
        """Seal a secret with a key made from SECRET_KEY."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret sealed by `encrypt`."""
        return _box().decrypt(encrypted_text.encode()).decode()


def _box() -> Fernet:
    key = hashlib.sha256(b"alongside second factors " + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
