"""A page read as one line of text."""

from __future__ import annotations

from typing import Any


def one_line(response: Any) -> str:
    """The page in one line."""
    return " ".join(response.content.decode().replace("&#x27;", "'").split())
