"""Changing an incident report: corrected while nobody signed it, amended with a reason from then on."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import IncidentReport, Participant
from ..naming_others import problems_of_names
from ..problems import is_nothing, nothing
from .amendments import amend, is_signed
from .corrections import correct
from .recording import refuse

if TYPE_CHECKING:
    from alongside.access.models import User

SHARED = ("what_happened", "others_present", "response")


def change_report(
    *,
    report: IncidentReport,
    version: int,
    changes: dict[str, Any],
    reason: str | None = None,
    on: datetime.date,
    by: User | None,
) -> IncidentReport:
    """Correct a report as it was read at `version`, or amend a signed one, which needs a `reason`.

    Raises `Conflict` with both texts, and `Problems`.
    """
    touched = list(Participant.objects.filter(incident_reports__incident=report.incident).distinct())
    shared = {field: changes[field] for field in SHARED if field in changes}
    others = [one for one in touched if one.pk != report.participant_id]
    own = {report.participant_id: changes.get("happened_to_them")}
    told_of_others = problems_of_names([report.participant, *others], {}, own)
    told_of_all = problems_of_names([*others, *others[:1]], shared, {})
    refuse([*told_of_others, *told_of_all])
    if not is_signed(report):
        return correct(record=report, version=version, changes=changes, on=on, by=by)
    if is_nothing(reason):
        refuse([nothing("reason")])
    changed = {field: value for field, value in changes.items() if getattr(report, field) != value}
    return amend(record=report, reason=reason or "", changes=changed, on=on, by=by)
