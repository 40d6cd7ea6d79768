"""The demo's packets: last year's, sent and received, and this year's, with two things missing that nobody explained.

They stand here because a packet needs both the reviews and what sets and binds its files.
"""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.packs.drawing import draw
from alongside.records import actions
from alongside.records.models import Participant
from alongside.reviews.models import Oversight, OversightState, Packet, Roster, Sample
from alongside.reviews.oversights import keep_roster
from alongside.reviews.packets.assembling import assemble
from alongside.reviews.packets.correcting import ask_to_build
from alongside.reviews.packets.sending import receive, send
from alongside.reviews.samples import keep_sample

from .demo_oversight import close_without_findings
from .packing import build

NATION = "Heron Bend Nation"
COORDINATOR, REVIEWER = "coordinator@heronbend.example", "reviewer@state.example"
REASON = "Kept on paper before our records were on screen; the folder was lost when the office moved."
FEEDBACK = "Everything asked for was in the packet or its absence was explained. Thank you for the care taken with it."
# Somebody of this year's sample whose annual screen and six-month plan were never made.
GIVEN_NAME, FAMILY_NAME, MEDICAID_ID = "Sora", "Grebe", "7700000041"
MOST_TRIES = 500


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
        build(last)
        with transaction.atomic():
            last.refresh_from_db()
            sent_at = _noon(_before(on, 388))
            send(packet=last, version=last.version, at=sent_at, sent_by=by.name, by=by)
            somebody = _somebody(program, on, by)
            sample = _sampled(program, named_on=_before(on, 5), by=by, with_=somebody)
            assemble(sample=sample, on=on, by=by)
    with acting(program=program, actor=reviewer, is_reviewer=True), transaction.atomic():
        receive(packet=last, at=_noon(_before(on, 387)), received_by=reviewer.name, by=reviewer)
        told = {"feedback": FEEDBACK, "on": _before(on, 350), "reviewer": reviewer}
        close_without_findings(Oversight.objects.get(pk=last.oversight_id), **told)


def _who() -> tuple[Program, User, User]:
    with transaction.atomic():
        by = User.objects.get(email=COORDINATOR)
        reviewer = User.objects.get(email=REVIEWER)
        with acting(actor=by):
            return Program.objects.get(name=NATION), by, reviewer


def _somebody(program: Program, on: datetime.date, by: User) -> Participant:
    """Enrolled fourteen months ago, with two sets of documents out of which two are missing."""
    enrolled_on, said = _before(on, 425), {"on": on, "by": by}
    somebody = actions.enroll(
        program=program, medicaid_id=MEDICAID_ID, family_name=FAMILY_NAME, given_name=GIVEN_NAME,
        born_on=datetime.date(1979, 4, 17), enrolled_on=enrolled_on, **said,
    ).participant  # fmt: skip
    actions.record_coverage(participant=somebody, plan="medicaid", starts_on=enrolled_on, **said)
    actions.record_residence(participant=somebody, setting="own_home", starts_on=enrolled_on, **said)
    screened = {"kind": "mh_sud", "result": "eligible", "screener": "Iris Bittern"}
    actions.record_screen(participant=somebody, completed_on=_before(enrolled_on, 20), **screened, **said)
    for days in (8, -170, -355):
        actions.record_assessment(participant=somebody, completed_on=_before(enrolled_on, days), **said)
    for days in (3, -360):
        planned_on = _before(enrolled_on, days)
        actions.record_plan(participant=somebody, completed_on=planned_on, is_in_person=True, **said)
    return somebody


def _sampled(program: Program, *, named_on: datetime.date, by: User, with_: Participant | None = None) -> Sample:
    """An oversight whose sample was named on that day, its packet owed three weeks later. `with_` is drawn, too: the
    program's part of the seed is tried until it is so, which in earnest nobody could do."""
    named = f"{named_on.day} {named_on:%B %Y}"
    oversight = Oversight.objects.create(
        program=program, title=f"Documentation oversight {named_on.year}", state=OversightState.NAMED,
        period_starts_on=_before(named_on, 10), period_ends_on=_before(named_on, -20),
        served_from_on=_before(named_on, 410),
        served_to_on=_before(named_on, 45), announced_on=_before(named_on, 45), announced_by="Ray Sycamore",
        list_asked_by_on=_before(named_on, 40), list_sent_at=_noon(_before(named_on, 30)), list_sent_by=by.name,
        sample_named_on=named_on, sample_named_by="Ray Sycamore", packet_due_strict_on=_before(named_on, -21),
        packet_due_on=_before(named_on, -21), packet_due_calendar="state offices",
    )  # fmt: skip
    roster = keep_roster(oversight, by=by)
    parts = {"state_part": f"state, {named}", "program_part": f"program, {named}"}
    parts["program_part"] = _part_that_draws(with_, roster, **parts) if with_ else parts["program_part"]
    drawn = {"on": named_on, "at": _noon(named_on), "by": by}
    sample = keep_sample(oversight, roster, **parts, **drawn)
    oversight.participant_count = sample.participant_count
    oversight.save(update_fields=["participant_count", "sample_count"])
    return sample


def _part_that_draws(somebody: Participant, roster: Roster, *, state_part: str, program_part: str) -> str:
    roster.refresh_from_db(fields=["frame_hash"])
    people = {str(key) for key in roster.entries.values_list("participant_id", flat=True)}
    size = -(-len(people) // 5)
    tried = (f"{program_part}, {nth}" for nth in range(MOST_TRIES))
    given = {"state_part": state_part, "frame_hash": roster.frame_hash}
    drawn = (part for part in tried if str(somebody.pk) in draw(people, size, program_part=part, **given))
    return next(drawn, program_part)


def _explain(packet: Packet, by: User) -> None:
    packet.items.filter(state="missing").update(reason=REASON, reason_by=by.name)


def _noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12, 15)))


def _before(day: datetime.date, days: int) -> datetime.date:
    return day - datetime.timedelta(days=days)
