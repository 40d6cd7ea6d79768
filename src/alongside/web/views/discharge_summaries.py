"""Writing the discharge summary; once it is signed, amending it."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.records.actions import amend, correct_as_read, record_discharge_summary
from alongside.records.actions.amendments import is_signed

from ..discharging import outcomes_of, owed
from ..entry import enter
from ..forms_discharge import SummaryForm, as_written
from ..person import framed, person_for


def discharge_summary(request: HttpRequest, participant_id: UUID, discharge_id: UUID) -> HttpResponse:
    """Write the summary of a discharge, part by part, with what the rule asks of it beside."""
    on = today()
    person = person_for(request, participant_id, read="discharge_summary")
    may_change_records(request.membership, person)
    ending = get_object_or_404(person.discharges, pk=discharge_id)
    summary = ending.summary
    is_amendment = summary is not None and is_signed(summary)
    if summary is not None and is_amendment and request.method != "POST":
        return redirect("amend_record", "discharge_summary", summary.pk)
    outcomes = outcomes_of(person, ending, summary)
    form = partial(SummaryForm, outcomes=outcomes, is_amendment=is_amendment)
    back = reverse("discharge_of", args=[person.pk, ending.pk])

    def record(filled: SummaryForm) -> str:
        said: dict[str, Any] = {"on": on, "by": request.user}
        if summary is None:
            record_discharge_summary(discharge=ending, **filled.texts, **said)
        elif is_amendment:
            amend(record=summary, reason=filled.values["amended_reason"] or "", changes=filled.texts, **said)
        else:
            correct_as_read(record=summary, version=filled.read_version, entered=filled.texts, **said)
        return back

    initial: dict[str, Any] = {"reason": ending.planned_reason}
    if summary is not None:
        texts = as_written(summary.reason, summary.progress, summary.resume_when, outcomes)
        initial = {**texts, "version": summary.version}
    answers = [shown for shown in owed(person, ending, on) if shown.rule in ("DSC-1", "DSC-2", "DSC-3", "DSC-4")]
    page = framed(request, person, ending=ending, is_amendment=is_amendment, owed=answers, back=back, summary=summary)
    done = "The discharge summary is saved. Who has to sign it stands here."
    return enter(request, form, record, template="discharge/summary.html", page=page, initial=initial, done=done)
