"""The application with one defect planted in it, named by ALONGSIDE_DEFECT. Only beds serve it."""

from __future__ import annotations

import os
from typing import Any

from alongside.config.wsgi import application

__all__ = ["application"]


def plain_save() -> None:
    """R5: whoever saves last wins, as if no version had been read."""
    from alongside.records.actions import corrections
    from alongside.web.views import corrections as views

    def save(*, record: Any, version: int, entered: dict[str, Any], **more: Any) -> Any:
        return corrections.correct(record=record, version=corrections.locked(record).version, changes=entered, **more)

    views.correct_as_read = save  # type: ignore[assignment]


def no_handler() -> None:
    """R12: an outage is a fault like any other."""
    from django.views import defaults

    from alongside.web import urls

    urls.handler500 = defaults.server_error  # type: ignore[attr-defined]


def blind_retry() -> None:
    """R7: each time a form comes it is taken for a new one."""
    from alongside.web import entry

    entry._taken = lambda request, token: None  # type: ignore[assignment]


if defect := os.environ.get("ALONGSIDE_DEFECT"):
    {"plain_save": plain_save, "no_handler": no_handler, "blind_retry": blind_retry}[defect]()
