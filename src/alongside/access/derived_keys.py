"""Keys made from the secret key, one for each use, and those of the secret keys before it."""

from __future__ import annotations

import hashlib

from django.conf import settings


def derived_keys(use: bytes) -> list[bytes]:
    """32 bytes from the secret key, then from each former one, the newest first."""
    known = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [hashlib.sha256(use + secret.encode()).digest() for secret in known]
