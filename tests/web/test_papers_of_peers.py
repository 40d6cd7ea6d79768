"""The personnel file, what the state gave a provider, times in treatment: recorded, corrected, counted by the rules."""

from datetime import timedelta
from uuid import uuid4

import pytest
from peers import days

from alongside.records import actions
from alongside.records.models import PersonnelRecord, ProviderApproval, TreatmentEpisode
from alongside.reviews.ask import ask_all
from people import a_participant

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db


@pytest.fixture
def reads(client, as_user, coordinator_a, peers):
    as_user(client, coordinator_a)
    return client


def sent(client, address, **said):
    return client.post(address, {"token": uuid4(), **said}, follow=True)


def open_lines(member, rule, on):
    """The ids of what a rule finds not met of a staff member."""
    (answer,) = [one for one in ask_all("staff", member.pk, on=on) if one.rule == rule]
    return {criterion.id for criterion in answer.criteria if criterion.holds is False}


def test_a_file_becomes_whole_paper_by_paper(reads, peers, acting_for, program_a):
    address = f"/staff/{peers.crss.pk}/qualifications/paper/"
    with acting_for(program_a):
        assert "IL-HR-2.registry" in open_lines(peers.crss, "IL-HR-2", peers.on)

    page = sent(reads, address, kind="worker_registry", dated_on=days(peers.on, -1), is_substantiated="no")

    assert "Check of the Health Care Worker Registry" in page.content.decode()
    assert "No finding" in page.content.decode()
    with acting_for(program_a):
        assert PersonnelRecord.objects.get().is_substantiated is False
        assert open_lines(peers.crss, "IL-HR-2", peers.on) == {"IL-HR-2.act", "IL-HR-2.list"}


def test_a_percent_that_is_none_is_said_and_nothing_kept(reads, peers, acting_for, program_a):
    address = f"/staff/{peers.crss.pk}/qualifications/paper/"

    answer = sent(reads, address, kind="job_description", recovery_support_percent="140")

    assert answer.status_code == 422
    with acting_for(program_a):
        assert not PersonnelRecord.objects.exists()


def test_a_paper_is_corrected(reads, peers, acting_for, program_a):
    with acting_for(program_a):
        paper = actions.file_paper(staff=peers.crss, kind="rule_50_training", dated_on=peers.since, **peers.said)

    address = f"/staff/{peers.crss.pk}/qualifications/paper/{paper.pk}/"
    sent(reads, address, kind="rule_50_training", dated_on=days(peers.on, -3), version=paper.version)

    with acting_for(program_a):
        assert PersonnelRecord.objects.get().dated_on == peers.on - timedelta(days=3)


def test_a_provider_of_illinois_shows_what_the_state_gave_it(reads, peers, acting_for, program_a):
    sent(reads, "/network/providers/new/", name="Bluebell Center", kind="cmhc", is_nonprofit_or_government="yes")
    with acting_for(program_a):
        from alongside.records.models import Provider

        center = Provider.objects.get(name="Bluebell Center")
        assert center.is_nonprofit_or_government is True

    address = f"/network/providers/{center.pk}/"
    sent(reads, f"{address}approvals/new/", kind="lpha_waiver", starts_on=days(peers.on, -9))
    page = reads.get(address).content.decode()

    assert "Good-cause waiver of the full-time LPHA" in page
    assert "Agreements" not in page
    with acting_for(program_a):
        approval = ProviderApproval.objects.get()
    sent(reads, f"{address}approvals/{approval.pk}/", kind="lpha_waiver", starts_on=days(peers.on, -9),
         ends_on=days(peers.on, -1), version=approval.version)  # fmt: skip
    with acting_for(program_a):
        assert ProviderApproval.objects.get().ends_on == peers.on - timedelta(days=1)


def test_a_time_in_treatment_is_recorded_and_ended(reads, peers, acting_for, program_a):
    with acting_for(program_a):
        person = a_participant()
    sent(reads, f"/participants/{person.pk}/treatment/new/", starts_on=days(peers.on, -20))

    page = reads.get(f"/participants/{person.pk}/enrollment/").content.decode()
    assert "Substance-use treatment" in page
    with acting_for(program_a):
        episode = TreatmentEpisode.objects.get()
    address = f"/participants/{person.pk}/treatment/{episode.pk}/"
    wrong = sent(reads, address, starts_on=days(peers.on, -20), ends_on=days(peers.on, -30), version=episode.version)
    assert wrong.status_code == 422
    sent(reads, address, starts_on=days(peers.on, -20), ends_on=days(peers.on, -2), version=episode.version)
    with acting_for(program_a):
        assert TreatmentEpisode.objects.get().ends_on == peers.on - timedelta(days=2)


def test_another_state_has_none_of_these_pages(client, as_user, coordinator_a):
    as_user(client, coordinator_a)
    nobody = uuid4()

    for address in (f"/network/providers/{nobody}/approvals/new/", f"/participants/{nobody}/treatment/new/"):
        assert client.get(address).status_code == 404
