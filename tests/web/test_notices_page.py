"""The page of notices: the reason and the next step as they stand now, read and unread, and how one is told."""

from datetime import timedelta

import pytest

from alongside.access.clock import today
from alongside.reviews.models import Notice, NoticeWish
from alongside.reviews.notices import tell
from people import a_participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(program_a, coordinator_a, acting_for):
    """The coordinator was told of one overdue participant."""
    with acting_for(program_a):
        started = today() - timedelta(days=400)
        person = a_participant(given_name="Wren", family_name="Alder", enrolled_on=f"{started}")
    monday = today() - timedelta(days=today().weekday())
    tell(monday, [program_a])
    return person


def test_the_bell_counts_what_is_unread_and_the_page_says_why(client, as_user, coordinator_a, told):
    as_user(client, coordinator_a)
    assert "bell-count" in client.get("/help/").content.decode()

    page = client.get("/notices/").content.decode()
    assert "Your week" in page
    assert "Next" in page
    assert "/?rule=" in page
    client.post("/notices/read/")
    assert "bell-count" not in client.get("/help/").content.decode()


def test_one_is_marked_as_read_by_whom_it_was_told(
    client, as_user, coordinator_a, administrator_a, told, program_a, acting_for
):
    with acting_for(program_a):
        key = Notice.objects.get(reader=coordinator_a.user).pk
    assert as_user(client, administrator_a).post(f"/notices/{key}/read/").status_code == 404
    as_user(client, coordinator_a)
    client.post(f"/notices/{key}/read/")

    with acting_for(program_a):
        assert Notice.objects.get(pk=key).read_at is not None


def test_how_one_is_told_is_chosen_and_shown_again(client, as_user, coordinator_a, program_a, acting_for):
    as_user(client, coordinator_a)
    client.post("/notices/settings/", {"digest": "here", "digest_weekday": "4", "at_once": "here"})

    with acting_for(program_a):
        wish = NoticeWish.objects.get()
    assert (wish.digest, wish.digest_weekday, wish.at_once) == ("here", 4, "here")
    assert '<option value="4" selected' in client.get("/notices/settings/").content.decode()


@pytest.mark.parametrize("wrong", [{"digest": "loud"}, {"digest_weekday": "9"}, {"at_once": "not"}])
def test_a_wish_there_is_not_is_refused(client, as_user, coordinator_a, wrong):
    said = {"digest": "here", "digest_weekday": "4", "at_once": "here"} | wrong

    assert as_user(client, coordinator_a).post("/notices/settings/", said).status_code == 422
