"""How the passwords of an invented county are kept."""

from __future__ import annotations

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class Lighter(PBKDF2PasswordHasher):
    """As Django's, in few rounds: for passwords everybody may know. Never outside the demo."""

    algorithm = "pbkdf2_sha256_demo"
    iterations = 10_000
