"""The training record of one staff member on paper: every session with what its record has to hold, and who signed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from alongside.records.models import DocumentKind, Signature, StaffMember, Training
from alongside.records.snapshots.wording import day, said

from .paper import as_shown
from .typeset import on_paper

HEADINGS = [
    "Date of the training", "Topic", "Hours", "Method", "Course content", "Name of the employee",
    "Name of the employer", "Signed for the county or Tribal agency",
]  # fmt: skip
ASKED = ["Topic", "Hours", "Required by", "Earlier training ended", "Sent", "Decision of the Division"]


def training_record(member: StaffMember, standing: Sequence[tuple[str, str]], *, on: datetime.date) -> bytes:
    """A PDF. `standing` says in labels and texts how the training stands on the day."""
    sessions = list(member.trainings.select_related("training_sheet").order_by("held_on", "topic", "pk"))
    sheets = {one.training_sheet_id for one in sessions if one.training_sheet_id}
    given = Signature.objects.filter(document__kind=DocumentKind.TRAINING_SHEET, document__record__in=sheets)
    content: dict[str, Any] = {
        "title": "Orientation training record",
        "program": member.program.name,
        "staff": {"name": member.name, "staff_number": member.staff_number},
        "printed": day(on),
        "standing": [[label, text] for label, text in standing],
        "sessions": {"headings": HEADINGS, "rows": [_row(one) for one in sessions]},
        "exemptions": {"headings": ASKED, "rows": [_asked(one) for one in member.exemptions.all()]},
    }
    template = (files(__package__) / "training_record.typ").read_text(encoding="utf-8")
    signatures = map(as_shown, given.order_by("signed_at", "pk"))
    return on_paper(content, template, signatures=signatures)


def _row(session: Training) -> list[str]:
    signed = session.county_signed_by
    sheet = session.training_sheet
    if signed and sheet and sheet.county_signed_on:
        signed = f"{signed}, {day(sheet.county_signed_on)}"
    hours = None if session.hours is None else f"{session.hours.normalize():f}"
    return [
        said(session.held_on),
        session.get_topic_display() if session.topic else said(None),
        said(hours),
        said(session.method),
        said(session.content),
        said(session.employee_name),
        said(session.employer_name),
        signed or "Missing",
    ]


def _asked(one: Any) -> list[str]:
    sent = f"{day(one.requested_on)}{f', {one.sent_by}' if one.sent_by else ''}" if one.requested_on else "Not sent yet"
    decided = f"{one.get_decision_display()}, {day(one.decided_on)}" if one.decision else "Not decided"
    hours = None if one.hours is None else f"{one.hours.normalize():f}"
    return [one.get_topic_display(), said(hours), said(one.rule_citation), said(one.completed_on), sent, decided]
