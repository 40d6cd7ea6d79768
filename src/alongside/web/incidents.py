"""Incidents as pages show them: the reports about one event together, how far their way has come, and what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Max, Q, QuerySet, Value, When
from django.http import Http404
from django.urls import reverse

from alongside.access.incident_policies import may_see_incident_report
from alongside.access.models import Membership
from alongside.records.models import FollowUp, IncidentReport, IncidentStep
from alongside.records.models.writing_words import PEER_ROLES

from .questions import PACK

STATE_WAITS = Q(state_told_at=None) & ~Q(is_health_or_safety=False)
DEATH_WAITS = Q(death_reported_at=None, is_reportable_death=True)
PROGRAM_WAITS = Q(program_told_at=None) & ~Q(is_health_or_safety=False)
OF_PEERS = Q(program__pack=PACK)
HOTLINE_WAITS = Q(hotline_told_at=None) & ~Q(is_suspected_abuse=False)
REVIEW_WAITS = Q(reviewed_on=None, writer_role__in=PEER_ROLES)
WAITS = (~OF_PEERS & (STATE_WAITS | DEATH_WAITS | PROGRAM_WAITS)) | (OF_PEERS & (HOTLINE_WAITS | REVIEW_WAITS))


@dataclass
class Event:
    """The reports about one event that a reader may see, those that stand, in the order of the participants."""

    key: str
    reports: list[IncidentReport]
    is_open: bool = True
    follow_ups: list[FollowUp] = field(default_factory=list)

    @property
    def first(self) -> IncidentReport:
        return self.reports[0]

    @property
    def is_restricted(self) -> bool:
        return any(report.is_restricted for report in self.reports)

    @property
    def way(self) -> list[tuple[str, int, int]]:
        """How far the way has come: in words, how many reports are through, how many there are."""
        if self.first.program.pack == PACK:
            return way_of_peers(self.reports)
        owed = [report for report in self.reports if report.is_health_or_safety is not False]
        deaths = [report for report in self.reports if report.is_reportable_death]
        told = [
            ("Program", "told", sum(report.program_told_at is not None for report in owed), len(owed)),
            ("F-00390", "sent", sum(report.state_told_at is not None for report in owed), len(owed)),
            ("F-62470", "sent", sum(report.death_reported_at is not None for report in deaths), len(deaths)),
        ]
        return [(_how_far(what, done, *counts), *counts) for what, done, *counts in told if counts[1]]


def way_of_peers(reports: list[IncidentReport]) -> list[tuple[str, int, int]]:
    """The same in a program of peer workers: the hotline where abuse is suspected, the review of what a peer wrote."""
    suspected = [report for report in reports if report.is_suspected_abuse]
    unsaid = sum(report.is_suspected_abuse is None for report in reports)
    peers = [report for report in reports if report.writer_role in PEER_ROLES]
    told = sum(report.hotline_told_at is not None for report in suspected)
    reviewed = sum(report.reviewed_on is not None for report in peers)
    rows = [
        *([(_how_far("Hotline", "told", told, len(suspected)), told, len(suspected))] if suspected else []),
        *([("Not said whether abuse is suspected", 0, unsaid)] if unsaid else []),
        *([(_how_far("Report", "reviewed", reviewed, len(peers)), reviewed, len(peers))] if peers else []),
    ]
    return rows or [("Nothing suspected", 1, 1)]


def _how_far(what: str, done: str, told: int, owed: int) -> str:
    if told == owed:
        return f"{what} {done}"
    return f"{what} not yet {done}" if told == 0 else f"{what} {done} for {told} of {owed}"


def reports_seen(actor: Membership) -> QuerySet[IncidentReport]:
    """The reports the actor may read, without those an amendment took the place of."""
    return IncidentReport.objects.filter(may_see_incident_report.rows(actor), amendments=None).exclude(incident=None)


def listed(reports: QuerySet[IncidentReport]) -> QuerySet[Any]:
    """One row for each event: `incident`, `is_open`, when it was learned of. What is open comes first."""
    to_do = FollowUp.objects.filter(done_on=None).values("incident")
    waits = Case(
        When(WAITS | Q(incident__in=to_do), then=Value("open")),
        default=Value("done"),
        output_field=CharField(),
    )
    rows = reports.order_by().values("incident").annotate(stands=Max(waits), learned=Max("learned_at"))
    return rows.order_by("-stands", "-learned", "incident")


def events_of(rows: Iterable[Any], reports: QuerySet[IncidentReport]) -> list[Event]:
    """The events of a page of `listed`, with their reports, in its order."""
    page = list(rows)
    found: dict[str, list[IncidentReport]] = {row["incident"]: [] for row in page}
    held = (
        reports.filter(incident__in=list(found))
        .select_related("participant", "provider", "program")
        .order_by("participant")
    )
    for report in held:
        found[str(report.incident)].append(report)
    return [Event(row["incident"], found[row["incident"]], row["stands"] == "open") for row in page]


def event_for(actor: Membership, incident: UUID) -> Event:
    """One event with the reports about it that the actor may read. Raises Http404 where there are none."""
    held = (
        reports_seen(actor)
        .filter(incident=str(incident))
        .select_related("participant", "provider", "reporter", "program")
    )
    reports = sorted(held, key=lambda report: report.participant.name)
    if not reports:
        raise Http404("No such incident is open to you.")
    return Event(str(incident), reports, follow_ups=list(FollowUp.objects.filter(incident=str(incident))))


def steps_of(reports: Iterable[IncidentReport]) -> dict[tuple[UUID, str], IncidentStep]:
    """The recorded steps of some reports, by report and kind. A report that amends another has taken its steps over."""
    standing = {report.pk: report.pk for report in reports}
    earlier = {report.amends_id: report.pk for report in reports if report.amends_id}
    while earlier:
        standing |= earlier
        rows = IncidentReport.objects.filter(pk__in=earlier).exclude(amends=None).values_list("pk", "amends_id")
        earlier = {amended: standing[key] for key, amended in rows}
    found = IncidentStep.objects.filter(incident_report__in=list(standing)).select_related("attachment")
    return {(standing[step.incident_report_id], str(step.kind)): step for step in found.defer("attachment__content")}


def counts(reports: QuerySet[IncidentReport]) -> Counter[str]:
    """How many events are `open`, and how many `done`."""
    return Counter(listed(reports).values_list("stands", flat=True))


def entry_page(event: Event, heading: str, button: str) -> dict[str, Any]:
    """What a page needs on which something about an event is entered."""
    return {"event": event, "heading": heading, "button": button, "back": address_of(event)}


def address_of(event: Event) -> str:
    """The page of an event."""
    return reverse("incident", args=[event.key])
