"""Where it is asked for, staff open no page before they have a second factor; a participant's seat opens without."""

import pytest
from allauth.mfa.models import Authenticator

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def asked_for(settings):
    """As it is outside the demo."""
    settings.STAFF_NEEDS_SECOND_FACTOR = True


def test_staff_without_one_are_led_to_it(client, as_user, coordinator_a):
    as_user(client, coordinator_a)

    response = client.get("/participants/")

    assert (response.status_code, response.url) == (302, "/account/2fa/totp/activate/")


def test_a_fragment_leads_there_too(client, as_user, coordinator_a):
    as_user(client, coordinator_a)

    response = client.get("/participants/", headers={"HX-Request": "true"})

    assert response.headers["HX-Redirect"] == "/account/2fa/totp/activate/"


def test_what_sets_it_up_is_open(client, as_user, coordinator_a):
    as_user(client, coordinator_a)

    assert client.get("/account/2fa/").status_code == 200


def test_staff_with_one_go_on(client, as_user, coordinator_a):
    Authenticator.objects.create(user=coordinator_a.user, type=Authenticator.Type.TOTP, data={"secret": "kept"})
    as_user(client, coordinator_a)

    assert client.get("/participants/").status_code == 200


def test_a_participants_seat_opens_without(client, as_user, participant_a):
    as_user(client, participant_a)

    assert client.get("/seat/").status_code == 200
