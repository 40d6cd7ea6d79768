"""The frame of a page: whose program it is, and where the reader may go."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("layout/masthead.html", takes_context=True)
def masthead(context: dict[str, Any]) -> dict[str, Any]:
    """The program, the role, and the way to another program."""
    request = context.get("request")
    return {"user": getattr(request, "user", None), "membership": getattr(request, "membership", None)}


@register.inclusion_tag("layout/tabs.html", takes_context=True)
def tabs(context: dict[str, Any]) -> dict[str, Any]:
    return {"tabs": []}
