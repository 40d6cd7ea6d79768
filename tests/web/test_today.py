"""Today: what waits for somebody, and what was set aside, with the reason and the way back."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.access.roles import Role
from alongside.reviews.models import Answer, SetAside
from people import a_peer_specialist

REASON = "She left the trade in March; the state knows."
AT_MOST = 30


@pytest.fixture
def late(acting_for, program_a):
    """Staff members whose orientation is long overdue."""
    with acting_for(program_a):
        return [a_peer_specialist(started_on="2026-01-15", given_name=name) for name in ("Ash", "Elm")]


@pytest.fixture
def coordinator(late, client, as_user, coordinator_a):
    as_user(client, coordinator_a)
    client.get("/")
    return client


def address_of(who, program, acting_for, page=""):
    with acting_for(program):
        answer = Answer.objects.get(rule="TRN-1", root=who.pk)
    return f"/why/TRN-1/{answer.key}/{page}"


def text(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_set_aside_with_a_reason_it_leaves_the_list_and_stands_folded_below(coordinator, late, program_a, acting_for):
    why, aside = (address_of(late[0], program_a, acting_for, page) for page in ("", "set-aside/"))
    assert "Set aside on Today" in text(coordinator.get(why))
    assert "comes back by itself" in text(coordinator.get(aside))

    coordinator.post(aside, {"reason": REASON}, follow=True)
    after = coordinator.get("/", {"rule": "TRN-1"})

    waiting, folded = after.content.decode().split('id="set-aside"')
    assert str(late[0].pk) not in waiting
    assert str(late[1].pk) in waiting
    assert str(late[0].pk) in folded
    assert REASON in folded
    assert REASON in text(coordinator.get(why))
    assert "Bring back to Today" in text(coordinator.get(why))


def test_one_press_brings_it_back(coordinator, late, program_a, acting_for):
    coordinator.post(address_of(late[0], program_a, acting_for, "set-aside/"), {"reason": REASON})

    after = coordinator.post(address_of(late[0], program_a, acting_for, "bring-back/"), follow=True)

    assert "is back among what needs someone" in text(after)
    assert 'id="set-aside"' not in after.content.decode()
    assert str(late[0].pk) in after.content.decode()


def test_without_a_reason_nothing_happens_and_what_was_typed_stays(coordinator, late, program_a, acting_for):
    response = coordinator.post(address_of(late[0], program_a, acting_for, "set-aside/"), {"reason": "  "})

    assert response.status_code == 422
    assert "Fill it in." in text(response)
    with acting_for(program_a):
        assert not SetAside.objects.exists()


def test_others_read_what_was_set_aside_and_cannot(
    coordinator, late, program_a, acting_for, client, as_user, member
):  # fmt: skip
    aside = address_of(late[0], program_a, acting_for, "set-aside/")
    coordinator.post(aside, {"reason": REASON})
    as_user(client, member(program_a, Role.SUPERVISOR))

    page = client.get("/")

    assert REASON in text(page)
    assert "Bring back" not in text(page)
    assert client.get(aside).status_code == client.post(aside, {"reason": "x"}).status_code == 403
    assert client.post(address_of(late[0], program_a, acting_for, "bring-back/")).status_code == 403
    assert "Set aside on Today" not in text(client.get(address_of(late[1], program_a, acting_for)))


def test_an_answer_of_another_program_is_not_found(late, program_a, acting_for, client, as_user, member, program_b):
    as_user(client, member(program_a, Role.COORDINATOR)).get("/")
    aside = address_of(late[0], program_a, acting_for, "set-aside/")

    as_user(client, member(program_b, Role.COORDINATOR))

    assert client.get(aside).status_code == client.post(aside, {"reason": "x"}).status_code == 404


def test_the_filters_narrow_what_is_set_aside_too(coordinator, late, program_a, acting_for):
    coordinator.post(address_of(late[0], program_a, acting_for, "set-aside/"), {"reason": REASON})

    assert REASON in text(coordinator.get("/?who=staff&rule=TRN-1"))
    assert REASON not in text(coordinator.get("/?who=participant"))


def test_many_set_aside_ask_the_database_as_often_as_one(
    acting_for, program_a, client, as_user, coordinator_a
):  # fmt: skip
    as_user(client, coordinator_a)
    asked = []
    for _ in range(2):
        with acting_for(program_a):
            more = [a_peer_specialist(started_on="2026-01-15") for _ in range(4)]
        client.get("/")
        for one in more:
            client.post(address_of(one, program_a, acting_for, "set-aside/"), {"reason": REASON})
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/").status_code == 200
        asked.append(len(queries))

    assert asked[1] <= asked[0] <= AT_MOST
