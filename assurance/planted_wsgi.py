"""The application with one defect or trouble planted in it, named in the file ALONGSIDE_DEFECT. Only beds serve it."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unittest import mock

from alongside.config.wsgi import application as whole

_PLACE = Path(os.environ["ALONGSIDE_DEFECT"])
TIMES = _PLACE.with_suffix(".times")
SHARE_GIVING_WAY = 0.25
GIVE_WAY = "do $$ begin raise exception 'made to give way' using errcode = '{state}'; end $$"
_planted: list[Any] = []
_name = ""
_one_at_a_time = threading.Lock()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer a request with the defect in place that is named now."""
    global _name
    with _one_at_a_time:
        if (name := _PLACE.read_text()) != _name:
            while _planted:
                _planted.pop().stop()
            _name = name
            if name:
                _planted.append(DEFECTS[name]())
                _planted[-1].start()
    answer: Iterable[bytes] = whole(environ, start_response)
    return answer


def plain_save() -> Any:
    """R5: whoever saves last wins, as if no version had been read."""
    from alongside.records.actions import corrections
    from alongside.web.views import corrections as views

    def save(*, record: Any, version: int, entered: dict[str, Any], **more: Any) -> Any:
        return corrections.correct(record=record, version=corrections.locked(record).version, changes=entered, **more)

    return mock.patch.object(views, "correct_as_read", save)


def no_handler() -> Any:
    """R12: an outage is a fault like any other."""
    from alongside.web import outage

    return mock.patch.object(outage, "is_outage", return_value=False)


def blind_retry() -> Any:
    """R7: each time a form comes it is taken for a new one."""
    from alongside.web import entry

    return mock.patch.object(entry, "_taken", return_value=None)


def gives_way() -> Any:
    """R6: the database lets every fourth transaction give way, before its work or after it."""
    from django.db import connection, transaction

    from alongside.web import entry

    done = entry._done

    def give_way() -> None:
        if random.random() < SHARE_GIVING_WAY:
            with TIMES.open("a") as times:
                times.write(".")
            with connection.cursor() as cursor:
                cursor.execute(GIVE_WAY.format(state=random.choice(("40001", "40P01"))))

    def troubled(*said: Any) -> str:
        with transaction.atomic():
            give_way()
            led_to = done(*said)
            give_way()
        return led_to

    return mock.patch.object(entry, "_done", troubled)


def says_saved() -> Any:
    """R3, R11: what went wrong beneath the database is swallowed, and the form answered as saved."""
    from django.http import HttpResponseRedirect

    from alongside.web import outage

    return mock.patch.object(outage, "unavailable", lambda request: HttpResponseRedirect(request.path))


DEFECTS = {one.__name__: one for one in (plain_save, no_handler, blind_retry, gives_way, says_saved)}
