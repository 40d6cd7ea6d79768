"""Discharge papers in sections: the peer's own, labeled, and the clinical ones. A peer takes part without authority."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.section_policies import may_write_discharge_section
from alongside.records.actions.amendments import is_signed
from alongside.records.models import Discharge, DischargeSection, Participant
from alongside.reviews.sections import DISCHARGE

from ..peer_programs import of_peers
from ..person import person_for
from ..section_entry import enter_section
from ..sections import answers_about, page_of, parts_of, writer_of

RULES = ("IL-DC-",)


@of_peers
def discharge_sections(request: HttpRequest, participant_id: UUID, discharge_id: UUID) -> HttpResponse:
    """Every section of the papers, as it stands to the role the reader writes in, with what was written in it."""
    ending, on = _ending(request, participant_id, discharge_id), today()
    summary, rows = ending.summary, _rows(ending)
    writer = writer_of(request, may_write_discharge_section.reason(request.membership, ending), on)
    keys = {*(str(row.pk) for row in rows), *([str(summary.pk)] if summary else [])}
    answers = answers_about(RULES, ending.participant_id, keys, on)
    named = reverse("discharge_sections", args=[participant_id, ending.pk])
    parts = parts_of(DISCHARGE, ending.pk, writer, rows, answers, lambda section: f"{named}{section}/?as={writer.role}")
    page = {
        **_framed(ending),
        **page_of(writer, parts),
        "answers": answers.get(str(summary.pk), []) if summary else [],
        "is_signed": summary is not None and is_signed(summary),
    }
    return render(request, "sections/of_discharge.html", page)


@of_peers
def write_discharge_section(
    request: HttpRequest, participant_id: UUID, discharge_id: UUID, section: str
) -> HttpResponse:  # fmt: skip
    """Write or rewrite one section in the role the reader writes in."""
    ending = _ending(request, participant_id, discharge_id)
    may_write_discharge_section(request.membership, ending)
    return enter_section(
        request, of=ending, paper=DISCHARGE, section=section, writer=writer_of(request, None, today()),
        rows=_rows(ending), back=reverse("discharge_sections", args=[participant_id, ending.pk]), page=_framed(ending),
    )  # fmt: skip


def _ending(request: HttpRequest, participant_id: UUID, discharge_id: UUID) -> Discharge:
    person = person_for(request, participant_id, read="discharge_section")
    ending: Discharge = get_object_or_404(person.discharges.select_related("participant"), pk=discharge_id)
    return ending


def _rows(ending: Discharge) -> list[DischargeSection]:
    return list(ending.sections.select_related("staff__person").order_by("created_at", "pk"))


def _framed(ending: Discharge) -> dict[str, Any]:
    person: Participant = ending.participant
    return {
        "ending": ending,
        "person": person,
        "sections_at": reverse("discharge_sections", args=[person.pk, ending.pk]),
        "crumbs": [
            (reverse("participant", args=[person.pk]), person.name or person.medicaid_id),
            (reverse("discharge_of", args=[person.pk, ending.pk]), "Discharge"),
        ],
        "paper_name": "Discharge papers",
    }
