"""Loading the demo: two programs that cannot see each other, a state reviewer, and a sign-in for every role."""

from __future__ import annotations

import datetime
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from alongside.access.actions import create_program, create_user, join
from alongside.access.context import acting
from alongside.access.models import Program, ProgramKind, User
from alongside.access.roles import Role
from alongside.records.models import Provider, StaffMember

from .asking import add_those_who_ask
from .classes import add_classes
from .emergencies import add_emergencies, let_out
from .incidents import watch_over
from .library import fill_the_library
from .network import add_network
from .participants import add_participants
from .prairie import AGENCY, add_agency
from .seats import open_seats
from .shelf import Shelf, before
from .signed import sign_what_is_signed
from .staff import HERON_BEND, JUNIPER, Employer, add_staff

PASSWORD = "juniper-berries-7"
PEER_SUPPORT = "Open Door Peer Support"
PEER = ("Wren", "Pia")


@dataclass(frozen=True)
class SignIn:
    """A user of the demo. `sees` says in a few words what this sign-in shows. Who has a seat signs in by a name, which
    stands in place of the email."""

    email: str
    name: str
    role: Role
    programs: tuple[str, ...]
    sees: str


@dataclass(frozen=True)
class DemoCounty:
    """What was loaded: rows of each table by program name, none when the demo was already there."""

    sign_ins: tuple[SignIn, ...]
    password: str = PASSWORD
    rows: dict[str, dict[str, int]] = field(default_factory=dict)


COUNTY, NATION = "Juniper County", "Heron Bend Nation"
SIGN_INS = (
    SignIn("coordinator@juniper.example", "Cora Plover", Role.COORDINATOR, (COUNTY,), "the whole county"),
    SignIn("administrator@juniper.example", "Abe Linden", Role.ADMINISTRATOR, (COUNTY,), "the county and its users"),
    SignIn("supervisor@juniper.example", "Sue Tamarack", Role.SUPERVISOR, (COUNTY,), "all staff"),
    SignIn("supervisor@opendoor.example", "Oz Merlin", Role.SUPERVISOR, (COUNTY,), f"the staff of {PEER_SUPPORT}"),
    SignIn("peer@opendoor.example", "Pia Wren", Role.DIRECT_STAFF, (COUNTY,), "her participants, notes, training"),
    SignIn("biller@juniper.example", "Bea Sumac", Role.BILLER, (COUNTY,), "services held, invoices"),
    SignIn("coordinator@heronbend.example", "Noa Egret", Role.COORDINATOR, (NATION,), "the neighbor, and only that"),
    SignIn("coordinator@bluestem.example", "Coral Bells", Role.COORDINATOR, (AGENCY,), "an agency in Illinois"),
    SignIn("administrator@bluestem.example", "Ada Switchgrass", Role.ADMINISTRATOR, (AGENCY,), "its fee schedules too"),
    SignIn("supervisor@bluestem.example", "Quill Sedge", Role.SUPERVISOR, (AGENCY,), "its teams and its services"),
    SignIn("director@bluestem.example", "Liatris Harrier", Role.SUPERVISOR, (AGENCY,), "its LPHA: signs off the QMHPs"),
    SignIn("lead@bluestem.example", "Sora Milkweed", Role.SUPERVISOR, (AGENCY,), "a QMHP who is also a CRSS"),
    SignIn("biller@bluestem.example", "Bo Teasel", Role.BILLER, (AGENCY,), "which of its services may be billed"),
    SignIn("peer@bluestem.example", "Posy Kestrel", Role.DIRECT_STAFF, (AGENCY,), "whom she serves there"),
    SignIn("reviewer@state.example", "Ray Sycamore", Role.STATE_REVIEWER, (COUNTY, NATION), "oversights and visits"),
)
SEATS = (
    SignIn("juniper.hazel", "Juniper Hazel", Role.PARTICIPANT, (COUNTY,), "her own plan, notes, and who looked"),
    SignIn("rowan.teal", "Rowan Teal", Role.PARTICIPANT, (COUNTY,), "his own plan, notes, and who looked"),
    SignIn("robins.parent", "Robin Aster's parent", Role.REPRESENTATIVE, (COUNTY,), "what is Robin's, under 18"),
)


@transaction.atomic
def load(on: datetime.date, seed: int = 7) -> DemoCounty:
    """Load the demo as it stands on that day, as the runtime role. A second call changes nothing."""
    if User.objects.filter(email=SIGN_INS[0].email).exists():
        return DemoCounty(SIGN_INS + SEATS)
    chance = random.Random(seed)
    users = {s.email: create_user(email=s.email, name=s.name, password=PASSWORD, by=None) for s in SIGN_INS}
    county = create_program(name=COUNTY, kind=ProgramKind.COUNTY, by=None)
    nation = create_program(name=NATION, kind=ProgramKind.TRIBAL, by=None)
    filled = [
        _fill(county, by=users["coordinator@juniper.example"], on=on, chance=chance, employers=JUNIPER, people=180),
        _fill(nation, by=users["coordinator@heronbend.example"], on=on, chance=chance, employers=HERON_BEND, people=14),
    ]
    agency, in_agency = add_agency(by=users["coordinator@bluestem.example"], on=on)
    for sign_in in SIGN_INS:
        for program in (county, nation, agency):
            if program.name in sign_in.programs:
                _join(program, sign_in, users[sign_in.email], on)
    filled[0] |= sign_what_is_signed(county, by=users["coordinator@juniper.example"], on=on)
    filled[1] |= sign_what_is_signed(nation, by=users["coordinator@heronbend.example"], on=on)
    watch_over(county, supervisor=users["supervisor@juniper.example"], on=on)
    open_seats(county, staff=users["coordinator@juniper.example"], password=PASSWORD, on=on)
    let_out(county, by=users["coordinator@juniper.example"], on=on)
    pair = {"peer": users["peer@opendoor.example"], "supervisor": users["supervisor@juniper.example"]}
    add_emergencies(county, **pair, on=on)
    fill_the_library(county, by=users["coordinator@juniper.example"], on=on)
    return DemoCounty(SIGN_INS + SEATS, rows=dict(zip((COUNTY, NATION, AGENCY), (*filled, in_agency), strict=True)))


def _fill(
    program: Program, *, by: User, on: datetime.date, chance: random.Random, employers: Sequence[Employer], people: int
) -> dict[str, int]:
    shelf = Shelf(program_id=program.pk, on=on, chance=chance)
    with acting(program=program, actor=by):
        add_staff(shelf, employers, first_peer=PEER if program.name == COUNTY else None)
        add_participants(shelf, people=people)
        if program.name == COUNTY:
            add_those_who_ask(shelf)
            add_classes(shelf, PEER)
        add_network(shelf, is_troubled=program.name == COUNTY)
        return shelf.store()


def _join(program: Program, sign_in: SignIn, user: User, on: datetime.date) -> None:
    """Everybody began two months ago. Who gives or signs off services is staff; one supervisor is of one provider."""
    staff_id = provider_id = None
    with acting(program=program):
        if sign_in.role == Role.DIRECT_STAFF or (sign_in.role == Role.SUPERVISOR and AGENCY in sign_in.programs):
            given, family = sign_in.name.split()
            staff_id = StaffMember.objects.get(person__family_name=family, person__given_name=given).pk
        if sign_in.email.endswith("@opendoor.example"):
            provider_id = Provider.objects.get(name=PEER_SUPPORT).pk
    join(
        user=user, program=program, role=sign_in.role, starts_on=before(on, 60),
        provider_id=provider_id, staff_id=staff_id, by=None,
    )  # fmt: skip
