"""The programs of the beds: two whose people look, one at which they may not, with texts that stand nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import count
from typing import Any
from uuid import UUID

import rows
from allauth.mfa.models import Authenticator
from django.db import transaction
from sampled import an_oversight

from alongside.access.actions import create_program, create_user, join, leave
from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.roles import SEATS, Role
from alongside.records.actions import add_representative
from alongside.records.models import Participant
from alongside.reviews.models import Oversight, PacketItem, ReadingChoice
from alongside.reviews.packets.assembling import ENROLLMENT
from people import a_participant, a_peer_specialist, a_provider, a_service

JOINED_ON = date(2025, 1, 1)
FOREIGN = "7310"  # every text of a foreign row begins so: ten figures that nobody types
OWN = "5210"
NAMES = ("Quillfeather", "Zephyrine", "Nightjar Nation Peer House")
UNSERVED = ("Umbelworth", "Saxifraga")
SERVED = "Sweetgale"  # in the caseload of its direct staff, and in the sample of its state reviewer
# Pages that read what lies inside a stored file or a kept text: of a planted row there is nothing inside.
EMPTY_INSIDE = {"document", "document_word", "document_pdf", "draw_file", "state_form", "match_state_form"}
IN_A_ROW = "Corydalis"  # the participant of the planted rows, where the program is one that looks


@dataclass
class Planted:
    """A program with a row in each table. `keys` are the rows' keys by table. `person` and `staff` have names that
    stand nowhere else; `served` is somebody whom `staff` serves, and who is in a sample."""

    program: Any
    keys: dict[str, Any]
    person: Any
    staff: Any
    served: Any
    actors: dict[str, Any] = field(default_factory=dict)

    @property
    def ids(self) -> list[str]:
        """Every key that can stand in an address."""
        return [str(key) for key in (*self.keys.values(), self.staff.pk) if isinstance(key, UUID)]


@cache
def planted() -> dict[str, Planted]:
    """`county` and `agency` look, by a Wisconsin pack and by an Illinois one; `foreign` is not theirs."""
    foreign = _one("Larch County", "wisconsin_crs", 7_310_000_001, NAMES)
    county = _one("Alder County", "wisconsin_crs", 5_210_000_001, UNSERVED)
    agency = _one("Bluestem Peers", "illinois_peer", 5_210_500_001, UNSERVED)
    for one in (county, agency):
        one.actors = dict(_actors(one, foreign))
    return {"foreign": foreign, "county": county, "agency": agency}


def _one(name: str, pack: str, first: int, names: tuple[str, ...]) -> Planted:
    rows._numbers = count(first)
    with transaction.atomic():
        program = create_program(name=name, pack=pack, by=None)
    keys = rows.one_row_in_each_table(program)
    with acting(program=program), transaction.atomic():
        called = names[0] if len(names) > 2 else IN_A_ROW
        Participant.objects.filter(pk=keys["participant"]).update(family_name=called, given_name=called)
        person = a_participant(
            medicaid_id=f"{first + 400_000}", family_name=names[0], given_name=names[1], enrolled_on="2025-06-01"
        )
        provider = a_provider(names[2]) if len(names) > 2 else a_provider(f"Provider {first}")
        staff = a_peer_specialist(family_name=names[0] if len(names) > 2 else "Tanager", provider=provider)
        _made_real()
        served = a_participant(family_name=names[0] if len(names) > 2 else SERVED, enrolled_on="2025-06-01")
        a_service(served, staff)
        an_oversight([served, person], sampled=1)
    return Planted(program, keys, person, staff, served)


def _made_real() -> None:
    """The planted rows hold anything a column takes; here what no action leaves behind is put right."""
    Oversight.objects.filter(state=None).update(state="named")
    PacketItem.objects.update(requirement=ENROLLMENT)
    ReadingChoice.objects.all().delete()


def _actors(one: Planted, foreign: Planted) -> Any:
    """Who looks, by a word: each role, and those who have none today."""
    for role in Role:
        yield str(role), member(one, role)
    ended = member(one, Role.COORDINATOR, "whose role ended")
    with acting(program=one.program), transaction.atomic():
        leave(membership=ended, ends_on=today() - timedelta(days=1), by=None)
    yield "ended", ended
    closed = member(one, Role.ADMINISTRATOR, "whose account is closed")
    with acting(program=one.program), transaction.atomic():
        closed.user.is_active = False
        closed.user.save()
    yield "closed", closed
    both = member(one, Role.COORDINATOR, "of both programs")
    with acting(program=foreign.program), transaction.atomic():
        join(user=both.user, program=foreign.program, role=Role.COORDINATOR, starts_on=JOINED_ON, by=None)
    yield "both", both
    yield "anonymous", None


def member(one: Planted, role: Role, more: str = "") -> Any:
    """A user with a role; a seat is that of a person of its own."""
    name = " ".join(f"{role.label} {more} of {one.program.name}".split())
    with transaction.atomic():
        user = create_user(email=f"{name.lower().replace(' ', '.')}@example.org", name=name, password="x", by=None)
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    with acting(program=one.program), transaction.atomic():
        said: dict[str, Any] = {"staff_id": one.staff.pk} if role == Role.DIRECT_STAFF else {}
        if role in SEATS:
            own = a_participant(given_name="Juniper", family_name="Sample", born_on="2010-06-01")
            said = {"participant_id": own.pk}
            if role == Role.REPRESENTATIVE:
                parent = add_representative(participant=own, kind="parent", name="Ana Sample", on=today(), by=None)
                said["representative_id"] = parent.pk
        return join(user=user, program=one.program, role=role, starts_on=JOINED_ON, by=None, **said)
