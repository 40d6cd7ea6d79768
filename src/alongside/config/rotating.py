"""Another key in place of one that may have leaked, or is old: what the former one sealed stays readable."""

from __future__ import annotations

import os

from .commands import CannotRun, database_errors, ready_as_owner

SECRET, LEDGER, DATABASE = "secret", "ledger", "database"


def rotate(which: str) -> list[str]:
    """Change the secret key, the key of the ledger's checkpoints, or the embedded database's passwords. What was done
    and what is next, in sentences. Raises CannotRun."""
    ready_as_owner()
    with database_errors():
        return {SECRET: _secret, LEDGER: _ledger, DATABASE: _database}[which]()


def _secret() -> list[str]:
    from django.conf import settings

    if os.environ.get("SECRET_KEY"):
        raise CannotRun(
            "The secret key comes from the environment. Put another into SECRET_KEY and the former one in front of "
            "SECRET_KEY_FALLBACKS, then start again."
        )
    from alongside.access.sign_in import seal_second_factors_anew

    from .places import FORMER, change_secret_key, former_secret_keys, secret_key

    change_secret_key(settings.ALONGSIDE_DATA)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = secret_key(), former_secret_keys()
    count = seal_second_factors_anew("owner")
    return [
        f"The secret key is another. {count} authenticators and sets of recovery codes are sealed with it.",
        f"Start the server now. {FORMER} keeps sessions, invitations and calendar addresses good; take it away once "
        "they need not be, at once if the former key leaked.",
    ]


def _ledger() -> list[str]:
    from django.conf import settings

    from alongside.ledger.keys import change_key
    from alongside.ledger.seal import seal

    seal(settings.ALONGSIDE_DATA)
    handover = change_key(settings.ALONGSIDE_DATA)
    return [
        f"From {handover.size} entries on, checkpoints are signed with another key; the former one signed that.",
        "Keep a checkpoint outside now (“alongside checkpoint”), and make a whole backup.",
    ]


def _database() -> list[str]:
    from django.conf import settings

    from .embedded import start
    from .embedded_roles import SUPERUSER, change_passwords

    if os.environ.get("DATABASE_URL"):
        raise CannotRun("The server of DATABASE_URL has its own passwords. Change them there and in the environment.")
    count = change_passwords(settings.ALONGSIDE_DATA, start(settings.ALONGSIDE_DATA).address(SUPERUSER))
    return [f"{count} roles of the embedded database have other passwords.", "Start the server now."]
