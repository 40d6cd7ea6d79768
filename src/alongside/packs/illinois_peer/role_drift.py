"""Role drift over time: which signals a worker's services and papers show, and those that show them. No score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from . import drift_signals as of
from .drift_signals import SIGNALS, Signal
from .writing_aid import Mark, marks
from .writing_roles import is_peer

Row = Mapping[str, Any]
CLINICAL_KINDS = ("iatp", "therapy")
PAID_BY_MEDICAID = ("mental_health_medicaid", "substance_use_medicaid")


@dataclass(frozen=True)
class Behind:
    """One service or paper behind a signal: its table and key, its day, and what in it shows the signal."""

    table: str
    key: str
    on: date | None
    why: str


@dataclass(frozen=True)
class Shown:
    """A signal with everything behind it, oldest first. `of_all` counts what was looked through for it."""

    signal: Signal
    behind: tuple[Behind, ...]
    of_all: int


def signals(
    *,
    services: Sequence[Row] = (),
    plans: Sequence[Row] = (),
    notes: Sequence[Row] = (),
    report_sections: Sequence[Row] = (),
    discharge_sections: Sequence[Row] = (),
    shared: Sequence[Row] = (),
) -> list[Shown]:
    """The signals one worker's rows show, in their order; those that nothing shows are left out.

    Rows carry the columns of the fact tables, those not known left out. Of a plan: `written_as`, `completed_on`; of a
    note: `written_as`, `body`, `written_on`. What was not given in a peer's role shows no signal.
    """
    reports, papers = _peers(report_sections), _peers(discharge_sections)
    texts = [*_texts("progress_note", _peers(notes)), *_texts("incident_report", reports), *_texts("discharge", papers)]
    given = [row for row in services if row.get("role") and is_peer(row["role"])]
    found = {
        of.PLANS: (_rows("service_plan", _peers(plans), "completed_on", "completed by a peer"), plans),
        of.LANGUAGE: (_judging(texts, ("IL-IR-1", "IL-DC-4")), texts),
        of.CONCLUSIONS: (_judging(texts, ("IL-IR-5", "IL-DC-1")), texts),
        of.SIGN_OFFS: (_filled("discharge_section", papers, ("final_sign_off", "treatment_outcome")), discharge_sections),
        of.CLINICAL: (_rows("service", filter(_is_clinical, given), "served_on", "clinical, in a peer’s role"), services),
        of.GROUPS: (_rows("service", filter(_is_paid_group, given), "served_on", "a group that Medicaid is to pay"), services),
        of.ALONE: (_alone(reports, report_sections), report_sections),
        of.DISCLOSURE: (_beside_the_point(_peers(shared)), shared),
    }  # fmt: skip
    listed = [Shown(signal, _in_order(found[signal][0]), len(found[signal][1])) for signal in SIGNALS]
    return [one for one in listed if one.behind]


def _peers(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.get("written_as") and is_peer(row["written_as"])]


def _in_order(behind: Iterable[Behind]) -> tuple[Behind, ...]:
    return tuple(sorted(behind, key=lambda one: (one.on or date.min, one.table, one.key)))


def _rows(table: str, rows: Iterable[Row], day: str, why: str) -> Iterator[Behind]:
    for row in rows:
        yield Behind(table, str(row[f"{table}_id"]), row.get(day), why)


def _is_clinical(row: Row) -> bool:
    return bool(row.get("is_clinical")) or row.get("kind") in CLINICAL_KINDS


def _is_paid_group(row: Row) -> bool:
    is_group = row.get("modality") == "group" or (row.get("attendee_count") or 0) > 1
    return row["role"] == "cprs" and is_group and row.get("funding") in PAID_BY_MEDICAID


def _filled(table: str, rows: Iterable[Row], sections: Sequence[str]) -> Iterator[Behind]:
    for row in rows:
        if row.get("section") in sections:
            yield Behind(table, str(row[f"{table}_id"]), row.get("written_on"), f"section {row['section']}")


Text = tuple[str, Row, list[Mark]]
TABLES = {"progress_note": "progress_note", "incident_report": "report_section", "discharge": "discharge_section"}


def _texts(paper: str, rows: Iterable[Row]) -> Iterator[Text]:
    for row in rows:
        yield TABLES[paper], row, marks(row.get("body") or "", paper=paper, role=row["written_as"])


def _judging(texts: Iterable[Text], rules: Sequence[str]) -> Iterator[Behind]:
    for table, row, found in texts:
        words = [f"“{mark.words}”" for mark in found if mark.rule in rules]
        if words:
            yield Behind(table, str(row[f"{table}_id"]), row.get("written_on"), ", ".join(words))


def _alone(reports: Iterable[Row], every: Sequence[Row]) -> Iterator[Behind]:
    """A peer's sections where clinical authority was needed and nobody else wrote, or that the peer finished."""
    others = {
        row.get("incident_report_id") for row in every if row.get("written_as") and not is_peer(row["written_as"])
    }
    for row in reports:
        is_last = row.get("section") == "final_sign_off"
        if row.get("is_authority_needed") and (is_last or row.get("incident_report_id") not in others - {None}):
            why = "finished by a peer" if is_last else "nobody else wrote in the report"
            yield Behind("report_section", str(row["report_section_id"]), row.get("written_on"), why)


def _beside_the_point(rows: Iterable[Row]) -> Iterator[Behind]:
    for row in rows:
        why = [said for column, said in WANTING.items() if row.get(column) is False]
        if why:
            yield Behind("shared_experience", str(row["shared_experience_id"]), row.get("shared_on"), ", ".join(why))


WANTING = {"is_relevant": "not relevant", "is_hope_giving": "gave no hope"}
