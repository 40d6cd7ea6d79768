"""The releases of a participant: consents, what went out, and who may write there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.access.clock import today
from alongside.access.roles import Role
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


def test_what_goes_out_has_a_cover_sheet_with_the_consent_and_the_statement(client, page):
    with_a_consent(client, page)

    shown = text(client.get(client.post(f"{page}disclosures/new/", LET_OUT).headers["Location"]))

    assert "42 CFR part 2 prohibits" in shown
    assert "for Alder Clinic; Substance use disorder records" in shown
    assert "to be checked against the current eCFR" in shown


def test_a_guarded_participant_is_asked_whether_such_records_are_among_them(client, page):
    paper = PAPER | {"covers_other": "yes", "signed_on": str(today()), "expires_on": str(today())}
    assert client.post(f"{page}consents/new/", paper).status_code == 302
    assert client.post(f"{page}marks/new/", {"why": "Treated here since May"}).status_code == 302
    assert "42 CFR part 2 guards records of this participant" in text(client.get(page))

    unsaid = {name: value for name, value in LET_OUT.items() if name != "covers_substance_use"} | {
        "covers_other": "yes"
    }
    answer = client.post(f"{page}disclosures/new/", unsaid)
    assert answer.status_code == 422
    assert "say whether any are among what goes out" in text(answer)
    assert client.post(f"{page}disclosures/new/", unsaid | {"covers_substance_use": "no"}).status_code == 302


def test_a_mark_is_ended_with_a_reason(client, page, person, program_a, acting_for):
    client.post(f"{page}marks/new/", {"why": "Treated here since May"})
    with acting_for(program_a):
        key = person.record_marks.get().pk

    assert client.post(f"{page}marks/{key}/end/", {}).status_code == 422
    assert client.post(f"{page}marks/{key}/end/", {"ended_why": "Meant for another"}).status_code == 302
    assert "Nobody marked any" in text(client.get(page))


def test_the_signed_paper_is_kept_with_the_consent(client, page, person, program_a, acting_for):
    with_a_consent(client, page)
    with acting_for(program_a):
        key = person.consents.get().pk
    paper = SimpleUploadedFile(
        "signed.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )

    kept = client.post(f"/attach/consent/{key}/", {"file": paper})

    assert kept.status_code == 302, text(kept)
    assert kept.headers["Location"] == f"{page}#consents"
    assert "signed.pdf" in text(client.get(page))


def test_a_participant_reads_what_went_out_in_their_own_seat(client, as_user, page, person, program_a, member):
    with_a_consent(client, page)
    client.post(f"{page}disclosures/new/", LET_OUT)
    as_user(client, member(program_a, Role.PARTICIPANT, participant_id=person.pk))

    shown = text(client.get("/seat/releases/"))

    assert "To Alder Clinic" in shown
    assert "You can take this back at any time" in shown
