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


@register.filter
def whose(content: dict[str, Any]) -> str:
    """The name of the participant or staff member a content is about."""
    return str((content.get("participant") or content["staff"])["name"])


@register.filter
def known_as(content: dict[str, Any]) -> str:
    """The number they are known by, in words."""
    if "staff" in content:
        return f"Staff number {content['staff']['staff_number']}"
    return f"Medicaid id {content['participant']['medicaid_id']}"
