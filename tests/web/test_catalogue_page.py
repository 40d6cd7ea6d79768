"""The catalogue page: what may be taught, who gives it here, and the rules that ask it."""

import pytest

from alongside.access.roles import IN_THE_PROGRAM, Role
from people import a_provider

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", sorted(IN_THE_PROGRAM))
def test_everybody_who_works_in_the_program_reads_it(client, as_user, member, program_a, role):
    page = as_user(client, member(program_a, Role(role))).get("/services/").content.decode()

    assert "Others don’t do tasks for participant." in page
    assert "The cost of room and board and building maintenance is not included." in page
    assert "Community-based residential facilities with 5–16 beds" in page
    for rule in ("NOTE-6", "BIL-4", "BIL-5", "BIL-13", "IPS-1", "ELG-4.beds", "SET-2"):
        assert f"/rules/{rule}/" in page
        assert client.get(f"/rules/{rule}/").status_code == 200


def test_providers_stand_with_the_services_of_their_kind(client, as_user, coordinator_a, acting_for, program_a):
    with acting_for(program_a):
        a_provider("Open Door", "peer_support")
    page = as_user(client, coordinator_a).get("/services/").content.decode()

    living, peers = page.split('id="peer_support"')
    assert "Open Door" not in living
    assert "Open Door" in peers.split('id="supported_employment"')[0]
