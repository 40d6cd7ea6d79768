"""The overview of a participant counts what is open on the other pages, and each record leads to its correction."""

import re

import pytest

from alongside.access.clock import today
from alongside.records import actions
from alongside.records.models import FirstContact
from people import a_draft, a_participant, a_peer_specialist, a_service, the_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def uma(acting_for, program_a):
    with acting_for(program_a):
        return a_participant()


def test_what_is_open_on_the_other_pages_is_counted(client, as_user, coordinator_a, uma, acting_for, program_a):
    with acting_for(program_a):
        pia = a_peer_specialist(started_on="2020-01-15")
        note = a_draft(a_service(uma, pia), pia, manner="doing_for")

    page = as_user(client, coordinator_a).get(f"/participants/{uma.pk}/").content.decode()

    assert "Open on the other pages" in page
    assert "Progress notes" in page
    assert leads_to(page) == {"Progress notes": f"/notes/{note.pk}/", "Billing of services": f"/notes/{note.pk}/"}

    with acting_for(program_a):
        a_draft(a_service(uma, pia), pia, manner="doing_for")
    page = as_user(client, coordinator_a).get(f"/participants/{uma.pk}/").content.decode()

    assert set(leads_to(page).values()) == {f"/participants/{uma.pk}/notes/"}


def leads_to(page):
    """Where each topic that is open elsewhere leads."""
    listed = page.split('<ul class="elsewhere">')[1].split("</section>")[0]
    return {name: address for address, name in re.findall(r'<a href="([^"]+)">([^<]+)<', listed)}


def test_where_nothing_is_open_elsewhere_nothing_is_said(client, as_user, coordinator_a, uma):
    page = as_user(client, coordinator_a).get(f"/participants/{uma.pk}/").content.decode()

    assert "Open on the other pages" not in page


def test_records_lead_to_their_correction_for_those_who_may(client, as_user, coordinator_a, biller_a, uma):
    address = f"/participants/{uma.pk}/"
    mine = as_user(client, coordinator_a).get(address).content.decode()
    theirs = as_user(client, biller_a).get(address).content.decode()

    assert mine.count(f"{address}correct/") == 3
    assert f"{address}coverage/" in mine
    assert f"{address}correct/" not in theirs
    assert f"{address}coverage/" not in theirs


def test_the_list_offers_to_enroll_somebody_to_those_who_may(client, as_user, coordinator_a, biller_a):
    assert "Enroll somebody" in as_user(client, coordinator_a).get("/participants/").content.decode()
    assert "Enroll somebody" not in as_user(client, biller_a).get("/participants/").content.decode()


def test_who_was_refused_owes_nothing_more_until_they_ask_again(client, as_user, coordinator_a, acting_for, program_a):
    said = {"on": today(), "by": None}
    with acting_for(program_a):
        contact = actions.record_first_contact(
            program=the_program(), medicaid_id="1000000044", family_name="Marten", contacted_on=today(), **said
        )
    as_user(client, coordinator_a)
    assert "Marten" in client.get("/").content.decode()

    with acting_for(program_a):
        actions.refuse_enrollment(
            contact=FirstContact.objects.get(), refused_on=today(), reasons="No coverage.", **said
        )
    assert "Marten" not in client.get("/").content.decode()

    with acting_for(program_a):
        person = contact.participant
        actions.record_return(participant=person, contacted_on=today(), **said)
    assert "Marten" in client.get("/").content.decode()
