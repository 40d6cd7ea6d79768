"""Every page, with every id of another program in every place an id can stand: nothing of that program comes back."""

import re
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
from django.db import connection
from rows import one_row_in_each_table
from site_map import FILLED_IN, addresses

from alongside.access.context import acting
from alongside.access.pages import PAGES
from alongside.access.roles import Role
from people import a_participant, a_peer_specialist, a_provider

pytestmark = pytest.mark.django_db

ADDRESSES = {name: address for name, address in addresses().items() if not PAGES[name].is_about_oneself}
CANARIES = ("9170446281", "Quillfeather", "Zephyrine", "Nightjar Nation Peer House")
MARKS = re.compile(r'value="\w{64}"|[0-9a-f]{8}-[0-9a-f-]{27}')


@pytest.fixture
def foreign(program_b, acting_for):
    """People of program B with names that stand nowhere else, and the key of a row in each of its tables."""
    keys = one_row_in_each_table(program_b)
    with acting_for(program_b):
        participant = a_participant(medicaid_id=CANARIES[0], family_name=CANARIES[1], given_name=CANARIES[2])
        staff = a_peer_specialist(family_name=CANARIES[1], provider=a_provider(CANARIES[3]))
    ids = {str(key) for key in (*keys.values(), participant.pk, staff.pk) if isinstance(key, UUID)}
    return SimpleNamespace(keys=ids, people={str(participant.pk), str(staff.pk)}, program=program_b)


def shown(response) -> str:
    """The page without ids and form tokens."""
    return MARKS.sub("", response.content.decode())


def leaks(response) -> list[str]:
    text = response.content.decode(errors="replace") + str(response.headers)
    return [canary for canary in CANARIES if canary in text]


@pytest.mark.parametrize("role", Role)
def test_a_foreign_id_in_the_address_is_answered_like_one_that_belongs_to_nothing(
    client, as_user, member, program_a, foreign, role
):
    as_user(client, member(program_a, role))
    with_an_id = {name: address for name, address in ADDRESSES.items() if FILLED_IN["uuid"] in address}
    # Keys are dealt out over addresses and roles: each address meets somebody, and a row of another table every time.
    keys, people = sorted(foreign.keys), sorted(foreign.people)

    for nth, (name, address) in enumerate(with_an_id.items(), 7 * list(Role).index(role)):
        unknown = client.get(address.replace(FILLED_IN["uuid"], str(uuid4())))
        for key in {people[nth % len(people)], keys[nth % len(keys)]}:
            response = client.get(address.replace(FILLED_IN["uuid"], key))
            assert (response.status_code, shown(response)) == (unknown.status_code, shown(unknown)), name


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.DIRECT_STAFF, Role.STATE_REVIEWER])
def test_no_page_and_no_search_shows_anything_of_another_program(client, as_user, member, program_a, foreign, role):
    as_user(client, member(program_a, role))

    for name, address in ADDRESSES.items():
        if FILLED_IN["uuid"] in address:
            continue  # asked above, with the ids themselves
        for question in ("", "?q=Quill", f"?program={foreign.program.pk}&page=2"):
            response = client.get(address + question)
            assert response.status_code < 500, (name, question)
            assert leaks(response) == [], (name, question)


def test_what_is_sent_in_a_form_cannot_name_another_program(client, as_user, coordinator_a, coordinator_b, foreign):
    as_user(client, coordinator_a)

    for name, address in ADDRESSES.items():
        if PAGES[name].needs_membership or name == "switch_program":
            for key in (str(coordinator_b.pk), sorted(foreign.keys)[0]):
                form = dict.fromkeys(("membership", "program", "program_id", "participant", "staff", "id", "key"), key)
                response = client.post(address, form)
                assert response.status_code < 500, name
                assert leaks(response) == [], name
    assert client.get("/participants/").context["request"].membership == coordinator_a


def test_the_probes_would_notice_a_leak(client, as_user, coordinator_b, foreign):
    """The control: program B's own coordinator meets every canary on these same pages."""
    as_user(client, coordinator_b)

    pages = "".join(client.get(address).content.decode() for address in ("/participants/", "/staff/"))

    assert all(canary in pages for canary in CANARIES if canary != CANARIES[0])
    with acting(program=foreign.program), connection.cursor() as cursor:
        cursor.execute("select count(*) from participant where medicaid_id = %s", [CANARIES[0]])
        assert cursor.fetchone() == (1,)
