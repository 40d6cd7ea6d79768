"""The way to a certificate: hours by domain, what is left by each source, the application's year; one's own page."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.access.roles import Role
from alongside.packs.illinois_peer.credential_asks import ASKS
from alongside.records import actions
from alongside.records.models import Credential, CredentialApplication, CredentialHours, CredentialPart
from alongside.web.forms_certificates import BY_WORDS, counted

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, as_user, member, peers, program_a):
    as_user(client, member(program_a, Role.DIRECT_STAFF, staff_id=peers.crss.pk))
    return f"/staff/{peers.crss.pk}/certificate/"


def text(response, status=200):
    assert response.status_code == status, response.content.decode()[:2000]
    return " ".join(response.content.decode().split())


def sent(client, address, **said):
    return client.post(address, {"token": uuid4(), **said}, follow=True)


def test_every_part_and_domain_of_the_sources_can_be_logged():
    for ask in ASKS:
        assert ask.domain.lower() in BY_WORDS
        assert ask.part in CredentialPart.values
        assert any(value == f"{ask.part}:{BY_WORDS[ask.domain.lower()].value}" for value, _ in counted(ask.credential))


def test_hours_are_logged_and_both_numbers_of_the_sources_stand_there(client, page, peers, acting_for, program_a):
    with acting_for(program_a):
        actions.open_application(staff=peers.crss, kind="crss", opened_on=peers.on - timedelta(days=30), **peers.said)
    shown = text(
        sent(
            client, f"{page}hours/crss/", counts_as="training:advocacy", done_on=str(peers.on), hours="12", what="Class"
        )
    )

    assert "The hours are logged." in shown
    assert "My way to the certificate" in shown
    assert "<strong>88</strong>" in shown
    assert "<strong>98</strong>" in shown
    assert "sources differ" in shown
    assert "It stays open until" in shown
    with acting_for(program_a):
        assert CredentialApplication.objects.get().training_hours == 12


def test_units_for_renewal_are_added_to_the_certificate_the_rule_looks_at(client, page, peers, acting_for, program_a):
    for domain, hours in (("crss_specific", "4"), ("core", "2.5"), ("core", "1")):
        sent(client, f"{page}hours/crss/", counts_as=f"renewal:{domain}", done_on=str(peers.on), hours=hours)

    shown = text(client.get(page))

    assert "Units for the renewal count until" in shown
    with acting_for(program_a):
        held = Credential.objects.get(staff=peers.crss, kind="crss")
        assert (held.specific_hours, held.core_hours) == (4, 3.5)
        assert CredentialHours.objects.count() == 3


def test_hours_that_are_corrected_count_anew(client, page, peers, acting_for, program_a):
    with acting_for(program_a):
        Credential.objects.filter(staff=peers.crss, kind="crss").update(education_hours=10)
    sent(client, f"{page}hours/crss/", counts_as="renewal:core", done_on=str(peers.on), hours="4")
    with acting_for(program_a):
        logged = CredentialHours.objects.get()
    said = {"counts_as": "renewal:crss_specific", "done_on": str(peers.on), "hours": "3", "version": logged.version}

    shown = text(sent(client, f"{page}logged/{logged.pk}/", **said))

    assert "The hours are corrected." in shown
    with acting_for(program_a):
        held = Credential.objects.get(staff=peers.crss, kind="crss")
        assert (held.core_hours, held.specific_hours, held.education_hours) == (None, 3, 13)
    assert text(sent(client, f"{page}logged/{logged.pk}/", **said, what="Twice"), 422)


def test_ethics_of_a_cprs_lie_within_its_own_domains(client, as_user, coordinator_a, peers, acting_for, program_a):
    with acting_for(program_a):
        said = {"issued_on": peers.since, "expires_on": peers.on + timedelta(days=90)}
        actions.record_credential(staff=peers.crss, kind="cprs", **said, **peers.said)
    as_user(client, coordinator_a)
    address = f"/staff/{peers.crss.pk}/certificate/"
    sent(client, f"{address}hours/cprs/", counts_as="renewal:ethics", done_on=str(peers.on), hours="6")

    with acting_for(program_a):
        held = Credential.objects.get(staff=peers.crss, kind="cprs")
        assert (held.specific_hours, held.ethics_hours) == (6, 6)
    assert text(client.get(address, {"credential": "cprs"}))


def test_nothing_entered_and_odd_hours_are_told_beside_the_fields(client, page, peers):
    lacking = text(sent(client, f"{page}hours/crss/"), 422)
    below = text(sent(client, f"{page}hours/crss/", counts_as="work:in_all", done_on=str(peers.on), hours="-1"), 422)
    ahead = {"counts_as": "work:in_all", "done_on": str(peers.on + timedelta(days=2)), "hours": "1"}

    assert "expected" in lacking
    assert "field-wrong" in below
    assert "field-wrong" in text(sent(client, f"{page}hours/crss/", **ahead), 422)
    assert client.get(f"{page}hours/none/").status_code == 404


def test_the_session_stands_in_the_calendar_of_those_on_the_way(client, page, peers, acting_for, program_a):
    assert "CRSS/CPRS orientation" not in text(client.get("/calendar/?month=2026-02"))
    with acting_for(program_a):
        actions.open_application(staff=peers.crss, kind="crss", opened_on=peers.on, **peers.said)

    assert "CRSS/CPRS orientation" in text(client.get("/calendar/?month=2026-02"))


def test_a_colleague_does_not_see_it(client, page, peers):
    assert client.get(f"/staff/{peers.qmhp.pk}/certificate/").status_code == 404
