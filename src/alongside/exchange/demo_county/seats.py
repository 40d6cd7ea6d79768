"""Two participants and a parent who have their own seat, with words of their own and looks by staff."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from itertools import islice

from django.db import transaction

from alongside.access.actions import create_user, join
from alongside.access.context import acting
from alongside.access.models import Membership, Program, User
from alongside.access.roles import Role
from alongside.ledger.events import record_read, record_search
from alongside.records import actions
from alongside.records.models import (
    Participant,
    PlanLine,
    ProgressNote,
    Representative,
    ServiceKind,
    ServicePlan,
)

from .shelf import Shelf, before
from .visits import Round, add_visits, moment_of
from .workers import workers

# Family name, given name and sign-in name of those with a seat; the last one is under 18, and a parent sits there.
SEATED = (("Hazel", "Juniper", "juniper.hazel"), ("Teal", "Rowan", "rowan.teal"), ("Aster", "Robin", "robins.parent"))
GOALS = "This is how I said it. Please keep it that way."
WISH = "Please ring the bell twice. I do not open when it rings once."
REGRET = "I am angry about the visit on Friday."
PARENTS = "Robin is tired after school. Later in the day works better."


def add_seats(shelf: Shelf, served: Mapping[Participant, str]) -> None:
    """Name those who have a seat: two adults with visits, and a minor, who gets visits too."""
    noted = {note.participant for note in shelf.of(ProgressNote)}
    adults = islice((who for who, story in served.items() if story == "in order" and who in noted), 2)
    minor = next((who for who, story in served.items() if story == "minor"), None)
    plans = {plan.participant: plan for plan in shelf.of(ServicePlan)}
    for who, (family, given, _) in zip((*adults, minor), SEATED, strict=False):
        if who is None or who not in plans:
            continue
        parents = [one for one in shelf.of(Representative) if one.participant is who]
        _rename(shelf, who, family, given, parents)
        plans[who].met_with = f"{who.name}, {plans[who].coordinator_signed_by}"
        if who is minor:
            _visit(shelf, plans[who])


def open_seats(program: Program, *, staff: User, password: str, on: datetime.date) -> None:
    """Seats for those named above, as though each had used a code; words written there; and staff who looked."""
    for family, given, sign_in_name in SEATED:
        with acting(program=program):
            person = Participant.objects.get(family_name=family, given_name=given)
            parent = Representative.objects.current(on).filter(participant=person).first()
        user = create_user(
            sign_in_name=sign_in_name, name=parent.name if parent else person.name, password=password, by=None
        )
        seat = join(
            user=user, program=program, role=Role.REPRESENTATIVE if parent else Role.PARTICIPANT,
            starts_on=before(on, 30), ends_on=parent.ends_on if parent else None, participant_id=person.pk,
            representative_id=parent.pk if parent else None, by=None,
        )  # fmt: skip
        _write(seat, user, on)
        with acting(program=program, actor=staff), transaction.atomic():
            record_search("participant", found=1, listed=[person.pk])
            record_read("participant", row=person.pk, subject=person.pk)


def _rename(shelf: Shelf, who: Participant, family: str, given: str, parents: list[Representative]) -> None:
    former, who.family_name, who.given_name = who.family_name, family, given
    for parent in parents:
        before_, parent.name = parent.name, (parent.name or "").replace(former, family)
        for plan in shelf.of(ServicePlan):
            if plan.participant is who and plan.representative_signed_by == before_:
                plan.representative_signed_by = parent.name


def _visit(shelf: Shelf, plan: ServicePlan) -> None:
    line: PlanLine = next(line for line in shelf.of(PlanLine) if line.participant is plan.participant)
    worker = workers(shelf, ServiceKind(line.kind))[0]
    add_visits(shelf, Round(line, worker, max(before(shelf.on, 40), plan.completed_on or shelf.on), None))


def _write(seat: Membership, user: User, on: datetime.date) -> None:
    now = moment_of(before(on, 1), 18 * 60 + 5)
    with acting(program=seat.program_id, actor=user, participant=seat.participant_id), transaction.atomic():
        plan = ServicePlan.objects.order_by("-completed_on").first()
        said = {"seat": seat, "at": now, "on": before(on, 1), "by": user}
        if seat.role == Role.REPRESENTATIVE:
            actions.write_own_words(words=PARENTS, **said)
            return
        actions.write_own_words(words=GOALS if user.sign_in_name == SEATED[0][2] else WISH, service_plan=plan, **said)
        angry = actions.write_own_words(words=REGRET, **said)
        actions.take_back_own_words(own_words=angry, at=now, on=before(on, 1), by=user)
