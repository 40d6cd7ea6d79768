"""After a change of the secret key, what the former one made stays good while it is kept, and is nothing after."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from cryptography.fernet import InvalidToken
from django.conf import settings as configured
from memberships import PASSWORD

from alongside.access.feed_addresses import feed_of, new_secret
from alongside.access.sign_in import seal_second_factors_anew
from alongside.config.places import change_secret_key, former_secret_keys, secret_key
from alongside.reviews.feeds import make_feed

pytestmark = pytest.mark.django_db
OTHER = "another key for tests, as long as a key has to be"


@pytest.fixture
def changed(settings):
    """Put another key in place; the former one is kept, or not."""

    def change(*, is_kept):
        settings.SECRET_KEY_FALLBACKS = [configured.SECRET_KEY] if is_kept else []
        settings.SECRET_KEY = OTHER

    return change


def test_who_is_signed_in_stays_so(client, coordinator_a, changed):
    client.post("/account/login/", {"login": coordinator_a.user.email, "password": PASSWORD})
    changed(is_kept=True)
    assert client.get("/participants/").status_code == 200


def test_or_signs_in_anew_where_the_former_key_is_gone(client, coordinator_a, changed):
    client.post("/account/login/", {"login": coordinator_a.user.email, "password": PASSWORD})
    changed(is_kept=False)
    assert client.get("/participants/").status_code == 302


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_second_factors_are_sealed_anew(coordinator_a, changed):
    codes = RecoveryCodes.activate(coordinator_a.user).generate_codes()
    changed(is_kept=True)

    assert seal_second_factors_anew("owner") == 1

    changed(is_kept=False)
    kept = Authenticator.objects.get(user=coordinator_a.user)
    assert RecoveryCodes(kept).generate_codes() == codes


def test_second_factors_are_closed_where_nothing_was_done(coordinator_a, changed):
    kept = RecoveryCodes.activate(coordinator_a.user)
    changed(is_kept=False)

    with pytest.raises(InvalidToken):
        kept.generate_codes()


def test_a_calendar_address_outlives_the_change(coordinator_a, in_program_a, changed):
    feed, secret = make_feed(actor=coordinator_a, scope="own", names="nobody")
    changed(is_kept=True)

    assert feed_of(secret) == (coordinator_a.program_id, feed.pk)
    assert feed_of(new_secret()) is None


def test_the_files_of_the_data_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY")
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path))
    first = secret_key()

    change_secret_key(tmp_path)
    second = secret_key()
    change_secret_key(tmp_path)

    assert len({first, second, secret_key()}) == 3
    assert former_secret_keys() == [second, first]
    assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.iterdir())
