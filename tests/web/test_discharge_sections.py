"""Discharge papers in sections: a peer's own, labeled; the clinical ones closed; a peer never signs one off."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import Credential, DischargeSection, SharedExperience
from people import a_draft, a_participant, a_service

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db


@pytest.fixture
def crss(client, as_user, member, program_a, peers):
    """The CRSS, signed in, with a sign-in that opens every place but for the rule."""
    return as_user(client, member(program_a, Role.COORDINATOR, name="Ada Wren", staff_id=peers.crss.pk))


@pytest.fixture
def ending(crss, acting_for, program_a, peers):
    """A discharge with a summary nobody signed."""
    with acting_for(program_a):
        person = a_participant(on=peers.on)
        enrollment = person.enrollments.open().get()
        made = actions.discharge(
            enrollment=enrollment, discharged_on=peers.on - timedelta(days=3), is_planned=True, **peers.said
        )
        actions.record_discharge_summary(discharge=made, reason="Moved away.", **peers.said)
    return made


def at(ending, rest=""):
    return f"/participants/{ending.participant_id}/discharges/{ending.pk}/{rest}"


def text(client, address, status=200, **asked):
    response = client.get(address, asked)
    assert response.status_code == status, response.content.decode()[:3000]
    return " ".join(response.content.decode().split())


def sent(client, address, **said):
    return client.post(address, {"token": uuid4(), **said}, follow=True)


def test_a_peers_section_is_kept_under_its_label_and_counted_in_the_summary(crss, ending, acting_for, program_a):
    page = sent(crss, at(ending, "sections/resources/"), body="Library, Mondays. Ask for Fern.").content.decode()

    assert "Peer support section: Resources. Written as Certified Recovery Support Specialist (CRSS)" in page
    assert "it makes no clinical judgment" in page
    with acting_for(program_a):
        assert DischargeSection.objects.get().is_labeled is True
        assert ending.summary.is_peer_section_labeled is True
    shown = text(crss, at(ending))
    assert "Peer support section" in shown
    assert "Program Participation System" not in shown
    assert "have the peer&#x27;s section clearly labeled" in shown


@pytest.mark.parametrize(
    "section,rule",
    [
        ("readiness", "IL-DC-1"),
        ("goals_met", "IL-DC-2"),
        ("final_sign_off", "IL-DC-3"),
        ("medical_necessity", "IL-DC-4"),
        ("discharge_decision", "IL-DC-5"),
    ],
)
def test_the_clinical_sections_are_closed_to_a_peer(crss, ending, acting_for, program_a, section, rule):
    answer = sent(crss, at(ending, f"sections/{section}/"), body="Goals met.")
    page = answer.content.decode()

    assert answer.status_code == 403
    assert rule in page
    assert "Who can do this: QMHP or LPHA" in page
    with acting_for(program_a):
        assert not DischargeSection.objects.exists()


def test_a_qmhp_who_is_a_crss_completes_the_risk_section_in_the_clinical_role(
    crss, ending, acting_for, program_a, peers
):  # fmt: skip
    with acting_for(program_a):
        actions.assign_role(staff=peers.crss, role="qmhp", starts_on=peers.since, **peers.said)

    assert sent(crss, at(ending, "sections/risk_assessment/"), body="Low.", **{"as": "crss"}).status_code == 403
    assert sent(crss, at(ending, "sections/risk_assessment/"), body="Low.", **{"as": "qmhp"}).status_code == 200
    page = text(crss, at(ending, "sections/"), **{"as": "qmhp"})
    assert "Peer support section" not in page


def test_words_about_goals_met_are_marked_by_their_rule(crss, ending):
    page = sent(crss, at(ending, "sections/own_words/"), body="All her goals were met.").content.decode()

    assert "<mark>" in page
    assert "Determine whether treatment goals were “met”" in page
    assert "IL-DC-2" in page


def test_a_peer_does_not_sign_off_a_discharge(crss, ending, acting_for, program_a, peers):
    with acting_for(program_a):
        summary = ending.summary
    address = reverse("sign", args=["discharge_summary", summary.pk])
    page = text(crss, address, **{"as": "coordinator"})

    assert "IL-DC-3: A peer never signs off a discharge." in page
    assert "Sign off on discharge summaries or treatment outcomes" in page
    posted = crss.post(address, {"as": "coordinator", "content_hash": "x"}).content.decode()
    assert "IL-DC-3" in posted
    with acting_for(program_a):
        summary.refresh_from_db()
        assert summary.coordinator_signed_on is None
        actions.assign_role(staff=peers.crss, role="qmhp", starts_on=peers.since, **peers.said)
    assert "IL-DC-3: A peer" not in text(crss, address, **{"as": "coordinator"})


def test_odd_addresses_are_answered(crss, ending):
    assert crss.get(at(ending, "sections/diary/")).status_code == 404
    assert crss.get(f"/participants/{uuid4()}/discharges/{ending.pk}/sections/").status_code == 404
    assert crss.get(f"/participants/{ending.participant_id}/discharges/{uuid4()}/sections/").status_code == 404
    assert sent(crss, at(ending, "sections/resources/"), body=" ").status_code == 422


@pytest.fixture
def note(crss, acting_for, program_a, peers):
    with acting_for(program_a):
        person = a_participant(on=peers.on)
        served = {"served_on": str(peers.on - timedelta(days=1)), "start": None, "stop": None, "on": peers.on}
        return a_draft(a_service(person, peers.crss, **served), peers.crss, on=peers.on)


def test_what_a_peer_shared_of_her_own_is_recorded_from_the_note(crss, note, acting_for, program_a):
    assert "I shared something of my own" in text(crss, f"/notes/{note.pk}/")
    form = text(crss, f"/notes/{note.pk}/shared/")
    assert "The twelve values" in form
    assert "Person-driven" in form
    said = {"answered_to": "“Nobody feels the same.”", "is_relevant": "yes", "is_hope_giving": "no", "minutes": "40"}
    page = " ".join(sent(crss, f"/notes/{note.pk}/shared/", **said).content.decode().split())

    assert "Nobody feels the same" in page
    assert "Lived experience that is relevant and gives hope" in page
    assert "40 minutes" in page
    with acting_for(program_a):
        shared = SharedExperience.objects.get()
        assert (shared.written_as, shared.is_relevant, shared.is_hope_giving) == ("crss", True, False)
    assert sent(crss, f"/notes/{note.pk}/shared/", minutes="2000").status_code == 422


def test_while_a_note_is_written_the_aid_and_the_values_are_at_hand(crss, note):
    page = text(crss, f"/notes/{note.pk}/write/")

    assert "/writing/marks/" in page
    assert "Sharing something of your own" in page
    assert "only share lived experience that is relevant" in page


def test_who_is_no_peer_records_no_lived_experience(crss, note, acting_for, program_a, peers):
    with acting_for(program_a):
        Credential.objects.filter(staff=peers.crss).update(expires_on=peers.on - timedelta(days=1))

    assert crss.get(f"/notes/{note.pk}/shared/").status_code == 403
    assert "I shared something of my own" not in text(crss, f"/notes/{note.pk}/")


def test_a_peer_who_writes_the_summary_has_the_aid_beside(crss, ending):
    assert "/writing/marks/" in text(crss, at(ending, "summary/"))
    said = crss.post("/writing/marks/", {"paper": "discharge", "reason": "She met all of her goals."}).content.decode()
    assert "Determine whether treatment goals were" in said
