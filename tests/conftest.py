"""The ground every test stands on: the runtime role, a database of one's own, two programs with people in them.

Tests ask for `db` (rolled back) or `transactional_db` (real commits, cleaned up afterwards). Fixtures for programs
and people stand in support/memberships.py, the cluster in support/cluster.py.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent / "support"))

pytest_plugins = ("memberships",)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Settle the environment before Django reads it: never a database that is not the tests' own."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "ALONGSIDE_DEMO", "ALONGSIDE_HOSTS", "EMAIL_HOST"):
        os.environ.pop(name, None)
    os.environ["ALONGSIDE_DATA"] = str(Path(__file__).parents[1] / "var" / "test-pg")
    os.environ["SECRET_KEY"] = "for tests only, and as long as a key has to be"
    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.config.settings"
    from django.conf import settings

    if "ADDRESS_FROM" not in settings.DATABASES["default"]:
        raise pytest.UsageError(
            "Unset DJANGO_SETTINGS_MODULE or DATABASE_URL: the tests would reach a database of yours."
        )
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # tests hash hundreds of passwords
    settings.STAFF_NEEDS_SECOND_FACTOR = False  # its own tests turn it on
    settings.WHITENOISE_AUTOREFRESH = True  # do not read every asset for each new client


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """A clone of the migrated template, reached as the runtime role. A role that could see everything ends the run."""
    import cluster
    from django.db import connections
    from django.test import TransactionTestCase

    with django_db_blocker.unblock(), cluster.clone() as name:
        flaws = cluster.flaws_of_the_runtime_role(name)
        if flaws:
            pytest.exit(f"The tests would prove nothing: {'; '.join(flaws)}.", returncode=3)
        for alias in ("default", "owner"):
            connections[alias].settings_dict["NAME"] = name
            connections[alias].settings_dict["OPTIONS"].pop("pool", None)
        _clean_up_through_the_superuser(TransactionTestCase, lambda: cluster.empty(name))
        yield
        connections.close_all()


@pytest.fixture
def as_superuser(django_db_setup: None) -> Iterator[Any]:
    """A plain connection past every policy, in a transaction that is undone: for planting what must be caught."""
    import cluster
    from django.db import connection

    with cluster.superuser().connect(str(connection.settings_dict["NAME"]), autocommit=False) as held:
        held.execute("set local lock_timeout = '5s'")
        yield held
        held.rollback()


def _clean_up_through_the_superuser(test_case: Any, empty: Any) -> None:
    """Django would TRUNCATE as the runtime role, which may not. Tests that roll back do not come by here."""
    test_case._fixture_teardown = lambda self: empty()
