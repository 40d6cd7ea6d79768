"""How far somebody is on the way: asked, refused, enrolled, discharged. Read from the records, never stored."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from alongside.records.models import Discharge, Enrollment, FirstContact, Participant

NEVER = datetime.date.min


@dataclass(frozen=True)
class Stage:
    """Where somebody stands. `contact` is a request for services that nobody has answered yet."""

    enrollment: Enrollment | None
    discharge: Discharge | None
    contact: FirstContact | None
    refusal: FirstContact | None

    @property
    def is_enrolled(self) -> bool:
        """Whether an enrollment stands that no discharge ended, begun or not."""
        return self.enrollment is not None and self.discharge is None

    @property
    def comes_back(self) -> bool:
        """Whether they were here before."""
        return self.discharge is not None


def stage_of(person: Participant) -> Stage:
    """The stage, from the participant's enrollments (with discharges) and first contacts, fetched before or not."""
    enrollments = sorted(person.enrollments.all(), key=lambda one: one.enrolled_on or NEVER, reverse=True)
    last = next((one for one in enrollments if not hasattr(one, "discharge")), enrollments[0] if enrollments else None)
    ended = getattr(last, "discharge", None)
    contacts = sorted(person.first_contacts.all(), key=lambda one: (one.contacted_on or NEVER, one.created_at))
    newest = contacts[-1] if contacts else None
    if newest and last and (ended is None or not _is_after(newest, last, ended)):
        newest = None
    refusal = newest if newest and newest.refused_on else None
    return Stage(last, ended, None if refusal else newest, refusal)


def _is_after(contact: FirstContact, enrollment: Enrollment, ended: Discharge) -> bool:
    """Whether they asked again since they were enrolled: after the discharge, or on its day."""
    since = ended.discharged_on or enrollment.enrolled_on or NEVER
    return (contact.contacted_on or NEVER) >= since
