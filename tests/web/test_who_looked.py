"""Whoever is shown a person's record, or takes records out, leaves an event in the ledger."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people import a_participant, a_peer_specialist


@pytest.fixture
def uma(acting_for, program_a):
    with acting_for(program_a):
        return a_participant()


@pytest.fixture
def pia(acting_for, program_a):
    with acting_for(program_a):
        return a_peer_specialist(started_on="2026-01-15")


def events(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    told = (re.search(r"ledger_record\((.*)\)", query["sql"]) for query in queries)
    return [re.sub(r"::\w+", "", one[1]) for one in told if one]


def test_opening_a_participant_is_kept(uma, client, as_user, coordinator_a):
    kept = events(as_user(client, coordinator_a), f"/participants/{uma.pk}/")

    assert len(kept) == 1
    assert kept[0].startswith("'read', 'participant'")
    assert kept[0].replace("-", "").count(uma.pk.hex) == 2


def test_opening_a_staff_member_is_kept(pia, client, as_user, coordinator_a):
    kept = events(as_user(client, coordinator_a), f"/staff/{pia.pk}/")

    assert kept[0].startswith("'read', 'staff'")
    assert str(pia.pk) in kept[0]


def test_asking_why_is_kept_with_whose_record_it_was(pia, client, as_user, coordinator_a):
    as_user(client, coordinator_a).get("/")
    kept = events(client, f"/why/TRN-1/{pia.pk}/")

    assert kept[0].startswith("'read', 'staff'")
    assert "'TRN-1'" in kept[0]


@pytest.mark.parametrize("address", ["/", "/participants/?q=hazel", "/staff/", "/rules/ELG-1/?answer=met"])
def test_a_list_of_names_is_kept_without_the_words_searched(address, uma, client, as_user, coordinator_a):
    kept = events(as_user(client, coordinator_a), address)

    assert len(kept) == 1
    assert kept[0].startswith("'search'")
    assert "hazel" not in kept[0]


def test_whoever_may_be_chosen_in_a_form_was_listed(uma, client, as_user, coordinator_a):
    kept = events(as_user(client, coordinator_a), "/incidents/new/")

    assert kept[0].startswith("'search', 'participant'")
    assert str(uma.pk) in kept[0]


def test_whoever_is_named_as_known_already_was_listed(uma, client, as_user, coordinator_a):
    said = {"medicaid_id": uma.medicaid_id, "contacted_on": "2026-11-19"}
    with CaptureQueriesContext(connection) as queries:
        as_user(client, coordinator_a).post("/participants/new/", said)

    assert [query for query in queries if "ledger_record" in query["sql"] and str(uma.pk) in query["sql"]]
