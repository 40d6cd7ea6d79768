"""Log lines as JSON, one object a line, with nothing of a person's record in them.

What an exception says can carry the values of a row (“Key (medicaid_id)=(…) already exists”), so its kind and the
places it passed are written, never its words. Queries stay out of addresses for the same reason.
"""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path


class JsonLines(logging.Formatter):
    """{"at", "level", "logger", "said", "error"?, "where"?}: `where` lists file, line and function, outermost first."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "said": _without_query(record),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])
            line["where"] = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line, ensure_ascii=False)


def _without_query(record: logging.LogRecord) -> str:
    """What is said, with exceptions among its arguments by their kind only, and addresses up to the question mark."""
    arguments = record.args
    if isinstance(arguments, tuple):
        arguments = tuple(_safe(one) for one in arguments)
    try:
        return record.msg % arguments if arguments else str(_safe(record.msg))
    except (TypeError, ValueError):
        return str(record.msg)


def _safe(said: object) -> object:
    if isinstance(said, BaseException):
        return type(said).__name__
    return said.partition("?")[0] if isinstance(said, str) and said.startswith(("/", "http")) else said
