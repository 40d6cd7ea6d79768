"""What is done in the background: packets are built. A process of its own beside the server, as the keeper is.

The packets handed over are the queue. It works as the runtime role, program by program, under the same row policies
as the pages; only the list of programs is read as the owner.
"""

from __future__ import annotations

import logging
import os
import sys
import threading

EVERY_SECONDS = 1.5

log = logging.getLogger("alongside.worker")


def main() -> None:
    """Work until the server that started this goes away, which closes the standard input."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    import django

    django.setup()
    ended = threading.Event()
    threading.Thread(target=_wait_for_the_end, args=(ended,), daemon=True).start()
    while not ended.wait(EVERY_SECONDS):
        work()


def work() -> None:
    """Do what is waiting, in every program. What fails is logged, and tried again."""
    from django.db import connections

    from alongside.access.models import Program

    from .packing import build_waiting

    try:
        for program in Program.objects.using("owner").only("pk"):
            build_waiting(program)
    except Exception:
        log.exception("Work in the background failed; it is tried again in %s seconds.", EVERY_SECONDS)
        connections.close_all()
        _see_to_the_database()


def _see_to_the_database() -> None:
    """Start the embedded server again where it went away: nobody else does. Another server has keepers of its own."""
    from django.conf import settings

    from .embedded import revive

    try:
        if "ADDRESS_FROM" in settings.DATABASES["default"]:
            revive(settings.ALONGSIDE_DATA)
    except Exception:
        log.exception("The database does not start; it is tried again in %s seconds.", EVERY_SECONDS)


def _wait_for_the_end(ended: threading.Event) -> None:
    sys.stdin.read()
    ended.set()


if __name__ == "__main__":
    main()
