"""A supervisor's review of an incident report, and whether it tells of suspected abuse."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import IncidentReport
from ..problems import Problem, is_nothing, nothing
from .recording import locked, recording, refuse, store_again

if TYPE_CHECKING:
    from alongside.access.models import User


def review_report(
    *, report: IncidentReport, reviewed_by: str, version: int, on: datetime.date, by: User | None
) -> IncidentReport:
    """Record that a supervisor reviewed a report as it was read at `version`, which `words_read` gives. Raises
    `Problems`: one already reviewed, and one in which somebody wrote since it was read."""
    with recording(program_id=report.program_id, by=by):
        report = locked(report)
        if is_nothing(reviewed_by):
            refuse([nothing("reviewed_by")])
        if report.reviewed_on is not None:
            refuse([Problem("reviewed_on", f"reviewed by {report.reviewed_by}", "not yet reviewed", DONE)])
        if words_read(report) != version:
            refuse([Problem("report", "a report changed since you read it", "the report as you read it", AGAIN)])
        report.reviewed_on, report.reviewed_by = on, reviewed_by
        return store_again(report, fields=("reviewed_on", "reviewed_by"), on=on)


def words_read(report: IncidentReport) -> int:
    """A number that grows with every change of a report and of its sections."""
    return int(report.version + sum(report.sections.values_list("version", flat=True)))


def say_suspected(
    *, report: IncidentReport, is_suspected_abuse: bool | None, on: datetime.date, by: User | None
) -> IncidentReport:
    """Say whether abuse, neglect, financial exploitation or a death is suspected or told of. Raises `Problems`: nothing
    said, and no suspicion where the hotline was told of one."""
    with recording(program_id=report.program_id, by=by):
        report = locked(report)
        if is_suspected_abuse is None:
            refuse([nothing("is_suspected_abuse")])
        if report.hotline_told_at is not None and not is_suspected_abuse:
            refuse([Problem("is_suspected_abuse", "no", "yes, for the hotline was told", TOLD)])
        report.is_suspected_abuse = is_suspected_abuse
        return store_again(report, fields=("is_suspected_abuse",), on=on)


DONE = "Nothing is left to do. What a peer writes after this asks for another review."
AGAIN = "Read it again, then record the review."
TOLD = "Leave it. What came of it is written in the report."
