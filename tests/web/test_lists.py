"""Lists: what they hold for whom, and that they ask the database no more when there are more people."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.access.clock import today
from people import a_participant, a_peer_specialist, a_provider

AT_MOST = {"/": 29, "/participants/": 26, "/staff/": 26}


@pytest.fixture
def county(acting_for, program_a):
    def fill(count):
        with acting_for(program_a):
            for _ in range(count):
                a_participant(on=today(), enrolled_on=str(today() - timedelta(days=40)))
                a_peer_specialist(started_on=str(today() - timedelta(days=200)), on=today())

    return fill


@pytest.mark.parametrize("address", AT_MOST)
def test_a_list_asks_the_database_as_often_for_many_as_for_few(address, county, client, as_user, coordinator_a):
    as_user(client, coordinator_a)
    asked = []
    for more in (3, 9):
        county(more)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        asked.append(len(queries))

    assert asked[1] <= asked[0] <= AT_MOST[address]


def test_today_lists_an_unfinished_orientation_with_reason_and_next_step(county, client, as_user, coordinator_a):
    county(1)

    page = as_user(client, coordinator_a).get("/").content.decode()

    assert "complete 10 hours by" in page
    assert "Who can do this: staff member and supervisor" in page


def test_direct_staff_see_their_own_day_only(program_a, acting_for, client, as_user, member):
    from alongside.access.roles import Role

    with acting_for(program_a):
        own, other = (a_peer_specialist(given_name=name, started_on="2026-01-15") for name in ("Ash", "Elm"))
    page = as_user(client, member(program_a, Role.DIRECT_STAFF, staff_id=own.pk)).get("/").content.decode()

    assert str(own.pk) in page
    assert str(other.pk) not in page
    assert client.get(f"/staff/{other.pk}/").status_code == 404


def test_a_supervisor_of_a_provider_sees_no_other_staff(program_a, acting_for, client, as_user, member):
    from alongside.access.roles import Role

    with acting_for(program_a):
        home = a_provider("Birch House", "adult_family_home")
        own, other = a_peer_specialist(provider=home), a_peer_specialist(provider=a_provider("Open Door"))
    as_user(client, member(program_a, Role.SUPERVISOR, provider_id=home.pk))
    page = client.get("/staff/").content.decode()

    assert str(own.pk) in page
    assert str(other.pk) not in page
    assert client.get(f"/staff/{other.pk}/").status_code == 404


def test_people_who_left_need_nobody_but_their_discharge_does(program_a, acting_for, client, as_user, coordinator_a):
    from people import discharged

    with acting_for(program_a):
        person = a_participant(setting="nursing_home", plan=None)
        discharged(person, participant_signed_on=None)
    page = as_user(client, coordinator_a).get("/").content.decode()

    assert "DSC-3" in page
    assert "Residence · " not in page


@pytest.mark.parametrize(
    "words, found", [("hazel", 1), ("UMA haz", 1), ("0000000777", 1), ("777", 1), ("oak", 0), ("%", 0)]
)
def test_participants_are_found_by_part_of_a_name_or_id(
    words, found, program_a, acting_for, client, as_user, coordinator_a
):
    with acting_for(program_a):
        a_participant(medicaid_id="0000000777")
    page = as_user(client, coordinator_a).get("/participants/", {"q": words}).content.decode()

    assert int(re.search(r"(\d+) participant", page)[1]) == found


def test_odd_values_in_an_address_are_passed_over(county, client, as_user, coordinator_a):
    county(1)
    as_user(client, coordinator_a)

    for query in (
        "?page=9999",
        "?page=x",
        "?answer=nonsense&rule=';--",
        "?only=nothing&ahead=-1&who=x",
        "?q=%00&answer=%00&rule=%00",
    ):
        for address in ("/", "/participants/", "/staff/", "/rules/TRN-1/"):
            assert client.get(address + query).status_code == 200, address + query


def test_a_fragment_is_asked_for_by_htmx_only(county, client, as_user, coordinator_a):
    as_user(client, coordinator_a)

    whole, part = (client.get("/participants/", headers=h).content.decode() for h in ({}, {"HX-Request": "true"}))

    assert "<html" in whole
    assert "<html" not in part
    assert part.strip().startswith('<div id="people"')
