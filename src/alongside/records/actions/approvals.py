"""Recording what the state gave a provider of Illinois, and when somebody was in substance-use treatment there."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import Participant, Provider, ProviderApproval, TreatmentEpisode
from .recording import recording, store

if TYPE_CHECKING:
    from alongside.access.models import User

Day = datetime.date | None


def record_approval(
    *,
    provider: Provider,
    kind: str | None,
    asked_for_on: Day = None,
    decided_on: Day = None,
    attested_on: Day = None,
    starts_on: Day = None,
    ends_on: Day = None,
    on: datetime.date,
    by: User | None,
) -> ProviderApproval:
    """Record a license, grant, waiver or approval of a provider. `kind` is a word of `ApprovalKind`; the last day
    counts. Raises `Problems`."""
    with recording(program_id=provider.program_id, by=by):
        approval = ProviderApproval(
            program_id=provider.program_id, provider=provider, kind=kind, asked_for_on=asked_for_on,
            decided_on=decided_on, attested_on=attested_on, starts_on=starts_on, ends_on=ends_on,
        )  # fmt: skip
        return store(approval, on=on)


def record_treatment(
    *, participant: Participant, starts_on: Day, ends_on: Day = None, on: datetime.date, by: User | None
) -> TreatmentEpisode:
    """Record a time in substance-use treatment, last day included; open where it goes on. Raises `Problems`."""
    with recording(program_id=participant.program_id, by=by):
        episode = TreatmentEpisode(
            program_id=participant.program_id, participant=participant, starts_on=starts_on, ends_on=ends_on
        )
        return store(episode, on=on)
