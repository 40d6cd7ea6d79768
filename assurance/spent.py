"""Codes that were used and sessions that were ended, sent again at the real pages."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

from .bed import Tell
from .somebody import PASSWORD, somebody

PERIOD = 30
PAGE = "/participants/"


def codes(size: int, tell: Tell) -> list[str]:
    """Use a code once to sign in, then send it again at every moment it could still be right. By turns an app's code,
    read while the clocks differ by a period, and a recovery code. Gives a sentence for each that was taken again."""
    taken = []
    for number in range(size):
        if number % 10 == 0:
            user, secret, recovery = _with_second_factor()
        begun = 1_800_000_000 + number * PERIOD * 10
        code = recovery[number % 10] if number % 2 else _code(secret, begun + PERIOD)
        if not _gets_in(user, code, begun, number):
            taken.append(f"Code {number} was not taken the first time.")
        for later in (0,) if number % 2 else (0, PERIOD + 1, 2 * PERIOD + 1):
            if _gets_in(user, code, begun + later, number):
                taken.append(f"Code {number} was taken again {later} s later.")
        if number % 500 == 499:
            tell(f"{number + 1:,} of {size:,} spent codes, {len(taken)} taken again")
    return taken


def sessions(size: int, tell: Tell) -> list[str]:
    """End a session one way or another, then send its cookie again. Gives a sentence for each that still opened."""
    from django.conf import settings
    from django.test import Client

    opened = []
    for number in range(size):
        user, browser = somebody(), Client()
        browser.force_login(user)
        cookie = browser.cookies[settings.SESSION_COOKIE_NAME].value
        if browser.get(PAGE).status_code != 200:
            opened.append(f"Session {number} opened nothing before it was ended.")
        way = ENDS[number % len(ENDS)]
        way(user, browser)
        other = Client()
        other.cookies[settings.SESSION_COOKIE_NAME] = cookie
        if other.get(PAGE).status_code == 200:
            opened.append(f"Session {number} still opened after {way.__name__.strip('_')}.")
        if number % 100 == 99:
            tell(f"{number + 1:,} of {size:,} dead sessions, {len(opened)} opened")
    return opened


def _with_second_factor() -> tuple[Any, str, list[str]]:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    user, secret = somebody(), generate_totp_secret()
    TOTP.activate(user, secret)
    return user, secret, RecoveryCodes.activate(user).generate_codes()


def _code(secret: str, at: int) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    return str(format_hotp_value(hotp_value(secret, at // PERIOD)))


def _gets_in(user: Any, code: str, at: int, number: int) -> bool:
    """Whether the password and this code, at this time, give a session. Each from an address of its own."""
    from django.test import Client

    address = f"198.51.{number // 250 % 250}.{number % 250}"
    browser = Client(REMOTE_ADDR=address)
    with (  # the codes, their being spent, and the limits go by this clock
        patch("time.time", lambda: float(at)),
        patch("django.core.cache.backends.db.tz_now", lambda: datetime.fromtimestamp(at, UTC)),
    ):
        browser.post("/account/login/", {"login": user.email, "password": PASSWORD})
        browser.post("/account/2fa/authenticate/", {"code": code})
    return "_auth_user_id" in browser.session


def _signed_out(user: Any, browser: Any) -> None:
    browser.post("/account/logout/")


def _account_closed(user: Any, browser: Any) -> None:
    user.is_active = False
    user.save(update_fields=["is_active"])


def _another_password(user: Any, browser: Any) -> None:
    user.set_password(secrets.token_urlsafe(12))
    user.save(update_fields=["password"])


def _ran_idle(user: Any, browser: Any) -> None:
    _date(browser, timedelta(seconds=-1))


def _ran_its_day(user: Any, browser: Any) -> None:
    from django.conf import settings
    from django.utils import timezone

    from alongside.access.middleware import SINCE

    held = browser.session
    held[SINCE] = (timezone.now() - settings.SESSION_LONGEST - timedelta(seconds=1)).isoformat()
    held.save()


def _date(browser: Any, ahead: timedelta) -> None:
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    Session.objects.filter(pk=browser.session.session_key).update(expire_date=timezone.now() + ahead)


ENDS: tuple[Callable[[Any, Any], None], ...] = (
    _signed_out, _account_closed, _another_password, _ran_idle, _ran_its_day,
)  # fmt: skip
