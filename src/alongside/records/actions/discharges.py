"""Discharging, and the written summary of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import Discharge, DischargeSummary, Enrollment
from .recording import locked, recording, store, store_again
from .sections import say_peers_wrote

if TYPE_CHECKING:
    from alongside.access.models import User


def discharge(
    *,
    enrollment: Enrollment,
    discharged_on: datetime.date,
    is_planned: bool | None,
    planned_reason: str | None = None,
    cause: str | None = None,
    last_contact_on: datetime.date | None = None,
    is_involuntary: bool | None = None,
    has_summary: bool | None = None,
    pps_recorded_on: datetime.date | None = None,
    has_notice_summary: bool | None = None,
    has_notice_reapply: bool | None = None,
    has_notice_hearing: bool | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> Discharge:
    """End an enrollment. `cause` is a word of `DischargeCause`; planned or not is the coordinator's choice."""
    with recording(program_id=enrollment.program_id, by=by):
        enrollment = locked(enrollment)
        ending = Discharge(
            program_id=enrollment.program_id,
            participant_id=enrollment.participant_id,
            enrollment=enrollment,
            discharged_on=discharged_on,
            is_planned=is_planned,
            planned_reason=planned_reason,
            cause=cause,
            last_contact_on=last_contact_on,
            is_involuntary=is_involuntary,
            has_summary=has_summary,
            pps_recorded_on=pps_recorded_on,
            has_notice_summary=has_notice_summary,
            has_notice_reapply=has_notice_reapply,
            has_notice_hearing=has_notice_hearing,
            imported_from=imported_from,
        )
        return store(ending, on=on)


def record_discharge_summary(
    *,
    discharge: Discharge,
    reason: str | None = None,
    progress: str | None = None,
    resume_when: str | None = None,
    participant_signed_on: datetime.date | None = None,
    representative_signed_on: datetime.date | None = None,
    representative_signed_by: str | None = None,
    coordinator_signed_on: datetime.date | None = None,
    coordinator_signed_by: str | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> DischargeSummary:
    """Record the written summary of a discharge, which from then on says it has one."""
    with recording(program_id=discharge.program_id, by=by):
        ending = locked(discharge)
        summary = DischargeSummary(
            program_id=ending.program_id,
            participant_id=ending.participant_id,
            discharge=ending,
            reason=reason,
            progress=progress,
            resume_when=resume_when,
            participant_signed_on=participant_signed_on,
            representative_signed_on=representative_signed_on,
            representative_signed_by=representative_signed_by,
            coordinator_signed_on=coordinator_signed_on,
            coordinator_signed_by=coordinator_signed_by,
            imported_from=imported_from,
        )
        store(summary, on=on)
        say_peers_wrote(ending, on)
        if ending.has_summary is not True:
            ending.has_summary = True
            store_again(ending, fields=("has_summary",), on=on)
        return summary
