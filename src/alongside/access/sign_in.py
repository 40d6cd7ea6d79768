"""How sign-in differs from django-allauth's defaults: nobody signs up alone, secrets are stored encrypted, and every
attempt is kept in the ledger."""

from __future__ import annotations

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest

from alongside.ledger.events import Act, record

from .context import acting
from .derived_keys import derived_keys
from .models import User


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by a program's administrator, and opened by participants with a code."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "The name and/or password you specified are not correct.",
    }

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


def forget_second_factors(user: User) -> None:
    """Take away passkeys, authenticators and recovery codes: whoever opens the account anew starts with none."""
    from allauth.mfa.models import Authenticator

    Authenticator.objects.filter(user=user).delete()


def seal_second_factors_anew(using: str) -> int:
    """Seal with today's key what former keys sealed; returns how many there were. `using` is the owner's alias."""
    from allauth.mfa.models import Authenticator

    found = list(Authenticator.objects.using(using).exclude(type=Authenticator.Type.WEBAUTHN))
    for one in found:
        for name in {"secret", "seed"} & set(one.data):
            one.data[name] = _box().rotate(one.data[name].encode()).decode()
        one.save(using=using, update_fields=["data"])
    return len(found)


def _box() -> MultiFernet:
    """Seals with today's key, opens with it and those before."""
    keys = derived_keys(b"alongside second factors ")
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])


def keep_in_the_ledger() -> None:
    """Have sign-ins, sign-outs and failed attempts recorded."""
    user_logged_in.connect(_signed_in, dispatch_uid="alongside.signed_in")
    user_logged_out.connect(_signed_out, dispatch_uid="alongside.signed_out")
    user_login_failed.connect(_sign_in_failed, dispatch_uid="alongside.sign_in_failed")


def _signed_in(*, request: HttpRequest | None, user: User, **_: Any) -> None:
    _keep(Act.SIGNED_IN, user, request)


def _signed_out(*, request: HttpRequest | None, user: User | None, **_: Any) -> None:
    if user is not None:
        _keep(Act.SIGNED_OUT, user, request)


def _sign_in_failed(*, credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    typed = str(credentials.get("email") or credentials.get("username") or "").lower()
    user = User.objects.filter(Q(email=typed) | Q(sign_in_name=typed)).first()
    _keep(Act.SIGN_IN_FAILED, user, request)


def _keep(act: Act, user: User | None, request: HttpRequest | None) -> None:
    """Record whose account it was about. An unknown email stays out: people type passwords into the wrong field."""
    source = address_of(request) if request is not None else "inside"
    actor = None if act is Act.SIGN_IN_FAILED else user
    with acting(program=None, actor=actor), transaction.atomic():
        record(act, "user_account", row=user.pk if user else "", detail=f"from {source}")


def address_of(request: HttpRequest) -> str:
    """Where a request came from: with one trusted proxy in front, what that proxy wrote last."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if forwarded and getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0):
        return str(forwarded.rpartition(",")[2].strip()[:45])
    return str(request.META.get("REMOTE_ADDR", "nowhere"))
