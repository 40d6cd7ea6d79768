"""Log lines as JSON, one object a line, with nothing of a person's record in them.

What an exception says can carry the values of a row (“Key (medicaid_id)=(…) already exists”), so its kind and the
places it passed are written, never its words. Addresses are told by the name of their page for the same reason.
"""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import resolve

SECURITY = "django.security."


class JsonLines(logging.Formatter):
    """{"at", "level", "logger", "said", "error"?, "where"?}: `where` lists file, line and function, outermost first."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "said": _said(record),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])
            line["where"] = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line, ensure_ascii=False)


def _said(record: logging.LogRecord) -> str:
    """What is said, with exceptions among its arguments by their kind only, and addresses by their page's name."""
    if record.name.startswith(SECURITY):  # what was refused is quoted there, such as a host's name
        return f"Refused: {record.name.removeprefix(SECURITY)}."
    arguments = record.args
    if isinstance(arguments, tuple):
        arguments = tuple(_safe(one) for one in arguments)
    try:
        return str(record.msg) % arguments if arguments else str(_safe(record.msg))
    except (TypeError, ValueError):
        return str(record.msg)


def _safe(said: object) -> object:
    if isinstance(said, BaseException):
        return type(said).__name__
    return _page_of(said) if isinstance(said, str) and said.startswith(("/", "http://", "https://")) else said


def _page_of(address: str) -> str:
    """An address can name a person, and what was searched for: only which page it is is said."""
    try:
        return f"page {resolve(urlsplit(address).path).view_name}"
    except Exception:  # an address that is none, or pages that are not there yet: a log line is written all the same
        return "no page"
