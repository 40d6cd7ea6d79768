"""Addresses of the environment: what is read from them, and what is said about one that cannot be used."""

import pytest

from alongside.config.databases import BadAddress, OneDatabase, databases

RUNTIME = "postgresql://app:s%40crt@db.example.org:5433/alongside?sslmode=require"
OWNER = "postgresql://owner:pw@db.example.org/alongside"


def test_without_an_address_it_is_the_embedded_server_with_two_roles():
    found = databases({})

    assert {alias: each["USER"] for alias, each in found.items()} == {
        "default": "alongside_app",
        "owner": "alongside_owner",
    }
    assert all(each["ADDRESS_FROM"] for each in found.values())


def test_an_address_is_taken_apart():
    found = databases({"DATABASE_URL": RUNTIME})["default"]

    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "app", "s@crt", "db.example.org", "5433", "alongside",
    )  # fmt: skip
    assert found["OPTIONS"]["sslmode"] == "require"
    assert "ADDRESS_FROM" not in found


def test_a_socket_folder_can_stand_for_the_host():
    assert databases({"DATABASE_URL": "postgres://app@/alongside?host=/run/pg"})["default"]["HOST"] == "/run/pg"


def test_the_owner_is_known_only_where_its_address_is_given():
    assert "owner" not in databases({"DATABASE_URL": RUNTIME})
    assert databases({"DATABASE_URL": RUNTIME, "DATABASE_OWNER_URL": OWNER})["owner"]["USER"] == "owner"


@pytest.mark.parametrize("environ", [{}, {"DATABASE_URL": RUNTIME, "DATABASE_OWNER_URL": OWNER}])
def test_only_the_runtime_connection_has_requests_a_pool_and_limits(environ):
    found = databases(environ)

    assert found["default"]["ATOMIC_REQUESTS"]
    assert found["default"]["OPTIONS"]["pool"]["max_size"] == 8
    assert "statement_timeout=120s" in found["default"]["OPTIONS"]["options"]
    assert "ATOMIC_REQUESTS" not in found["owner"]
    assert "options" not in found["owner"]["OPTIONS"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://app@db/alongside", "it begins with 'mysql'"),
        ("db.example.org", "it begins with 'no scheme'"),
        ("postgresql://db.example.org/alongside", "the user is missing"),
        ("postgresql://app@db.example.org", "the database is missing"),
        ("postgresql://app@db.example.org:port/alongside", "cannot be read"),
        ("postgresql://app@[::1/alongside", "cannot be read"),
    ],
)
def test_an_address_that_cannot_be_used_is_said_with_what_to_write(address, said):
    with pytest.raises(
        BadAddress, match="DATABASE_URL must read postgresql://user:password@host:5432/database"
    ) as flaw:
        databases({"DATABASE_URL": address})
    assert said in str(flaw.value)


def test_only_the_owner_changes_tables():
    assert OneDatabase().allow_migrate("owner", "records")
    assert not OneDatabase().allow_migrate("default", "records")
