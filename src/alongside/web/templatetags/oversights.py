"""Words of documentation oversight for templates."""

from __future__ import annotations

from django import template

from alongside.reviews.requirements import BY_ID

register = template.Library()


@register.filter
def requirement_name(id: str) -> str:
    """A requirement as a reader sees it: the occasion, then the document."""
    return BY_ID[id].name if id in BY_ID else id
