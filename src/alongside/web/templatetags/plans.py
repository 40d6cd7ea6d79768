"""Pieces of the pages where plans are written."""

from __future__ import annotations

from typing import Any

from django import template

from alongside.facts.contract import LABELS
from alongside.law import said
from alongside.records.models import ServiceKind

register = template.Library()

# What each service covers, in one line; the state's own words stand in the catalogue and the rule book.
COVERS = {
    ServiceKind.CLSS: "Training, cueing and supervision, so that the person does it. Nobody does it for them.",
    ServiceKind.PEER_SUPPORT: "A certified peer specialist: someone who has been there shares what helps.",
    ServiceKind.SUPPORTED_EMPLOYMENT: "Finding and keeping a real job, from the first wish to follow-along.",
}


@register.filter
def covers(kind: Any) -> str:
    """What a service covers, in one line."""
    return COVERS.get(str(kind), "")  # type: ignore[call-overload]


@register.filter
def value_of(record: Any, name: str) -> str:
    """What a record says in a field, in words; nothing where nothing is recorded."""
    value = getattr(record, name)
    return "" if value in (None, "") else said(value, LABELS)
