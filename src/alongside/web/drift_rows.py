"""Where signals of role drift are looked for: what one worker gave and wrote, as far as the reader may see it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.urls import reverse

from alongside.access.incident_policies import may_see_incident_report
from alongside.access.models import Membership
from alongside.facts.writing import PEERS
from alongside.packs.illinois_peer.role_drift import Behind, Shown, signals
from alongside.records.models import (
    DischargeSection,
    IncidentReport,
    ProgressNote,
    ReportSection,
    Service,
    ServicePlan,
    SharedExperience,
    StaffMember,
)
from alongside.reviews.scope import participants_seen

from .drifting import Drift, Found, Worker, drifts_of, months_before, named

OF_SERVICE = ("role", "kind", "served_on", "is_clinical", "modality", "attendee_count", "funding")
OF_NOTE = ("what_was_done", "response", "purpose", "outcome")
OF_SECTION = ("section", "written_as", "written_on", "body")


@dataclass
class Rows:
    """The rows of one worker by what they are, and the page each stands on."""

    given: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    pages: dict[tuple[str, str], Found] = field(default_factory=dict)
    people: set[Any] = field(default_factory=set)

    def add(self, into: str, table: str, record: Any, address: str, what: str, row: dict[str, Any]) -> None:
        """One row of a kind."""
        key = str(record.pk)
        self.given.setdefault(into, []).append({f"{table}_id": key, **row})
        self.pages[(table, key)] = Found(Behind(table, key, None, ""), address, named(record.participant), what)
        self.people.add(record.participant_id)

    @property
    def count(self) -> int:
        return len(self.pages)


def worker(actor: Membership, member: StaffMember, on: datetime.date) -> tuple[Worker, list[Any]]:
    """What one worker shows in the last months, and the participants whose records were looked through."""
    months = months_before(on)
    rows = rows_of(actor, member, months[0], on)
    shown: list[Shown] = signals(**rows.given)
    drifts: list[Drift] = drifts_of(shown, months, rows.pages)
    return Worker(member, drifts, rows.count), sorted(rows.people)


def rows_of(actor: Membership, member: StaffMember, since: datetime.date, on: datetime.date) -> Rows:
    """What the worker gave and wrote between two days about participants the reader may open."""
    rows, seen = Rows(), participants_seen(actor).values("pk")
    during = (since, on)
    services = Service.objects.filter(staff=member, participant__in=seen, served_on__range=during)
    for one in services.select_related("participant").prefetch_related("notes"):
        note = next(iter(one.notes.all()), None)
        address = reverse("note", args=[note.pk]) if note else reverse("notes", args=[one.participant_id])
        what = one.get_kind_display() or "A service"
        rows.add("services", "service", one, address, what, _values(one, OF_SERVICE))
    plans = ServicePlan.objects.filter(author=member, participant__in=seen, completed_on__range=during)
    for one in plans.select_related("participant"):
        address = reverse("plan", args=[one.participant_id, one.pk])
        row = {"written_as": one.author_role, "completed_on": one.completed_on}
        rows.add("plans", "service_plan", one, address, "A treatment plan", row)
    notes = ProgressNote.objects.standing().filter(Q(author=member) | Q(author=None, service__staff=member))
    for one in notes.filter(participant__in=seen, service__served_on__range=during).select_related(
        "service", "participant"
    ):
        body = "\n".join(filter(None, (getattr(one, name) for name in OF_NOTE)))
        row = {"written_as": one.service.role, "written_on": one.signed_on or one.service.served_on, "body": body}
        rows.add("notes", "progress_note", one, reverse("note", args=[one.pk]), "A progress note", row)
    _sections(rows, actor, member, during)
    shared = SharedExperience.objects.filter(staff=member, participant__in=seen, shared_on__range=during)
    for one in shared.select_related("participant"):
        address = reverse("notes", args=[one.participant_id])
        row = _values(one, ("written_as", "shared_on", "is_relevant", "is_hope_giving"))
        rows.add("shared", "shared_experience", one, address, "Experience shared", row)
    return rows


def _sections(rows: Rows, actor: Membership, member: StaffMember, during: tuple[datetime.date, datetime.date]) -> None:
    """Their own sections; of the same reports those of clinicians too, which show that they were not alone."""
    seen = participants_seen(actor).values("pk")
    reports = IncidentReport.objects.filter(may_see_incident_report.rows(actor)).values("pk")
    own = ReportSection.objects.filter(staff=member, participant__in=seen, written_on__range=during)
    own = own.filter(Q(incident_report=None) | Q(incident_report__in=reports))
    beside = ReportSection.objects.filter(incident_report__in=own.values("incident_report"))
    beside = beside.exclude(staff=member).exclude(written_as__in=PEERS)
    for one in [*_with_report(own), *_with_report(beside)]:
        report = one.incident_report
        address = reverse("incident", args=[report.incident]) if report else ""
        row = {"incident_report_id": report and str(report.pk), "is_authority_needed": one.is_authority_needed}
        what = f"Incident report: {one.get_section_display()}"
        rows.add("report_sections", "report_section", one, address, what, _values(one, OF_SECTION) | row)
    papers = DischargeSection.objects.filter(staff=member, participant__in=seen, written_on__range=during)
    for one in papers.select_related("participant"):
        address = reverse("discharge_of", args=[one.participant_id, one.discharge_id]) if one.discharge_id else ""
        what = f"Discharge paper: {one.get_section_display()}"
        rows.add("discharge_sections", "discharge_section", one, address, what, _values(one, OF_SECTION))


def _with_report(sections: Any) -> Iterable[Any]:
    return sections.select_related("participant", "incident_report")


def _values(record: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(record, name)) is not None}
