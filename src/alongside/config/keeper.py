"""What happens by itself while the application is served: the ledger is sealed, answers are brought up to date, notices
go out.

A process of its own, started by `serve`: it holds the owner's connection, which the pages never have. It ends when the
server that started it does.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time

EVERY_SECONDS = 60
TELL_EVERY_SECONDS = 15 * 60

log = logging.getLogger("alongside.keeper")
_tell_next = [0.0]


def main() -> None:
    """Keep house once a minute until the server that started this goes away, which closes the standard input."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    import django

    django.setup()
    from .condition import beat

    ended = threading.Event()
    threading.Thread(target=_wait_for_the_end, args=(ended,), daemon=True).start()
    keep_house()
    beat()
    while not ended.wait(EVERY_SECONDS):
        keep_house()
        beat()
    keep_house()


def keep_house() -> None:
    """Seal the ledger, refresh answers, tell people, forget old sessions. What fails is logged, and tried again in a
    minute."""
    from django.db import connections

    for work in (_seal, _refresh, _tell, _forget_sessions):
        try:
            work()
        except Exception:
            log.exception("Keeping house failed; it is tried again in %s seconds.", EVERY_SECONDS)
    connections.close_all()


def _seal() -> None:
    from django.conf import settings

    from alongside.ledger.seal import seal

    seal(settings.ALONGSIDE_DATA)


def _refresh() -> None:
    from alongside.access.clock import today
    from alongside.access.models import Program
    from alongside.reviews.answers import keep

    keep(today(), list(Program.objects.using("owner")))


def _tell() -> None:
    """Once in a quarter of an hour: what is new since then is told."""
    from django.conf import settings

    from alongside.access.clock import today
    from alongside.access.models import Program
    from alongside.reviews.notice_mail import send_waiting
    from alongside.reviews.notices import tell

    now = time.monotonic()
    if now < _tell_next[0]:
        return
    programs = list(Program.objects.using("owner"))
    tell(today(), programs)
    send_waiting(programs, address=settings.ALONGSIDE_ADDRESS)
    _tell_next[0] = now + TELL_EVERY_SECONDS


def _forget_sessions() -> None:
    """A session that ended is known for another working day, so that what is sent with it is kept for who sent it."""
    from django.conf import settings
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    Session.objects.using("owner").filter(expire_date__lt=timezone.now() - settings.SESSION_LONGEST).delete()


def _wait_for_the_end(ended: threading.Event) -> None:
    sys.stdin.read()
    ended.set()


if __name__ == "__main__":
    main()
