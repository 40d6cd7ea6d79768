"""Two programs and somebody in each role. A person is given as the membership: `.user`, `.program`, `.role`.

    def test_something(client, as_user, coordinator_a, in_program_a): ...

`in_program_a` puts the whole test inside program A; `acting_for` does so for a block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from typing import Any

import pytest

JOINED_ON = date(2025, 1, 1)
PASSWORD = "plain-words-for-tests"


@pytest.fixture
def program_a(db) -> Any:
    """Aspen County, invented."""
    from alongside.access.actions import create_program

    return create_program(name="Aspen County", by=None)


@pytest.fixture
def program_b(db) -> Any:
    """Birch Band, invented."""
    from alongside.access.actions import create_program
    from alongside.access.models import ProgramKind

    return create_program(name="Birch Band", kind=ProgramKind.TRIBAL, by=None)


@pytest.fixture
def member(db) -> Callable[..., Any]:
    """Make a user with a role: `member(program, Role.BILLER, name="Rae Example", provider_id=…)`."""
    from alongside.access.actions import create_user, join
    from alongside.access.roles import Role

    def make(program: Any, role: Any, *, name: str = "", **more: Any) -> Any:
        name = name or f"{role.label} of {program.name}"
        email = f"{name.lower().replace(' ', '.')}@example.org"
        if role in (Role.PARTICIPANT, Role.REPRESENTATIVE) and "participant_id" not in more:
            more |= _whose(program, role)
        user = create_user(email=email, name=name, password=PASSWORD, by=None)
        return join(user=user, program=program, role=role, starts_on=JOINED_ON, by=None, **more)

    return make


def _whose(program: Any, role: Any) -> dict[str, Any]:
    """A participant for a seat, and the parent who acts for them where the seat is a parent's."""
    from alongside.records.actions import add_representative
    from people import TODAY, a_participant

    with _in(program):
        person = a_participant(
            given_name="Juniper", family_name="Sample", born_on="2010-06-01", enrolled_on="2025-06-01"
        )
        if role == "participant":
            return {"participant_id": person.pk}
        said = {"kind": "parent", "name": "Ana Sample", "on": TODAY, "by": None}
        return {"participant_id": person.pk, "representative_id": add_representative(participant=person, **said).pk}


def _somebody(role: str, program: str) -> Any:
    @pytest.fixture(name=f"{role}_{program}")
    def somebody(request: pytest.FixtureRequest, member: Callable[..., Any]) -> Any:
        from alongside.access.roles import Role

        return member(request.getfixturevalue(f"program_{program}"), Role(role))

    return somebody


administrator_a = _somebody("administrator", "a")
coordinator_a = _somebody("coordinator", "a")
supervisor_a = _somebody("supervisor", "a")
biller_a = _somebody("biller", "a")
direct_staff_a = _somebody("direct_staff", "a")
state_reviewer_a = _somebody("state_reviewer", "a")
participant_a = _somebody("participant", "a")
representative_a = _somebody("representative", "a")
participant_b = _somebody("participant", "b")
administrator_b = _somebody("administrator", "b")
coordinator_b = _somebody("coordinator", "b")
supervisor_b = _somebody("supervisor", "b")
biller_b = _somebody("biller", "b")
direct_staff_b = _somebody("direct_staff", "b")


@pytest.fixture
def reviewer(state_reviewer_a) -> Any:
    """The state reviewer, of program A."""
    return state_reviewer_a


@pytest.fixture
def as_user() -> Callable[..., Any]:
    """Sign a client in: `as_user(client, coordinator_a)`, or `as_user(client, user, program)`."""
    from alongside.access.middleware import IN_USE
    from alongside.access.models import Membership

    def sign_in(client: Any, who: Any, program: Any = None) -> Any:
        is_membership = isinstance(who, Membership)
        client.force_login(who.user if is_membership else who)
        membership = who if is_membership else _membership(who, program)
        if membership is not None:
            session = client.session
            session[IN_USE] = str(membership.pk)
            session.save()
        return client

    return sign_in


def _membership(user: Any, program: Any) -> Any:
    from django.db import transaction

    from alongside.access.context import acting
    from alongside.access.models import Membership

    if program is None:
        return None
    with acting(actor=user), transaction.atomic():
        return Membership.objects.filter(user=user, program=program).first()


@contextmanager
def _in(program: Any, actor: Any = None) -> Iterator[Any]:
    from django.db import transaction

    from alongside.access.context import acting

    with acting(program=program, actor=getattr(actor, "user", actor)), transaction.atomic():
        yield program


@pytest.fixture
def acting_for(db) -> Callable[..., AbstractContextManager[Any]]:
    """Act in a program for a block, in a transaction: `with acting_for(program_a, coordinator_a): …`."""
    return _in


@pytest.fixture
def in_program_a(program_a) -> Iterator[Any]:
    """The whole test acts in program A."""
    with _in(program_a):
        yield program_a


@pytest.fixture
def in_program_b(program_b) -> Iterator[Any]:
    """The whole test acts in program B."""
    with _in(program_b):
        yield program_b
