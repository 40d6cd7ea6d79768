"""Signing in by email, with a second factor where there is one, and what is kept of every attempt."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.core import mail
from memberships import PASSWORD

from alongside.access.context import acting
from alongside.access.models import User
from alongside.access.sign_in import SecondFactors

pytestmark = pytest.mark.django_db

LOGIN = "/account/login/"


def sign_in(client, email, password=PASSWORD):
    return client.post(LOGIN, {"login": email, "password": password})


def acts(as_superuser):
    """Acts of the ledger with whose account, what about, and who was acting, oldest first."""
    return as_superuser.execute(
        "select act, row_id, actor_id, detail from ledger_entry where act like 'sign%' order by entry_id"
    ).fetchall()


@pytest.mark.parametrize("spelled", [str.lower, str.upper])
def test_the_right_password_signs_in_whatever_the_case_of_the_email(client, coordinator_a, spelled):
    response = sign_in(client, spelled(coordinator_a.user.email))

    assert response.status_code == 302
    assert client.get("/help/").status_code == 200


@pytest.mark.parametrize("email", ["coordinator@example.org", "program.coordinator.of.aspen.county@example.org"])
def test_a_wrong_password_and_an_unknown_email_are_told_the_same(client, coordinator_a, email):
    response = sign_in(client, email, "not the password")

    assert response.status_code == 200
    assert "not correct" in response.content.decode()


def test_a_closed_account_does_not_sign_in(client, coordinator_a):
    coordinator_a.user.is_active = False
    coordinator_a.user.save()

    sign_in(client, coordinator_a.user.email)

    assert client.get("/help/").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_every_attempt_is_kept_without_what_was_typed(client, coordinator_a, as_superuser):
    user = coordinator_a.user
    sign_in(client, "nobody@example.org", "a password")
    sign_in(client, user.email, "wrong")
    sign_in(client, user.email)
    client.post("/account/logout/")

    assert acts(as_superuser) == [
        ("sign_in_failed", "", None, "from 127.0.0.1"),
        ("sign_in_failed", str(user.pk), None, "from 127.0.0.1"),
        ("sign_in", str(user.pk), user.pk, "from 127.0.0.1"),
        ("sign_out", str(user.pk), user.pk, "from 127.0.0.1"),
    ]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("proxies", "source"), [(0, "127.0.0.1"), (1, "203.0.113.7")])
def test_behind_a_proxy_the_address_is_the_one_the_proxy_saw(
    client, coordinator_a, as_superuser, settings, proxies, source
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    form = {"login": coordinator_a.user.email, "password": PASSWORD}

    client.post(LOGIN, form, headers={"X-Forwarded-For": "made up, 203.0.113.7"})

    assert [detail for *_, detail in acts(as_superuser)] == [f"from {source}"]


def test_guessing_is_stopped_after_a_few_tries_even_with_the_right_password(client, coordinator_a):
    for _ in range(6):
        sign_in(client, coordinator_a.user.email, "a guess")

    response = sign_in(client, coordinator_a.user.email)

    assert response.status_code != 302
    assert "Too many" in response.content.decode()


def test_nobody_signs_up_alone(client, db):
    form = {"email": "ash@example.org", "password1": PASSWORD, "password2": PASSWORD}

    assert client.get("/account/signup/").templates[0].name == "account/signup_closed.html"
    client.post("/account/signup/", form)

    assert not User.objects.exists()


def test_a_forgotten_password_is_set_from_a_link_in_the_email(client, coordinator_a):
    client.post("/account/password/reset/", {"email": coordinator_a.user.email})
    link = re.search(r"http://testserver(/account/password/reset/key/\S+)", mail.outbox[0].body)[1]

    form = client.get(link, follow=True).request["PATH_INFO"]
    client.post(form, {"password1": "other plain words", "password2": "other plain words"})

    assert sign_in(client, coordinator_a.user.email, "other plain words").status_code == 302


def test_an_unknown_email_is_sent_nothing(client, db):
    response = client.post("/account/password/reset/", {"email": "nobody@example.org"})

    assert response.status_code == 302
    assert mail.outbox == []


@pytest.fixture
def with_second_factor(coordinator_a):
    """The coordinator, with an authenticator app."""
    secret = generate_totp_secret()
    with acting(actor=coordinator_a.user):
        Authenticator.objects.create(
            user=coordinator_a.user, type="totp", data={"secret": SecondFactors().encrypt(secret)}
        )
    return coordinator_a.user, secret


def code(secret, at=None):
    return format_hotp_value(hotp_value(secret, int(at or time.time()) // 30))


def test_with_a_second_factor_the_password_alone_opens_nothing(client, with_second_factor):
    user, secret = with_second_factor

    assert sign_in(client, user.email).url.endswith("/2fa/authenticate/")
    assert client.get("/help/").status_code == 302
    client.post("/account/2fa/authenticate/", {"code": "000000"})
    assert client.get("/help/").status_code == 302

    client.post("/account/2fa/authenticate/", {"code": code(secret)})
    assert client.get("/help/").status_code == 200


def test_a_code_typed_across_the_half_minute_still_opens_the_door(client, with_second_factor):
    user, secret = with_second_factor
    sign_in(client, user.email)

    client.post("/account/2fa/authenticate/", {"code": code(secret, at=time.time() - 90)})
    assert client.get("/help/").status_code == 302
    client.post("/account/2fa/authenticate/", {"code": code(secret, at=time.time() - 20)})
    assert client.get("/help/").status_code == 200


def test_a_code_works_once(client, with_second_factor):
    user, secret = with_second_factor
    used = code(secret)
    for _ in range(2):
        sign_in(client, user.email)
        client.post("/account/2fa/authenticate/", {"code": used})
        opened = client.get("/help/").status_code
        client.post("/account/logout/")

    assert opened == 302


def test_secrets_of_second_factors_are_stored_encrypted(with_second_factor):
    user, secret = with_second_factor

    with acting(actor=user):
        stored = Authenticator.objects.get().data["secret"]

    assert secret not in stored
    assert SecondFactors().decrypt(stored) == secret


def test_the_pages_of_second_factors_open_after_the_password_is_given_again(client, coordinator_a):
    sign_in(client, coordinator_a.user.email)

    for address in (
        "/account/2fa/",
        "/account/2fa/totp/activate/",
        "/account/2fa/webauthn/",
        "/account/2fa/webauthn/add/",
    ):
        assert client.get(address, follow=True).status_code == 200
