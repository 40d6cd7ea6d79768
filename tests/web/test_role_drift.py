"""Role drift: who shows which signals, by month, with the services and papers behind them, to those who supervise."""

from datetime import timedelta

import pytest

from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import ReportSection, Service
from alongside.web.views import role_drift
from people import a_participant

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db


@pytest.fixture
def uma(peers, acting_for, program_a):
    with acting_for(program_a):
        return a_participant(enrolled_on=str(peers.since))


@pytest.fixture
def gave(uma, peers, acting_for, program_a):
    def make(kind="community_support", days=3, role="crss", **more):
        with acting_for(program_a):
            return Service.objects.create(
                program=program_a, participant=uma, staff=peers.crss, kind=kind, role=role,
                served_on=peers.on - timedelta(days=days), **more,
            )  # fmt: skip

    return make


def text(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_team_page_counts_and_gives_no_score(client, as_user, supervisor_a, gave, peers):
    gave()
    gave("therapy")
    gave("therapy", days=40)
    as_user(client, supervisor_a)
    shown = text(client.get("/staff/role-drift/"))

    assert "Ada Wren" in shown
    assert "Gave clinical services in a peer’s role" in shown
    assert "<strong>2</strong>" in shown
    assert "not a score" in shown


def test_one_worker_by_month_with_its_line_and_the_services_behind(
    client, as_user, supervisor_a, gave, peers, uma, acting_for, program_a
):
    gave("therapy")
    with acting_for(program_a):
        plan = actions.write_plan(
            participant=uma, completed_on=peers.on, author=peers.crss, author_role="crss", goals="Sleep.", **peers.said
        )
    as_user(client, supervisor_a)
    shown = text(client.get(f"/staff/{peers.crss.pk}/role-drift/"))

    assert "this does not mean that they should provide those services" in shown
    assert "the peer specialist should not be the person completing the treatment plan" in shown
    assert f"/participants/{uma.pk}/plans/{plan.pk}/" in shown
    assert peers.on.strftime("%b %Y") in shown
    assert uma.name in shown


def test_a_clinical_role_shows_nothing_and_the_page_says_what_was_looked_through(
    client, as_user, supervisor_a, gave, peers
):
    gave("therapy", role="qmhp")
    as_user(client, supervisor_a)
    shown = text(client.get(f"/staff/{peers.crss.pk}/role-drift/"))

    assert "No signal in these months" in shown
    assert "Nobody worked as a peer in these months" in text(client.get("/staff/role-drift/"))


def test_what_another_peer_wrote_in_a_report_is_not_this_workers(
    client, as_user, supervisor_a, peers, uma, acting_for, program_a
):
    with acting_for(program_a):
        other = peers.hired("P9", "Finch", "crss")
        said = {"program": program_a, "participant": uma, "written_on": peers.on, "section": "facts_seen"}
        ReportSection.objects.create(staff=peers.crss, written_as="crss", body="She sat on the step.", **said)
        ReportSection.objects.create(staff=other, written_as="crss", body="He is at high risk.", **said)
    as_user(client, supervisor_a)

    assert "No signal" in text(client.get(f"/staff/{peers.crss.pk}/role-drift/"))
    assert "Wrote of risk, intent or diagnosis" in text(client.get(f"/staff/{other.pk}/role-drift/"))


def test_the_look_is_told_to_those_whose_records_were_looked_through(
    client, as_user, supervisor_a, gave, peers, uma, monkeypatch
):
    told = []
    monkeypatch.setattr(
        role_drift, "record_search", lambda about, *, found, listed: told.append((about, found, listed))
    )
    gave("therapy")
    as_user(client, supervisor_a)
    client.get(f"/staff/{peers.crss.pk}/role-drift/")
    client.get("/staff/role-drift/")

    assert told == [("service", 1, [uma.pk])] * 2


def test_who_serves_sees_neither_page(client, as_user, member, peers, program_a):
    as_user(client, member(program_a, Role.DIRECT_STAFF, staff_id=peers.crss.pk))

    assert client.get("/staff/role-drift/").status_code == 403
    assert client.get(f"/staff/{peers.crss.pk}/role-drift/").status_code == 403
