"""The releases of a participant: consents, what went out, and who may write there."""

import pytest

from alongside.access.clock import today
from people import a_participant

pytestmark = pytest.mark.django_db

PAPER = {
    "covers_substance_use": "yes",
    "recipient": "Alder Clinic",
    "recipient_kind": "organization",
    "purpose": "treatment",
}
LET_OUT = {"covers_substance_use": "yes", "what": "A plan", "recipient": "Alder Clinic", "purpose": "treatment"}


@pytest.fixture
def person(program_a, acting_for):
    with acting_for(program_a):
        return a_participant()


@pytest.fixture
def page(client, as_user, coordinator_a, person):
    as_user(client, coordinator_a)
    return f"/participants/{person.pk}/releases/"


def text(response) -> str:
    return response.content.decode()


def with_a_consent(client, page):
    paper = PAPER | {"signed_on": str(today()), "expires_on": str(today())}
    assert client.post(f"{page}consents/new/", paper).status_code == 302


def test_a_consent_is_recorded_and_let_out_under(client, page):
    with_a_consent(client, page)
    assert client.post(f"{page}disclosures/new/", LET_OUT).status_code == 302

    shown = text(client.get(page))
    assert "In force." in shown
    assert "A plan, to Alder Clinic" in shown
    assert "42 CFR part 2 prohibits" in shown


def test_without_a_consent_it_is_refused_with_the_reason_and_the_typing_is_kept(client, page):
    response = client.post(f"{page}disclosures/new/", LET_OUT)

    assert response.status_code == 422
    assert "There is no consent" in text(response)
    assert "A plan" in text(response)


def test_what_is_taken_back_is_refused_at_the_next_request(client, page, person, program_a, acting_for):
    with_a_consent(client, page)
    with acting_for(program_a):
        key = person.consents.get().pk

    assert client.post(f"{page}consents/{key}/revoke/", {"revoked_how": "by phone"}).status_code == 302

    assert client.post(f"{page}disclosures/new/", LET_OUT).status_code == 422
    assert "was revoked" in text(client.get(page))


def test_an_empty_form_says_what_lacks(client, page):
    for name in ("consents", "disclosures"):
        assert client.post(f"{page}{name}/new/", {}).status_code == 422


def test_the_biller_reads_and_does_not_write(client, as_user, biller_a, page):
    as_user(client, biller_a)

    assert "Record a consent" not in text(client.get(page))
    assert client.get(f"{page}consents/new/").status_code == 403
