"""The self-check passes what is fit and refuses each misconfiguration, planted, with a sentence on how to mend it."""

import pytest
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder

from alongside.config import guard_flaws, selfcheck, server_flaws
from alongside.config.selfcheck import NotFit, refuse_unless_fit

pytestmark = pytest.mark.django_db

LOOKS = (server_flaws.role_flaws, guard_flaws.row_flaws, guard_flaws.grant_flaws, guard_flaws.ledger_flaws)
ONLY_IN_TESTS = {"fsync", "full_page_writes", "synchronous_commit"}


def flaws(superuser):
    """What the self-check finds on the runtime role's connection."""
    superuser.execute("set local role alongside_app")
    found = [flaw for look in LOOKS for flaw in look(superuser.cursor())]
    superuser.execute("reset role")
    return found


def test_a_migrated_database_is_fit(as_superuser):
    assert flaws(as_superuser) == []
    assert selfcheck.setting_flaws() == []
    assert selfcheck.migration_flaws(connection) == []


@pytest.mark.parametrize(
    ("planted", "said"),
    [
        ("alter role alongside_app superuser", "alongside_app is a superuser"),
        ("alter role alongside_app bypassrls", "`alter role alongside_app nobypassrls`"),
        ("alter role alongside_app createrole", "may create roles"),
        ("alter table training owner to alongside_app", "owns tables"),
        ("grant alongside_owner to alongside_app", "is a member of the role that owns the tables"),
        ("alter table participant no force row level security", "table participant row-level security is not forced"),
        ("alter table participant disable row level security", "table participant row-level security is not enabled"),
        ("drop policy own_program_all on training", "On the table training there is no row policy"),
        ("alter table membership no force row level security", "table membership row-level security is not forced"),
        ("alter table user_account disable row level security", "On the table user_account row-level"),
        ("alter table training rename to trainings", "On the table training row-level security is not enabled"),
        ("grant truncate on participant to alongside_app", "The runtime role has TRUNCATE on participant"),
        ("grant references on participant to public", "The runtime role has REFERENCES on participant"),
        ("grant select on ledger_entry to alongside_app", "The runtime role has SELECT on ledger_entry"),
        ("grant insert on ledger_checkpoint to alongside_app", "The runtime role has INSERT on ledger_checkpoint"),
        ("drop trigger ledger_write on participant", "Changes of the table participant do not reach the ledger"),
        ("alter table participant disable trigger ledger_write", "Changes of the table participant"),
        ("alter table participant enable replica trigger ledger_write", "Changes of the table participant"),
    ],
)  # fmt: skip
def test_each_misconfiguration_of_the_database_is_refused(as_superuser, planted, said):
    as_superuser.execute(planted)

    found = flaws(as_superuser)

    assert any(said in flaw for flaw in found), found
    assert all(flaw.endswith(".") for flaw in found)


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("DEBUG", True, "DEBUG is on"),
        ("ALLOWED_HOSTS", ["county.example", "*"], "allows every host name"),
        ("SECRET_KEY", "juniper", "can be guessed"),
        ("SECRET_KEY", "django-insecure-0123456789-0123456789-0123456789", "can be guessed"),
        ("SESSION_COOKIE_SECURE", False, "without TLS"),
        ("CSRF_COOKIE_SECURE", False, "without TLS"),
        ("SESSION_ENGINE", "django.contrib.sessions.backends.signed_cookies", "Sessions lie in cookies"),
        ("CACHES", {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}, "do not count"),
        ("CACHES", {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}, "do not count"),
    ],
)
def test_each_wrong_setting_is_refused(settings, setting, value, said):
    setattr(settings, setting, value)

    [flaw] = selfcheck.setting_flaws()
    assert said in flaw


@pytest.mark.parametrize("guard", selfcheck.GUARDS)
def test_a_guard_taken_out_is_refused(settings, guard):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != guard]

    assert selfcheck.setting_flaws() == [f"The guard {guard} is missing from MIDDLEWARE. Put it back."]


def test_a_key_others_can_read_is_refused(settings, tmp_path):
    settings.ALONGSIDE_DATA = tmp_path
    (tmp_path / "ledger.key").touch(mode=0o644)
    (tmp_path / "secret_key").touch(mode=0o600)

    [flaw] = selfcheck.setting_flaws()
    assert "Others on this machine can read ledger.key" in flaw


@pytest.mark.parametrize("seconds", [-3600, 3600])
def test_clocks_that_disagree_are_refused(as_superuser, monkeypatch, seconds):
    assert server_flaws.clock_flaws(as_superuser.cursor()) == []
    now = server_flaws.time.time
    monkeypatch.setattr(server_flaws.time, "time", lambda: now() + seconds)

    assert "differ by 3600 s" in server_flaws.clock_flaws(as_superuser.cursor())[0]


def test_a_clock_set_back_is_refused(as_superuser):
    as_superuser.execute("update django_migrations set applied = now() + interval '1 day'")

    [flaw] = server_flaws.clock_flaws(as_superuser.cursor())
    assert "before the moment the database was last migrated" in flaw


def test_a_server_that_can_lose_what_it_confirmed_is_refused(as_superuser):
    found = server_flaws.durability_flaws(as_superuser.cursor())

    assert {name for name in ONLY_IN_TESTS for flaw in found if f"with {name} off" in flaw} == ONLY_IN_TESTS


@pytest.mark.django_db(databases=["default", "owner"])
def test_a_database_behind_the_code_is_refused():
    MigrationRecorder(connections["owner"]).record_unapplied("ledger", "0002_seats_of_participants")

    [flaw] = selfcheck.migration_flaws(connections["owner"])
    assert flaw.startswith("The database is behind by 1 migrations (ledger.0002_seats_of_participants")


def test_starting_is_refused_with_every_flaw_at_once(settings):
    settings.DEBUG = True

    with pytest.raises(NotFit) as refusal:
        refuse_unless_fit()

    assert len(refusal.value.flaws) == 1 + len(ONLY_IN_TESTS)
    assert str(refusal.value).startswith("Alongside does not start:\n- DEBUG is on")
