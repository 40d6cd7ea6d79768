"""How we read the rules: everyone reads it, those who run the program choose, and see first what would change."""

import pytest

from alongside.access.roles import Role
from alongside.reviews.models import ReadingChoice
from people import a_participant

pytestmark = pytest.mark.django_db

CHOOSE = "/readings/screen_by_age/choose/"


@pytest.fixture
def young(program_a, acting_for):
    """A participant of 16 with the adult screen only: the one whose answer hangs on the reading."""
    with acting_for(program_a):
        return a_participant(born_on="2010-06-01", enrolled_on="2026-10-10")


@pytest.mark.parametrize("role", [Role.DIRECT_STAFF, Role.BILLER, Role.STATE_REVIEWER, Role.COORDINATOR])
def test_everyone_who_works_under_them_reads_the_readings(client, as_user, member, program_a, role):
    page = as_user(client, member(program_a, role)).get("/readings/").content.decode()

    assert "Which functional screen counts at which age" in page
    assert "Either screen at any age from 14." in page
    assert "Open question 30" in page
    assert "/rules/ELG-3/" in page
    assert ("Choose another" in page) is (role == Role.COORDINATOR)


def test_what_would_change_is_shown_before_choosing(client, as_user, coordinator_a, young, program_a, acting_for):
    page = as_user(client, coordinator_a).get(CHOOSE).content.decode()

    assert "1 of 1 answers" in page
    with acting_for(program_a):
        assert not ReadingChoice.objects.exists()


def test_the_fragment_says_it_for_one_choice(client, as_user, coordinator_a, young):
    as_user(client, coordinator_a)
    now = client.get("/readings/screen_by_age/would-change/?choice=by_age", headers={"HX-Request": "true"})
    other = client.get("/readings/screen_by_age/would-change/?choice=either", headers={"HX-Request": "true"})

    assert "the program reads it so already" in now.content.decode()
    assert "1 of 1 answers" in other.content.decode()
    assert "<html" not in other.content.decode()


def test_choosing_asks_for_a_reason_and_keeps_who_and_why(client, as_user, coordinator_a, young):
    as_user(client, coordinator_a)
    refused = client.post(CHOOSE, {"choice": "either", "reason": " "})
    taken = client.post(CHOOSE, {"choice": "either", "reason": "DCTS by e-mail, 3 November"}, follow=True)

    assert refused.status_code == 422
    page = taken.content.decode()
    assert "DCTS by e-mail, 3 November" in page
    assert coordinator_a.user.name in page
    assert "chosen here" in page
    rule = client.get("/rules/ELG-3/").content.decode()
    assert "/readings/#screen_by_age" in rule
    assert "chosen by your program" in rule


@pytest.mark.parametrize("choice", ["", "neither", "either\x00"])
def test_a_choice_there_is_not_is_refused_with_a_sentence(client, as_user, coordinator_a, choice):
    response = as_user(client, coordinator_a).post(CHOOSE, {"choice": choice, "reason": "Because"})

    assert response.status_code == 422


@pytest.mark.parametrize("reading", ["since", "nothing", "TRN-1"])
def test_where_nothing_is_to_choose_there_is_no_page(client, as_user, coordinator_a, reading):
    assert as_user(client, coordinator_a).get(f"/readings/{reading}/choose/").status_code == 404


def test_an_older_word_stands_as_a_dated_label(client, as_user, coordinator_a):
    as_user(client, coordinator_a)

    assert "“consumer” (to about 2020)" in client.get("/rules/PLAN-4/").content.decode()
    assert "“client” (2022 to 2023" in client.get("/services/").content.decode()
    assert "Documents of another time" not in client.get("/rules/ELG-1/").content.decode()
