"""The incident report (F-00390) about one participant. Its way to the program and the state is recorded beside it."""

from __future__ import annotations

from alongside.access.models import ProgramKind

from ..models import IncidentReport
from .wording import Section, amended, label, moment, section, text
from .written_sections import written

TITLE, FORM = "Incident report", "F-00390"


def named(report: IncidentReport) -> tuple[str, str]:
    """The title and the form: the report of an agency is of no form of the state."""
    return TITLE, "" if report.program.kind == ProgramKind.AGENCY else FORM


def sections(report: IncidentReport) -> list[Section]:
    """What happened, and what was done about it."""
    happened = moment(report.happened_at) if report.happened_at else report.happened_on
    return [
        section(
            "The incident",
            ("Happened on", happened),
            ("Where", report.place),
            ("Kind of place", label(report, "setting")),
            ("Category", report.category),
            ("Participants it touched", report.affected_count),
            ("Touched health or safety", report.is_health_or_safety),
            ("A death that has to be reported", report.is_reportable_death),
            *_only_if("Abuse, neglect, exploitation or a death suspected or told of", report.is_suspected_abuse),
        ),
        *amended(report),
        text("What happened", report.what_happened),
        *_besides("What happened to this person", report.happened_to_them),
        *_besides("Who else was there", report.others_present),
        text("What was done at once", report.response),
        *written(report.sections),
        text("Follow-up", report.follow_up),
        text("Corrective action", report.corrective_action),
        section(
            "The report",
            ("Reported by", report.reported_by),
            ("Learned of it on", report.learned_at),
            *_how(report),
            *_only_if("Written as", label(report, "writer_role") if report.writer_role else None),
        ),
        *([section("Asked besides", *((asked, said) for asked, said in report.answers))] if report.answers else []),
    ]


def _only_if(words: str, value: object) -> list[tuple[str, object]]:
    return [] if value is None else [(words, value)]


def _how(report: IncidentReport) -> list[tuple[str, str | None]]:
    return [("How", report.learned_how)] if report.learned_how else []


def _besides(heading: str, words: str | None) -> list[Section]:
    return [text(heading, words)] if words else []
