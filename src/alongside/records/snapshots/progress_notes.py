"""The progress note with the service it is about."""

from __future__ import annotations

from ..models import ProgressNote
from .wording import Section, amended, clock, label, section, text

TITLE, FORM = "Progress note", ""


def sections(note: ProgressNote) -> list[Section]:
    """The service, and what was written about it."""
    service = note.service
    return [
        section(
            "The service",
            ("Service", label(service, "kind")),
            ("Given by", service.staff.name if service.staff else None),
            ("On", service.served_on),
            ("From", clock(service.started_at) if service.started_at else None),
            ("To", clock(service.stopped_at) if service.stopped_at else None),
            ("Counted in", label(service, "unit")),
            ("Where", service.place),
            ("Room and board", service.is_room_and_board),
            ("Another service at the same time", label(service, "repeats")),
            ("Charged to the participant", service.charged_amount),
            ("Authorized for", service.plan_line.outcome if service.plan_line else None),
        ),
        *_billed(note),
        *amended(note),
        *_moved(note),
        text("What was done", note.what_was_done),
        section("How", ("The participant was supported by", label(note, "manner"))),
        text("How the participant responded", note.response),
        text("Why", note.purpose),
        text("Outcome worked toward", note.outcome),
    ]


def _billed(note: ProgressNote) -> list[Section]:
    """In which role it was given and what pays for it, where a program's notes say so."""
    service = note.service
    if service.role is None and service.funding is None:
        return []
    return [
        section(
            "The role, and who pays",
            ("Given as", label(service, "role")),
            ("Who pays", label(service, "funding")),
            ("To one person or a group", label(service, "modality")),
            ("How many took part", service.attendee_count),
            ("Clinical functions were performed", service.is_clinical),
        )
    ]


def _moved(note: ProgressNote) -> list[Section]:
    if note.moved_from_id is None:
        return []
    return [section("Moved here", ("Why it was moved from another record", note.moved_reason))]
