"""A wish to work is recorded and followed, and held against the principles of supported employment."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.access.clock import today
from alongside.records.models import Employment
from people import a_participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(acting_for, program_a):
    with acting_for(program_a):
        return a_participant()


def wish(**said):
    wanted_on = str(today() - timedelta(days=40))
    return {"wanted_on": wanted_on, "job_goal": "I want to work with plants.", "token": uuid4(), **said}


def the_wish(acting_for, program):
    with acting_for(program):
        return Employment.objects.get()


def test_a_wish_is_recorded_and_what_came_of_it_follows(client, as_user, supervisor_a, person, acting_for, program_a):
    as_user(client, supervisor_a)
    assert "No wish to work is recorded" in client.get(f"/participants/{person.pk}/employment/").content.decode()
    client.post(f"/participants/{person.pk}/employment/new/", wish())
    found = the_wish(acting_for, program_a)
    said = {"job_goal": found.job_goal, "ended_on": str(today()), "ended_for": "hospitalization_history", "version": 1}

    page = client.post(f"/employment/{found.pk}/", {**said, "token": uuid4()}, follow=True).content.decode()

    assert "I want to work with plants." in page
    assert "No one is removed because of prior work history" in page
    assert "Take the support up again" in page


@pytest.mark.parametrize(
    "said", [{"wanted_on": ""}, {"wanted_on": "2999-01-01"}, {"hourly_wage": "-1"}, {"ended_for": "weather"}]
)
def test_what_is_not_in_order_is_refused(client, as_user, coordinator_a, person, acting_for, program_a, said):
    answer = as_user(client, coordinator_a).post(f"/participants/{person.pk}/employment/new/", wish(**said))

    assert answer.status_code == 422
    with acting_for(program_a):
        assert not Employment.objects.exists()


def test_two_people_follow_one_wish_and_the_second_sees_both_texts(
    client, as_user, coordinator_a, person, acting_for, program_a
):
    as_user(client, coordinator_a).post(f"/participants/{person.pk}/employment/new/", wish())
    address = f"/employment/{the_wish(acting_for, program_a).pk}/"
    first = {"job": "Garden center", "version": 1, "token": uuid4()}

    assert client.post(address, first).status_code == 302
    assert client.post(address, {**first, "job": "Library", "token": uuid4()}).status_code == 422


def test_a_biller_reads_and_does_not_write(client, as_user, biller_a, person):
    as_user(client, biller_a)

    assert client.get(f"/participants/{person.pk}/employment/").status_code == 200
    assert client.post(f"/participants/{person.pk}/employment/new/", wish()).status_code == 403


def test_another_programs_work_is_not_there(
    client, as_user, coordinator_a, coordinator_b, person, acting_for, program_a
):
    as_user(client, coordinator_a).post(f"/participants/{person.pk}/employment/new/", wish())
    found = the_wish(acting_for, program_a)
    as_user(client, coordinator_b)

    for address in (
        f"/participants/{person.pk}/employment/",
        f"/participants/{person.pk}/employment/new/",
        f"/employment/{found.pk}/",
    ):
        assert client.get(address).status_code == 404
