"""The demo's packets: last year's, sent and received, and this year's, with two things missing that nobody explained.

They stand here because a packet needs both the reviews and what sets and binds its files.
"""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.reviews.models import Oversight, OversightState, Packet, Sample
from alongside.reviews.oversights import keep_roster
from alongside.reviews.packets.assembling import assemble
from alongside.reviews.packets.correcting import ask_to_build
from alongside.reviews.packets.sending import receive, send
from alongside.reviews.samples import keep_sample

from .packing import build

NATION = "Heron Bend Nation"
COORDINATOR, REVIEWER = "coordinator@heronbend.example", "reviewer@state.example"
REASON = "Kept on paper before our records were on screen; the folder was lost when the office moved."
LEFT_OPEN = 2


def add_packets(on: datetime.date) -> None:
    """Fill them in, as they stand on that day. A second call changes nothing."""
    program, by, reviewer = _who()
    with acting(program=program, actor=by):
        with transaction.atomic():
            if Packet.objects.exists():
                return
            last = assemble(sample=_sampled(program, named_on=_before(on, 400), by=by), on=_before(on, 396), by=by)
            _explain(last, by)
            ask_to_build(packet=last, at=_noon(_before(on, 390)), asked_by=by.name, by=by)
        build(Packet.objects.select_related("oversight", "sample", "program").get(pk=last.pk))
        with transaction.atomic():
            last.refresh_from_db()
            sent_at = _noon(_before(on, 388))
            send(packet=last, version=last.version, at=sent_at, sent_by=by.name, by=by)
            this = assemble(sample=_sampled(program, named_on=_before(on, 5), by=by), on=on, by=by)
            _explain(this, by, but=LEFT_OPEN)
    with acting(program=program, actor=reviewer, is_reviewer=True), transaction.atomic():
        receive(packet=last, at=_noon(_before(on, 387)), received_by=reviewer.name, by=reviewer)


def _who() -> tuple[Program, User, User]:
    with transaction.atomic():
        by = User.objects.get(email=COORDINATOR)
        reviewer = User.objects.get(email=REVIEWER)
        with acting(actor=by):
            return Program.objects.get(name=NATION), by, reviewer


def _sampled(program: Program, *, named_on: datetime.date, by: User) -> Sample:
    """An oversight whose sample was named on that day, its packet owed three weeks later."""
    named = f"{named_on.day} {named_on:%B %Y}"
    oversight = Oversight.objects.create(
        program=program, title=f"Documentation oversight {named_on.year}", state=OversightState.NAMED,
        period_from=_before(named_on, 10), period_to=_before(named_on, -20), served_from=_before(named_on, 410),
        served_to=_before(named_on, 45), announced_on=_before(named_on, 45), announced_by="Ray Sycamore",
        list_asked_by_on=_before(named_on, 40), list_sent_at=_noon(_before(named_on, 30)), list_sent_by=by.name,
        sample_named_on=named_on, sample_named_by="Ray Sycamore", packet_due_strict_on=_before(named_on, -21),
        packet_due_on=_before(named_on, -21), packet_due_calendar="state offices",
    )  # fmt: skip
    parts = {"state_part": f"state, {named}", "program_part": f"program, {named}"}
    drawn = {"on": named_on, "at": _noon(named_on), "by": by}
    return keep_sample(oversight, keep_roster(oversight, by=by), **parts, **drawn)


def _explain(packet: Packet, by: User, but: int = 0) -> None:
    missing = list(packet.items.filter(state="missing").order_by("sample_member__position", "position"))
    for item in missing[: len(missing) - but]:
        item.reason, item.reason_by = REASON, by.name
        item.save(update_fields=["reason", "reason_by"])


def _noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12, 15)))


def _before(day: datetime.date, days: int) -> datetime.date:
    return day - datetime.timedelta(days=days)
