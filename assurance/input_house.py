"""Two programs, one of each law, with people and papers in them, and somebody signed in for each role.

In a database of its own, a clone of the tests' template, reached as the runtime role. `is_whole` loads the invented
county instead: slower to make, with every kind of record in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from .settled import settle

OF_EACH_TABLE = 3


@dataclass
class Visitor:
    """Somebody signed in. `client` is Django's, which answers with the page of an error instead of raising it."""

    role: str
    program: Any
    client: Any
    session: str = ""

    def comes_back(self) -> None:
        """Signed in as before, whatever an answer did to the cookie: what it did to the session was undone."""
        self.client.cookies.clear()
        if self.session:
            self.client.cookies["sessionid"] = self.session


@dataclass
class House:
    """`keys` are ids of rows by program and table; `strangers` are nobody, and somebody whose browser another site
    makes send things: the token against that is asked for."""

    visitors: list[Visitor] = field(default_factory=list)
    keys: dict[Any, dict[str, list[str]]] = field(default_factory=dict)
    strangers: list[Visitor] = field(default_factory=list)
    points: list[Any] = field(default_factory=list)  # where files are taken, once somebody looked

    def stranger(self, chance: random.Random) -> Visitor:
        """Mostly nobody."""
        return self.strangers[chance.random() < 0.15]


@contextmanager
def house(is_whole: bool = False) -> Iterator[House]:
    """The house, gone afterwards."""
    settle()
    import cluster
    from django.conf import settings
    from django.db import connections

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STAFF_NEEDS_SECOND_FACTOR = False  # visitors are signed in; bed A14 is about how
    settings.WHITENOISE_AUTOREFRESH = True  # do not read every asset for each visitor
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    with cluster.clone() as name:
        for alias in ("default", "owner"):
            connections[alias].settings_dict["NAME"] = name
            connections[alias].settings_dict["OPTIONS"].pop("pool", None)
        try:
            programs = _whole() if is_whole else _small()
            visitors = _visitors(programs)
            for program in programs:
                _answer(program)
            yield House(visitors, {program.pk: _keys(program) for program in programs}, _strangers(visitors[0]))
        finally:
            connections.close_all()


def _whole() -> list[Any]:
    from alongside.access.clock import today
    from alongside.access.models import Program
    from alongside.config.demo_reviews import add_reviews
    from alongside.exchange.demo_county import load

    load(today())
    add_reviews(today())
    every = {program.name: program for program in Program.objects.using("owner")}
    return [every[name] for name in ("Juniper County", "Bluestem Recovery Center")]


def _small() -> list[Any]:
    from django.db import transaction

    from alongside.access.actions import create_program
    from alongside.access.clock import today
    from alongside.access.context import acting
    from alongside.access.models import ProgramKind
    from alongside.exchange.demo_county.prairie.agency import fill
    from alongside.exchange.demo_county.shelf import Shelf

    county = create_program(name="Aspen County", by=None)
    agency = create_program(name="Larkspur Recovery Center", kind=ProgramKind.AGENCY, pack="illinois_peer", by=None)
    with acting(program=county), transaction.atomic():
        _people()
    with acting(program=agency), transaction.atomic():
        shelf = Shelf(program_id=agency.pk, on=today(), chance=random.Random(1))
        fill(shelf)
        shelf.store()
    return [county, agency]


def _people() -> None:
    from alongside.records import actions
    from people import (
        TODAY,
        a_draft,
        a_participant,
        a_peer_specialist,
        a_provider,
        a_service,
        a_service_plan,
        discharged,
        trained,
    )

    staff = a_peer_specialist(provider=a_provider())
    trained(staff)
    person = a_participant(given_name="Linnea", family_name="Sorrel")
    a_service_plan(person)
    a_draft(a_service(person, staff), staff)
    a_draft(a_service(a_participant(given_name="=1+1", family_name="@SUM(A1)"), staff), staff)
    discharged(a_participant(given_name="Heath", family_name="Tansy"))
    ward = a_participant(given_name="Robin", family_name="Mallow", born_on="2010-06-01", enrolled_on="2025-06-01")
    actions.add_representative(participant=ward, kind="parent", name="Ana Mallow", on=TODAY, by=None)


def _answer(program: Any) -> None:
    """Keep the answers, which every case would work out again otherwise."""
    from django.db import transaction

    from alongside.access.clock import today
    from alongside.access.context import acting
    from alongside.reviews.answers import fresh

    with acting(program=program), transaction.atomic():
        fresh(today())


def _strangers(known: Visitor) -> list[Visitor]:
    from django.test import Client

    strict = Client(raise_request_exception=False, enforce_csrf_checks=True)
    nobody = Visitor("nobody", known.program, Client(raise_request_exception=False))
    used = Visitor(f"{known.role} without the token", known.program, strict, known.session)
    used.comes_back()
    return [nobody, used]


def _visitors(programs: list[Any]) -> list[Visitor]:
    from alongside.access.roles import Role

    return [_visitor(program, role) for program in programs for role in Role if _has_seat_for(program, role)]


def _has_seat_for(program: Any, role: Any) -> bool:
    from alongside.access.roles import Role

    return role not in (Role.PARTICIPANT, Role.REPRESENTATIVE) or program.pack != "illinois_peer"


def _visitor(program: Any, role: Any) -> Visitor:
    from django.test import Client

    from alongside.access.actions import create_user, join
    from alongside.access.clock import today
    from alongside.access.middleware import IN_USE

    name = f"{role.label} of {program.name}"
    user = create_user(email=f"{role.value}-{program.pk}@example.org", name=name, password="plain-words-9", by=None)
    said = {"user": user, "program": program, "role": role, "starts_on": today() - timedelta(days=90), "by": None}
    membership = join(**said, **_whose(program, role))
    visitor = Client(raise_request_exception=False)
    visitor.force_login(user)
    session = visitor.session
    session[IN_USE] = str(membership.pk)
    session.save()
    return Visitor(role.value, program, visitor, str(session.session_key))


def _whose(program: Any, role: Any) -> dict[str, Any]:
    from django.db import transaction

    from alongside.access.context import acting
    from alongside.access.roles import Role
    from alongside.records.models import Participant, Representative, StaffMember

    with acting(program=program), transaction.atomic():
        if role == Role.DIRECT_STAFF:
            return {"staff_id": StaffMember.objects.order_by("pk").values_list("pk", flat=True).first()}
        if role == Role.PARTICIPANT:
            own = Participant.objects.exclude(representatives__isnull=False).order_by("pk")
            return {"participant_id": own.values_list("pk", flat=True).first()}
        if role == Role.REPRESENTATIVE:
            one = Representative.objects.filter(kind="parent").order_by("pk").first()
            return {"participant_id": one.participant_id, "representative_id": one.pk} if one else {}
    return {}


def _keys(program: Any) -> dict[str, list[str]]:
    from django.db import transaction

    from alongside.access.context import acting
    from alongside.access.protect import record_models

    with acting(program=program), transaction.atomic():
        return {
            model._meta.db_table: [
                str(key) for key in model._base_manager.order_by("pk").values_list("pk", flat=True)[:OF_EACH_TABLE]
            ]
            for model in record_models()
        }
