"""The way of each report, step by step: what is recorded, what is due by which clock, and what the rules say."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from alongside.records.models import (
    Attachment,
    Document,
    DocumentKind,
    IncidentCategory,
    IncidentReport,
    IncidentStep,
    ToldKind,
)
from alongside.records.models.writing_words import PEER_ROLES
from alongside.reviews.ask import ask, pack_in_context

from .incident_clocks import due_at, in_words
from .incidents import steps_of
from .questions import PACK
from .shown import Shown, live

# The rules about each step; the general ones about an incident's way stand with the first.
RULES = {
    ToldKind.PROGRAM: "INC",
    ToldKind.STATE: "INC-1",
    ToldKind.DEPARTMENT: "INC-6",
    ToldKind.HOTLINE: "IL-OIG-1",
}
COLUMNS = {
    ToldKind.PROGRAM: ("program_told_at", "program_told_by"),
    ToldKind.STATE: ("state_told_at", "state_told_by"),
    ToldKind.DEPARTMENT: ("death_reported_at", "death_reported_by"),
    ToldKind.HOTLINE: ("hotline_told_at", ""),
}
NAMES = {
    ToldKind.PROGRAM: ("The county or Tribal agency is told", "Record who was told"),
    ToldKind.STATE: ("F-00390 goes to the Division of Care and Treatment Services", "Record that F-00390 was sent"),
    ToldKind.DEPARTMENT: ("F-62470, the death report, goes to the Department", "Record that F-62470 was sent"),
    ToldKind.HOTLINE: ("The OIG hotline is told", "Record that the hotline was told"),
}

BY_LAW = {
    ToldKind.DEPARTMENT: "24 hours from learning of it, by law",
    ToldKind.HOTLINE: "4 hours from first learning of it, by 59 Ill. Adm. Code 50.20",
}


@dataclass(frozen=True)
class Step:
    """One step of one report. `row` is what was recorded besides when and by whom; `due` comes from a clock."""

    kind: str
    name: str
    button: str
    told_at: datetime.datetime | None
    told_by: str | None
    row: IncidentStep | None
    due: datetime.datetime | None
    clock: str
    shown: Shown | None
    is_owed: bool

    @property
    def is_not_needed(self) -> bool:
        return self.told_at is None and self.row is not None and bool(self.row.not_needed)

    @property
    def stands(self) -> str:
        """Done, answered, waiting, late or not needed: the word for the step."""
        if self.told_at is not None:
            answered = self.row is not None and self.row.answered_at is not None
            return "answered" if answered else "told"
        if self.is_not_needed or not self.is_owed:
            return "not needed"
        return "late" if self.due is not None and self.due < timezone.now() else "waiting"

    @property
    def was_late(self) -> bool:
        return bool(self.due and self.told_at and self.told_at > self.due)


@dataclass(frozen=True)
class Way:
    """One report and its steps, in order; `document` is the key of what was signed, if anything was; `earlier` of what
    was signed of the report it amends."""

    report: IncidentReport
    steps: list[Step]
    document: UUID | None
    earlier: UUID | None
    files: list[Attachment]

    @property
    def is_peers(self) -> bool:
        """Whether a peer wrote in it, so that a supervisor reviews it."""
        return self.report.writer_role in PEER_ROLES

    @property
    def is_waiting(self) -> bool:
        """Whether it is an amendment nobody signed yet: until then what was signed before counts."""
        return self.report.amends_id is not None and self.report.signed_on is None


def ways_of(reports: Sequence[IncidentReport], on: datetime.date) -> list[Way]:
    """The way of each report, with the rules asked now."""
    rows = steps_of(reports)
    shown = _shown(reports, on)
    categories = {row.name: row for row in IncidentCategory.objects.all()}
    keys = [key for report in reports for key in (report.pk, report.amends_id) if key]
    signed = Document.objects.filter(kind=DocumentKind.INCIDENT_REPORT, record__in=keys)
    documents = dict(signed.values_list("record", "pk"))
    proofs = {step.attachment_id for step in rows.values() if step.attachment_id}
    kept = Attachment.objects.filter(kind=DocumentKind.INCIDENT_REPORT, record__in=keys).exclude(pk__in=proofs)
    files = list(kept.defer("content").order_by("created_at"))
    of_peers = pack_in_context().id == PACK
    return [
        Way(
            report,
            [_step(report, kind, rows, shown, categories.get(report.category)) for kind in _kinds(report, of_peers)],
            documents.get(report.pk),
            documents.get(report.amends_id) if report.amends_id else None,
            [file for file in files if file.record in (report.pk, report.amends_id)],
        )
        for report in reports
    ]


def _kinds(report: IncidentReport, of_peers: bool) -> list[ToldKind]:
    """A death report only where there is such a death; in a program of peer workers the hotline alone."""
    if of_peers:
        return [ToldKind.HOTLINE]
    is_death = report.is_reportable_death or report.death_reported_at is not None
    return [ToldKind.PROGRAM, ToldKind.STATE, *([ToldKind.DEPARTMENT] if is_death else [])]


def _step(
    report: IncidentReport,
    kind: ToldKind,
    rows: dict[tuple[UUID, str], IncidentStep],
    shown: dict[tuple[UUID, str], Shown],
    category: IncidentCategory | None,
) -> Step:
    when, who = COLUMNS[kind]
    due = due_at(report, category, kind)
    row = rows.get((report.pk, kind.value))
    is_hotline = kind == ToldKind.HOTLINE
    return Step(
        kind=kind.value, name=NAMES[kind][0], button=NAMES[kind][1], told_at=getattr(report, when),
        told_by=getattr(report, who) if who else row and row.told_by, row=row, due=due,
        clock=BY_LAW.get(kind) or in_words(category, kind), shown=shown.get((report.pk, RULES[kind])),
        is_owed=report.is_suspected_abuse is not False if is_hotline
        else report.is_health_or_safety is not False or bool(report.is_reportable_death),
    )  # fmt: skip


def _shown(reports: Sequence[IncidentReport], on: datetime.date) -> dict[tuple[UUID, str], Shown]:
    """What the rules say of these reports, by report and rule."""
    # An amendment that waits for its signature stands in the page of the report it amends, which counts until then.
    keys = {str(r.amends_id if r.amends_id and r.signed_on is None else r.pk): r.pk for r in reports}
    people = list({report.participant_id for report in reports})
    found = {}
    for rule in pack_in_context().rules:
        if rule.id in RULES.values():
            for answer in ask(rule, on=on, roots=people):
                if answer.key in keys:
                    found[keys[answer.key], rule.id] = live(answer)
    return found
