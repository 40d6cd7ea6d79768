"""A wish to work is recorded and followed, and held against the principles of supported employment."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from alongside.access.clock import today
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import Employment
from people import a_line, a_participant, a_peer_specialist, a_service, a_service_plan

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
    "said", [{"wanted_on": ""}, {"wanted_on": "2199-01-01"}, {"hourly_wage": "-1"}, {"ended_for": "weather"}]
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


def recorded(acting_for, program, person, **said):
    """A wish of four months ago, with what came of it."""
    wanted_on = today() - timedelta(days=120)
    with acting_for(program):
        return actions.record_wish_to_work(
            participant=person, wanted_on=wanted_on, said={"job_goal": "Outdoors", **said}, on=today(), by=None
        )


def principle(page, name):
    """What a page says of one principle."""
    return page.split(name)[1].split("</li>")[0]


def test_a_job_below_minimum_wage_that_is_not_open_to_all_is_not_met(
    client, as_user, coordinator_a, person, acting_for, program_a
):
    recorded(
        acting_for, program_a, person, job="Sheltered workshop", job_started_on=today(), hourly_wage=Decimal("3.10"),
        minimum_wage=Decimal("7.25"), is_open_to_anyone=False, is_preferred=False, search_started_on=today(),
    )  # fmt: skip

    page = as_user(client, coordinator_a).get(f"/participants/{person.pk}/employment/").content.decode()

    goal = principle(page, "The goal is a job anyone can apply for, at minimum wage or more")
    assert "an hour, minimum" in goal
    assert "community jobs anyone can apply for that pay at least minimum wage" in goal
    assert "Not met" in page
    assert "Advice:" in page.split("What the participant prefers decides")[0].rpartition("<li>")[2]
    assert "cite" not in principle(page, "Support has no time limit")


@pytest.mark.parametrize(("serves", "status"), [(True, 200), (False, 404)])
def test_direct_staff_record_what_comes_of_the_wishes_of_those_they_serve(
    client, as_user, member, person, acting_for, program_a, serves, status
):
    found = recorded(acting_for, program_a, person)
    with acting_for(program_a):
        staff = a_peer_specialist()
        if serves:
            a_service_plan(person, lines=[a_line(provider=staff.provider)])
    as_user(client, member(program_a, Role.DIRECT_STAFF, staff_id=staff.pk, provider_id=staff.provider_id))

    of_person = f"/participants/{person.pk}/employment/"
    for address in (of_person, f"{of_person}new/", f"/employment/{found.pk}/"):
        assert client.get(address).status_code == status
    answer = client.post(f"/employment/{found.pk}/", {"job": "Kennel", "version": 1, "token": uuid4()})
    assert answer.status_code == (302 if serves else 404)


def test_many_wishes_cost_no_more_questions_than_one(
    client, as_user, coordinator_a, person, acting_for, program_a, django_assert_max_num_queries
):
    for _ in range(9):
        recorded(acting_for, program_a, person)
    as_user(client, coordinator_a)

    with django_assert_max_num_queries(30):
        assert client.get(f"/participants/{person.pk}/employment/").content.decode().count("Outdoors") >= 9


def test_the_enrollment_page_shows_what_the_overview_sends_readers_there_for(
    client, as_user, coordinator_a, person, acting_for, program_a
):
    recorded(acting_for, program_a, person, ended_on=today(), ended_for="symptoms")
    with acting_for(program_a):
        a_service(person, a_peer_specialist())
        actions.record_assessment(participant=person, completed_on=today(), needs="A calm place.", on=today(), by=None)
    as_user(client, coordinator_a)

    overview = client.get(f"/participants/{person.pk}/").content.decode()
    enrollment = client.get(f"/participants/{person.pk}/enrollment/").content.decode()
    plans = client.get(f"/participants/{person.pk}/plans/").content.decode()

    assert f'<a href="/participants/{person.pk}/employment/">Supported employment</a>' in overview
    assert f'<a href="/participants/{person.pk}/enrollment/">Where they live and are served</a>' in overview
    told = enrollment.split('id="where-served"')[1].split("</section>")[0]
    assert "The setting in the assessment" in told
    assert "Take the support up again" in told
    assert "Open episode without recent service" in told
    assert f"/participants/{person.pk}/employment/" in told
    assert f"/participants/{person.pk}/employment/" in plans
