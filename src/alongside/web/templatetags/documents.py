"""What a document's template asks of its content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(row: Sequence[Any], place: int) -> Any:
    """What stands at a place; nothing beyond the end."""
    return row[place] if place < len(row) else ""
