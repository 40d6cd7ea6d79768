"""An agency in Illinois has no pages of Wisconsin's monitoring and measures: not found, and no fault."""

import pytest

from people import a_participant

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["employment", "invoices"])
def test_a_page_its_law_does_not_know_is_not_found(page, client, as_user, coordinator_a, peers, acting_for, program_a):
    with acting_for(program_a):
        person = a_participant()

    assert as_user(client, coordinator_a).get(f"/participants/{person.pk}/{page}/").status_code == 404


def test_a_fault_of_another_kind_is_still_a_fault(client, as_user, coordinator_a, acting_for, program_a, monkeypatch):
    with acting_for(program_a):
        person = a_participant()

    def nothing(*_, **__):
        raise KeyError("IPS")

    monkeypatch.setattr("alongside.web.views.employment.person_for", nothing)
    client.raise_request_exception = False

    assert as_user(client, coordinator_a).get(f"/participants/{person.pk}/employment/").status_code == 500
