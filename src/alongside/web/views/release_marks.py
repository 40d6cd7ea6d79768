"""Saying that 42 CFR part 2 guards a participant's records, and taking it back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from alongside.access.clock import today
from alongside.records.actions import end_mark, mark_records
from alongside.records.models import RecordMark

from ..entry import enter
from ..forms_releases import EndMarkForm, MarkForm
from ..oneself import oneself
from .releases import ENTRY, writing


def mark(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Mark a participant's records; nothing goes out of them from then on but by the stricter law."""
    person, page = writing(request, participant_id, "Mark substance use disorder records", "Mark them")

    def keep(form: MarkForm) -> str:
        why = form.values["why"]
        mark_records(participant=person, why=why, marked_by=oneself(request), on=today(), by=request.user)
        return str(page["back"])

    page["lead"] = (
        "42 CFR part 2 guards records of a substance use program. A treatment episode, or a service that "
        "substance-use Medicaid pays, marks them by itself."
    )
    return enter(request, MarkForm, keep, template=ENTRY, page=page, done="The records are marked.")


def end(request: HttpRequest, participant_id: UUID, key: UUID) -> HttpResponse:
    """Take a mark back, with the reason."""
    person, page = writing(request, participant_id, "End the mark", "End it")
    found = get_object_or_404(RecordMark, pk=key, participant=person)

    def keep(form: EndMarkForm) -> str:
        end_mark(mark=found, why=form.values["ended_why"], on=today(), by=request.user)
        return str(page["back"])

    return enter(request, EndMarkForm, keep, template=ENTRY, page=page, done="The mark is ended.")
