"""What was opened in an emergency, one access reviewed and one that waits; and what one participant let out."""

from __future__ import annotations

import datetime

from alongside.access.context import acting
from alongside.access.models import Membership, Program, User
from alongside.records import actions
from alongside.records.models import (
    EmergencyConclusion,
    Participant,
    PlanLine,
    RecipientKind,
    RecordClass,
    ReleasePurpose,
    Service,
    StaffMember,
)
from alongside.records.releasing import Asked

from .shelf import before

CLINIC = "Milkweed Family Clinic"
WHY = (
    "Her sister rang the office: she does not answer the door. Looked for her safety plan and whom to call.",
    "Met him shaking at the bus stop, could not name his medicine. Looked for his doctor and allergies.",
)


def add_emergencies(county: Program, *, peer: User, supervisor: User, on: datetime.date) -> None:
    """A peer specialist opened two participants she does not serve: the first was looked at, the second waits."""
    with acting(program=county):
        staff_id = Membership.objects.get(program=county, user=peer).staff_id
        staff = StaffMember.objects.get(pk=staff_id)
        planned = PlanLine.objects.filter(provider=staff.provider_id).values("participant")
        served = Service.objects.filter(staff=staff).values("participant")
        strangers = Participant.objects.exclude(pk__in=planned).exclude(pk__in=served).order_by("medicaid_id")
        first, second = strangers[4:6]
        for person, why, ago in ((first, WHY[0], 9), (second, WHY[1], 1)):
            day = before(on, ago)
            said = {"reason": why, "opened_by": f"{peer.name}, Peer specialist", "at": _at(day, 21), "by": peer}
            access = actions.open_in_emergency(participant=person, staff=staff, on=day, **said)
            if ago > 1:
                actions.review_emergency(
                    access=access, conclusion=EmergencyConclusion.JUSTIFIED, at=_at(before(on, 8), 15),
                    words="She read the safety plan and the contacts, nothing else. The sister was reached.",
                    reviewed_by=f"{supervisor.name}, supervisor", on=before(on, 8), by=supervisor,
                )  # fmt: skip


def let_out(county: Program, *, by: User, on: datetime.date) -> None:
    """One participant with a seat agreed that her clinic gets papers, and it got one."""
    with acting(program=county):
        person = Participant.objects.get(given_name="Juniper", family_name="Hazel")
        signed_on = before(on, 60)
        said = {
            "recipient": CLINIC, "recipient_kind": RecipientKind.ORGANIZATION, "purpose": ReleasePurpose.TREATMENT,
            "purpose_said": "So that my doctor knows my plan.", "signed_on": signed_on, "expires_on": before(on, -305),
            "signed_paper": "Paper file, first drawer",
        }  # fmt: skip
        classes = [RecordClass.MENTAL_HEALTH]
        actions.record_consent(participant=person, classes=classes, said=said, on=signed_on, by=by)
        asked = Asked(frozenset(classes), CLINIC, ReleasePurpose.TREATMENT)
        day = before(on, 41)
        actions.disclose(participant=person, asked=asked, what="The service plan", at=_at(day, 16), on=day, by=by)


def _at(day: datetime.date, hour: int) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour, 40), datetime.UTC)
