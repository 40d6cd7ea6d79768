"""The way of an incident: who was told, with proof, and what came back."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.incident_policies import may_tell_state, may_work_on_incident
from alongside.access.section_policies import may_tell_hotline
from alongside.records import actions
from alongside.records.models import IncidentReport, IncidentStep, ToldKind
from alongside.records.problems import Problem, Problems, nothing
from alongside.reviews.ask import ask, pack_in_context

from ..entry import enter
from ..forms_incident_way import AnswerForm, TellForm
from ..incident_way import COLUMNS, NAMES, RULES
from ..incidents import address_of, entry_page, event_for, reports_seen
from ..peer_programs import is_of_peers
from ..shown import live

ENTRY = "incidents/entry.html"


MAY_TELL = {
    ToldKind.PROGRAM: may_work_on_incident,
    ToldKind.STATE: may_tell_state,
    ToldKind.DEPARTMENT: may_tell_state,
    ToldKind.HOTLINE: may_tell_hotline,
}


def tell_incident(request: HttpRequest, incident_id: UUID, kind: str) -> HttpResponse:
    """Record one step for some or all reports of an event, with its proof."""
    if kind not in ToldKind.values:
        raise Http404("There is no such step.")
    event, step = event_for(request.membership, incident_id), ToldKind(kind)
    if (step == ToldKind.HOTLINE) != is_of_peers(request.membership):
        raise Http404("This step belongs to another kind of program.")
    MAY_TELL[step](request.membership, event.first)
    open_ = {str(report.pk): report for report in event.reports if getattr(report, COLUMNS[step][0]) is None}
    if not open_:
        raise Http404("This step is recorded for every report.")

    def record(form: TellForm) -> str:
        chosen = [open_[key] for key in form.cleaned_data["reports"]]
        if not chosen:
            raise Problems([nothing("reports")])
        for report in chosen:
            _record_step(request, report, step, form)
        return address_of(event)

    choices = [(key, report.participant.name or report.participant.medicaid_id) for key, report in open_.items()]
    form = partial(TellForm, choices=choices, may_be_not_needed=step == ToldKind.STATE)
    start = {"reports": list(open_), "told_at": timezone.now(), "told_by": request.user.name, "outcome": "sent"}
    page = entry_page(event, NAMES[step][1], "Record it") | {"shown": _asked(step, event.reports)}
    done = "Recorded, with its proof."
    return enter(request, form, record, template="incidents/tell.html", page=page, initial=start, done=done)


def _record_step(request: HttpRequest, report: IncidentReport, step: ToldKind, form: TellForm) -> None:
    said, by = form.values, {"on": today(), "by": request.user}
    if step == ToldKind.STATE and form.is_not_needed:
        _refuse_by_rule(report)
        actions.leave_state_untold(report=report, reason=said["not_needed"] or "", **by)
        return
    file = form.cleaned_data.get("file")
    attachment = None
    if file:
        file.seek(0)
        attachment = actions.attach(record=report, content=file.read(), name=file.name, by=request.user)
    proof = actions.Proof(said["told_to"], said["how"], said["proof"], attachment)
    when, who = said["told_at"], said["told_by"]
    missing = [nothing(name) for name in ("told_at", "told_by", "how") if not said[name]]
    if missing:
        raise Problems(missing)
    try:
        if step == ToldKind.PROGRAM:
            actions.tell_program(report=report, told_at=when, told_by=who, proof=proof, **by)
        elif step == ToldKind.STATE:
            actions.tell_state(report=report, told_at=when, told_by=who, proof=proof, **by)
        elif step == ToldKind.HOTLINE:
            actions.tell_hotline(report=report, told_at=when, told_by=who, proof=proof, **by)
        else:
            actions.report_death(report=report, reported_at=when, reported_by=who, proof=proof, **by)
    except Problems as problems:
        names = dict(zip(COLUMNS[step], ("told_at", "told_by"), strict=True))
        raise Problems(
            Problem(names.get(p.field, p.field), p.found, p.expected, p.fix) for p in problems.problems
        ) from problems


def _refuse_by_rule(report: IncidentReport) -> None:
    """F-00390 is not left out where the rule asks for it. Raises `Problems` with the rule's own words."""
    for shown in _asked(ToldKind.STATE, [report]):
        if shown.answer != "does not apply":
            expected = f"F-00390 sent. The page says: “{shown.source['quote']}” ({shown.source['place']})"
            fix = "Send F-00390 and record it here. F-62470, where it was sent, is another report and not in its place."
            raise Problems([Problem("outcome", "F-00390 not needed", expected, fix)])


def answer_incident_step(request: HttpRequest, incident_step_id: UUID) -> HttpResponse:
    """Record what came back."""
    seen = reports_seen(request.membership)
    held = IncidentStep.objects.filter(incident_report__incident__in=seen.values("incident"), answered_at=None)
    step = get_object_or_404(held.exclude(told_at=None).select_related("incident_report"), pk=incident_step_id)
    event = event_for(request.membership, UUID(step.incident_report.incident))
    may_tell_state(request.membership, event.first)

    def record(form: AnswerForm) -> str:
        actions.record_answer(
            step=step, answered_at=form.values["answered_at"], answer=form.values["answer"], on=today(), by=request.user
        )
        return address_of(event)

    page = entry_page(event, "Record the answer", "Record the answer")
    start = {"answered_at": timezone.now()}
    return enter(request, AnswerForm, record, template=ENTRY, page=page, initial=start, done="The answer is recorded.")


def _asked(step: ToldKind, reports: list[IncidentReport]) -> list[Any]:
    """What the rule about a step says of these reports."""
    rule = pack_in_context().rule(RULES[step])
    keys = {str(report.pk) for report in reports}
    roots = list({report.participant_id for report in reports})
    return [live(answer) for answer in ask(rule, on=today(), roots=roots) if answer.key in keys]
