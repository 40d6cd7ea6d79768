"""The sections of a paper that were written each in one role, as they are signed with it."""

from __future__ import annotations

from typing import Any

from ..models.writing_words import PEER_ROLES
from .wording import Section, day, text


def written(sections: Any) -> list[Section]:
    """Each section with who wrote it, in which role and when; nothing where the paper has none."""
    return [
        text(f"{_label(one)}{one.get_section_display()}, as {one.get_written_as_display()}{_by(one)}", one.body)
        for one in sections.select_related("staff__person").order_by("created_at", "pk")
    ]


def _label(one: Any) -> str:
    return "Peer support section: " if one.written_as in PEER_ROLES else ""


def _by(one: Any) -> str:
    named = f": {one.staff.name}" if one.staff else ""
    return f"{named}, {day(one.written_on)}" if one.written_on else named
