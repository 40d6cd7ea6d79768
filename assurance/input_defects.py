"""The defects planted for the beds of input."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch


@contextmanager
def a_validator_raises() -> Iterator[None]:
    """Days are checked by code that does not expect what people type."""
    from django.forms import DateField

    def to_python(self: Any, value: Any) -> Any:
        return None if not value else datetime.date(*map(int, str(value).split("-")))

    with patch.object(DateField, "to_python", to_python):
        yield


@contextmanager
def served_inline() -> Iterator[None]:
    """Whatever is given out is shown in the browser, and not locked."""
    from alongside.web import downloads

    def inline(as_attachment: bool, name: str) -> str:
        return f'inline; filename="{name}"'

    with patch.object(downloads, "content_disposition_header", inline), patch.object(downloads, "LOCKED", ""):
        yield
