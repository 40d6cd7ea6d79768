"""What pages say to a device that keeps notes for when there is no connection."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from alongside.access.pages import PAGES

register = template.Library()


@register.simple_tag(takes_context=True)
def notes_on_device(context: dict[str, Any]) -> str:
    """Where the device of somebody who writes notes fetches what it keeps; nothing for anybody else."""
    membership = getattr(context.get("request"), "membership", None)
    if membership is None or not membership.staff_id or PAGES["notes_on_device"].refusal(membership):
        return ""
    return reverse("notes_on_device")
