"""The duty no limit delays: whoever sees, is told of or suspects abuse tells the hotline within four hours."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone

from alongside.law import Citation
from alongside.packs.illinois_peer.sections import NEVER_DELAYED
from alongside.packs.illinois_peer.sources_of_writing import AT_ONCE
from alongside.records.models import IncidentReport

from .incident_clocks import TELL_HOTLINE_WITHIN


@dataclass(frozen=True)
class AtOnce:
    """How the duty stands for one report: `unsaid`, `owed`, `late`, `told` or `none`."""

    report: IncidentReport
    stands: str
    due: datetime.datetime | None
    never_delayed: str = NEVER_DELAYED
    cite: Citation = AT_ONCE

    @property
    def is_open(self) -> bool:
        """Whether somebody has something to do about it now."""
        return self.stands in ("unsaid", "owed", "late")


def at_once_of(report: IncidentReport) -> AtOnce:
    """How the duty stands now."""
    due = report.learned_at + TELL_HOTLINE_WITHIN if report.learned_at else None
    if report.hotline_told_at is not None:
        return AtOnce(report, "told", due)
    if report.is_suspected_abuse is None:
        return AtOnce(report, "unsaid", due)
    if not report.is_suspected_abuse:
        return AtOnce(report, "none", due)
    return AtOnce(report, "late" if due and due < timezone.now() else "owed", due)
