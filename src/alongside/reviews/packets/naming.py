"""What requirements are called, and whose words ask for them."""

from __future__ import annotations

from ..requirements import BY_ID, PLACE
from .assembling import ENROLLMENT


def requirement_name(requirement: str) -> str:
    """As a reader sees it."""
    return "Initial enrollment: day" if requirement == ENROLLMENT else BY_ID[requirement].name


def requirement_quote(requirement: str) -> tuple[str, str]:
    """The words of the page that ask for it, and where they stand there."""
    quote = "Initial enrollment and annual recertification" if requirement == ENROLLMENT else BY_ID[requirement].quote
    return quote, PLACE


def requirement_rule(requirement: str) -> str:
    """The rule of the book that asks for it."""
    return "PLAN-1" if requirement == ENROLLMENT else BY_ID[requirement].rule.partition(".")[0]
