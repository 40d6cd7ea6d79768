"""A form sent after its session ended: who sent it signs in again and finds it as typed, and nobody else ever does."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from memberships import PASSWORD

from alongside.access.middleware import SINCE

pytestmark = pytest.mark.django_db
PAGE = "/participants/new/"
FORM = {"given_name": "Wren", "family_name": "Sedge", "requested_services": "Somebody who knows the bus"}


def ran_idle(client):
    """The session's fifteen minutes passed."""
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))


def ran_its_day(client):
    session = client.session
    session[SINCE] = (timezone.now() - timedelta(hours=13)).isoformat()
    session.save()


def send(client, page=PAGE):
    return client.post(page, FORM, headers={"Referer": f"http://testserver{page}"})


@pytest.mark.parametrize("ends", [ran_idle, ran_its_day])
def test_who_signs_in_again_finds_what_they_typed(client, as_user, coordinator_a, ends):
    as_user(client, coordinator_a)
    ends(client)

    answer = send(client)

    assert (answer.status_code, answer.url) == (302, f"/account/login/?next={PAGE}")
    assert "what you typed is kept" in client.get(answer.url).content.decode()
    client.post("/account/login/", {"login": coordinator_a.user.email, "password": PASSWORD, "next": PAGE})
    page = client.get(PAGE).content.decode()
    assert "did not send" in page
    assert all(typed in page for typed in FORM.values())


def test_who_signs_in_as_somebody_else_never_sees_it(client, as_user, coordinator_a, administrator_a):
    as_user(client, coordinator_a)
    ran_idle(client)
    send(client)

    client.post("/account/login/", {"login": administrator_a.user.email, "password": PASSWORD, "next": PAGE})
    page = client.get(PAGE)

    assert page.status_code == 200
    assert not any(typed in page.content.decode() for typed in FORM.values())


def test_typing_that_comes_too_late_is_kept_as_well(client, as_user, coordinator_a):
    as_user(client, coordinator_a)
    ran_idle(client)

    answer = client.post("/typing/", {**FORM, "page": PAGE})

    assert answer.status_code == 302
    assert "Wren" in as_user(Client(), coordinator_a).get(PAGE).content.decode()


def test_what_is_sent_before_a_second_factor_is_set_up_is_kept(client, as_user, coordinator_a, settings):
    settings.STAFF_NEEDS_SECOND_FACTOR = True
    as_user(client, coordinator_a)

    answer = send(client)

    assert answer.url == "/account/2fa/totp/activate/"
    settings.STAFF_NEEDS_SECOND_FACTOR = False
    assert "Wren" in client.get(PAGE).content.decode()


def taken_away(client, user):
    Session.objects.all().delete()


def longer_ago_than_a_working_day(client, user):
    Session.objects.update(expire_date=timezone.now() - timedelta(hours=13))


def another_password_since(client, user):
    ran_idle(client)
    user.set_password("another-word-for-tests")
    user.save()


def account_closed(client, user):
    ran_idle(client)
    user.is_active = False
    user.save()


@pytest.mark.parametrize("happens", [taken_away, longer_ago_than_a_working_day, another_password_since, account_closed])
def test_a_session_that_was_ended_on_purpose_keeps_nothing(client, as_user, coordinator_a, happens):
    as_user(client, coordinator_a)
    happens(client, coordinator_a.user)

    answer = send(client)

    assert answer.url == f"/account/login/?next={PAGE}"
    assert "is kept" not in client.get(answer.url).content.decode()


def test_another_site_cannot_put_words_into_what_is_kept(as_user, coordinator_a):
    client = as_user(Client(enforce_csrf_checks=True), coordinator_a)
    ran_idle(client)

    send(client)

    assert "Wren" not in as_user(Client(), coordinator_a).get(PAGE).content.decode()


def test_buttons_keep_nothing_and_lead_to_the_first_page(client, as_user, coordinator_a):
    as_user(client, coordinator_a)
    ran_idle(client)

    assert client.post("/program/", headers={"Referer": "http://testserver/help/"}).url == "/account/login/?next=/"
