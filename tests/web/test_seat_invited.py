"""Handing over a code, and opening a seat with it: the pages."""

import re

import pytest
from django.utils import timezone

from alongside.access.context import acting
from alongside.access.invitations import TRIES_FROM_AN_ADDRESS
from alongside.access.models import Membership, User
from alongside.records import actions
from alongside.records.models import Participant
from people import a_participant

pytestmark = pytest.mark.django_db

PASSPHRASE = "blue kettle on the porch"
BORN = "1980-09-08"


@pytest.fixture
def uma(acting_for, program_a):
    with acting_for(program_a):
        return a_participant(born_on=BORN)


@pytest.fixture
def slip(client, as_user, coordinator_a, uma):
    """The slip for Uma; nobody is signed in afterwards."""
    response = as_user(client, coordinator_a).post(f"/participants/{uma.pk}/seat/invite/")
    client.logout()
    return response.content.decode()


def code_on(slip):
    return re.search(r'class="seat-code"[^>]*>([^<]+)<', slip)[1]


def typed(client, code, born_on=BORN):
    return client.post("/invited/", {"code": code, "born_on": born_on})


def opened(client, **given):
    form = {"sign_in_name": "uma.h", "passphrase": PASSPHRASE, "again": PASSPHRASE} | given
    return client.post("/invited/open/", form)


def test_a_slip_says_how_and_is_shown_once(client, as_user, coordinator_a, slip, uma):
    assert re.fullmatch(r"\w{5}-\w{5}", code_on(slip))
    assert "testserver/invited/" in slip
    page = as_user(client, coordinator_a).get(f"/participants/{uma.pk}/seat/").content.decode()
    assert "A code for <strong>Uma Hazel</strong> is out" in page
    assert code_on(slip) not in page


def test_a_person_opens_their_seat_and_signs_in_again_by_name(client, slip):
    assert typed(client, code_on(slip).lower().replace("-", " ")).url == "/invited/open/"
    assert opened(client).url == "/seat/"
    assert "Hello, Uma" in client.get("/seat/").content.decode()

    client.post("/account/logout/")
    assert client.get("/seat/").status_code == 302
    client.post("/account/login/", {"login": "uma.h", "password": PASSPHRASE})
    assert client.get("/seat/").status_code == 200


def test_who_has_no_email_looks_after_their_sign_in(client, slip):
    typed(client, code_on(slip))
    opened(client)

    for address in ("/account/2fa/", "/account/2fa/webauthn/", "/account/password/change/", "/account/email/"):
        response = client.get(address, follow=True)
        assert response.status_code == 200, address
    response = client.post("/account/reauthenticate/", {"password": PASSPHRASE})
    assert response.status_code == 302
    assert client.get("/account/2fa/webauthn/add/").status_code == 200
    assert client.get("/account/2fa/totp/activate/").status_code == 200


def test_a_lost_passphrase_is_mended_by_a_new_code(client, as_user, coordinator_a, slip, uma):
    typed(client, code_on(slip))
    opened(client)
    client.post("/account/logout/")
    again = as_user(client, coordinator_a).post(f"/participants/{uma.pk}/seat/invite/").content.decode()
    client.post("/account/logout/")

    typed(client, code_on(again))
    assert "uma.h" in client.get("/invited/open/").content.decode()
    assert opened(client, passphrase="another kettle, this one green", again="another kettle, this one green").url

    client.post("/account/logout/")
    client.post("/account/login/", {"login": "uma.h", "password": PASSPHRASE})
    assert client.get("/seat/").status_code == 302


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"sign_in_name": ""}, "Choose a name."),
        ({"sign_in_name": "uma hazel"}, "Begin with a letter."),
        ({"sign_in_name": "uma@example.org"}, "Begin with a letter."),
        ({"passphrase": "short", "again": "short"}, "too short"),
        ({"passphrase": "password1234", "again": "password1234"}, "too common"),
        ({"passphrase": "uma.hazel.uma", "again": "uma.hazel.uma", "sign_in_name": "uma.hazel.uma"}, "too similar"),
        ({"again": "blue kettle in the porch"}, "The two are not the same."),
        ({"sign_in_name": "\x00uma"}, "letters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_opened(client, slip, given, said):
    typed(client, code_on(slip))

    response = opened(client, **given)

    assert response.status_code == 422
    assert said in response.content.decode()
    with acting(program=None, actor=None):
        assert not User.objects.filter(email=None).exists()


def test_a_taken_name_is_said_and_another_can_be_chosen(client, slip):
    from alongside.access.actions import create_user

    create_user(sign_in_name="uma.h", name="Another Uma", by=None)
    typed(client, code_on(slip))

    assert "Somebody has this name already." in opened(client).content.decode()
    assert opened(client, sign_in_name="Uma.H2").url == "/seat/"


@pytest.mark.parametrize(
    ("code", "born_on"),
    [("", BORN), ("3FK7AWR9NC", ""), ("3FK7AWR9NC", "not a day"), ("x" * 500, BORN), ("\x00", BORN), ("ÄÖÜ", BORN)],
)
def test_anything_typed_gives_a_page(client, db, code, born_on):
    assert typed(client, code, born_on).status_code == 422


def test_wrong_tries_from_one_address_have_to_wait(client, slip):
    for _ in range(TRIES_FROM_AN_ADDRESS):
        assert typed(client, "3FK7AWR9NC").status_code == 422

    response = typed(client, code_on(slip))

    assert response.status_code == 429
    assert "Wait 15 minutes" in response.content.decode()


def test_a_wrong_date_of_birth_is_counted_and_shown_to_staff(client, as_user, coordinator_a, slip, uma):
    assert "You can try 4 more times." in typed(client, code_on(slip), "1981-01-01").content.decode()

    page = as_user(client, coordinator_a).get(f"/participants/{uma.pk}/seat/").content.decode()
    assert "Wrong tries: 1." in page


def test_nobody_steps_in_without_a_code(client, db):
    response = client.get("/invited/open/")

    assert (response.status_code, response.url) == (302, "/invited/")
    assert opened(client).url == "/invited/"


def test_a_code_taken_back_meanwhile_opens_nothing(client, slip, uma, acting_for, program_a):
    typed(client, code_on(slip))
    today = timezone.localdate()
    with acting_for(program_a):
        (code,) = actions.open_invitations(uma.pk, today)
        actions.revoke_invitation(invitation=code, revoked_by="Cora", at=code.created_at, on=today, by=None)

    assert opened(client).url == "/invited/"


def test_who_is_signed_in_is_asked_to_sign_out_first(client, as_user, coordinator_a):
    page = as_user(client, coordinator_a).get("/invited/").content.decode()

    assert "Sign out first" in page
    assert opened(client).url == "/invited/"


def test_without_a_date_of_birth_the_page_says_what_to_record(
    client, as_user, coordinator_a, uma, acting_for, program_a
):
    with acting_for(program_a):
        Participant.objects.update(born_on=None)

    as_user(client, coordinator_a)
    response = client.post(f"/participants/{uma.pk}/seat/invite/", follow=True)

    assert "Record the date of birth first" in response.content.decode()


def test_a_code_is_taken_back_on_the_page(client, as_user, coordinator_a, slip, uma):
    page = as_user(client, coordinator_a).get(f"/participants/{uma.pk}/seat/").content.decode()
    (revoke,) = re.findall(r"/seats/codes/[^/]+/revoke/", page)

    client.post(revoke)
    client.post("/account/logout/")

    assert "This code was taken back." in typed(client, code_on(slip)).content.decode()


def test_ending_a_seat_signs_out_at_once(client, as_user, coordinator_a, slip, uma):
    from django.test import Client

    typed(client, code_on(slip))
    opened(client)
    office = as_user(Client(), coordinator_a)
    (end,) = re.findall(r"/seats/[^/]+/end/", office.get(f"/participants/{uma.pk}/seat/").content.decode())

    office.post(end)

    assert client.get("/seat/").status_code in (302, 403)
    client.post("/account/login/", {"login": "uma.h", "password": PASSPHRASE})
    assert client.get("/seat/").status_code in (302, 403)
    with acting(program=coordinator_a.program):
        assert Membership.objects.get(participant_id=uma.pk).ended_at


def test_another_programs_codes_and_seats_cannot_be_touched(client, as_user, coordinator_b, participant_a, slip, uma):
    as_user(client, coordinator_b)

    assert client.post(f"/participants/{uma.pk}/seat/invite/").status_code == 404
    assert client.post(f"/seats/{participant_a.pk}/end/").status_code == 404
