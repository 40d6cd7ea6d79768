"""Teams: one event, three answers. Members by date, the clock of each kind, more time for a grant alone."""

from calendar import monthrange
from datetime import timedelta
from uuid import uuid4

import pytest
from peers import days

from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import Credential, Team, TeamMember
from alongside.reviews.answers import fresh
from alongside.reviews.models import Answer

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client, as_user, coordinator_a, peers, acting_for, program_a):
    """Make a team with the CRSS on it and show its page, as the coordinator reads it."""
    as_user(client, coordinator_a)

    def make(kind, **more):
        with acting_for(program_a):
            made = actions.start_team(
                program=program_a, name=f"{kind} team", kind=kind, starts_on=peers.since, **peers.said
            )
            actions.join_team(team=made, staff=peers.crss, has_lived_experience=True, **more, **peers.said)
        return made

    return make


def text(client, made, **asked):
    response = client.get(f"/teams/{made.pk}/", asked)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def sent(client, address, **said):
    return client.post(address, {"token": uuid4(), **said}, follow=True)


def test_the_only_crss_leaves_and_each_team_is_told_something_else(client, team, peers, acting_for, program_a):
    last = peers.on - timedelta(days=10)
    teams = {kind: team(kind, ends_on=last) for kind in ("act", "cst", "crisis_590")}
    with acting_for(program_a):
        young = peers.hired("P7", "Linnet", "engagement_specialist")
        for made in teams.values():
            actions.join_team(team=made, staff=young, has_lived_experience=True, **peers.said)

    act, cst, grant = (text(client, teams[kind]) for kind in ("act", "cst", "crisis_590"))

    assert "18 months from the day of hire. Nobody can add to them." in act
    assert "within 18 months after his/her date of hire" in act
    assert "Days without one so far: <strong>10</strong>" in cst
    assert "No time is allowed" in cst
    assert "(no time allowance)" in cst
    assert "The year ends on" in grant
    assert "Days without one so far: <strong>0</strong>" in text(client, teams["cst"], on=str(last))


def test_the_only_crss_leaves_both_teams_on_one_day_and_the_outcomes_are_opposite(
    client, team, peers, acting_for, program_a
):
    """The ACT team has what is left of its newest peer's 18 months; the CST team has none."""
    last, hired = peers.on - timedelta(days=1), peers.on - timedelta(days=100)
    act, cst = (team(kind, ends_on=last) for kind in ("act", "cst"))
    with acting_for(program_a):
        young = actions.hire(
            program=program_a, staff_number="P7", family_name="Linnet", given_name="Ivo", started_on=hired, **peers.said
        )
        for made in (act, cst):
            actions.join_team(team=made, staff=young, has_lived_experience=True, **peers.said)
        fresh(peers.on)
        kept = {
            answer.rule: answer
            for answer in Answer.objects.filter(key__in=[act.pk, cst.pk]).exclude(answer="does not apply")
        }

    assert {rule: answer.answer for rule, answer in kept.items()} == {
        "IL-CRED-ACT": "not yet due", "IL-CRED-CST": "not met",
    }  # fmt: skip
    assert kept["IL-CRED-ACT"].due_on == after_months(hired, 18)
    assert "P7" in kept["IL-CRED-ACT"].next_step
    assert "There is no time allowance" in kept["IL-CRED-CST"].next_step
    assert "Not yet due" in text(client, act)
    assert "18 months from the day of hire. Nobody can add to them." in text(client, act)
    assert "Not met" in text(client, cst)
    assert "No time is allowed" in text(client, cst)
    on_the_last_day = [text(client, made, on=str(last)) for made in (act, cst)]
    assert not any(word in page for word in ("Not met", "Not yet due") for page in on_the_last_day)


def after_months(day, months):
    """The same day of the month so many months later, or the last one of a shorter month."""
    month = day.month - 1 + months
    last = monthrange(day.year + month // 12, month % 12 + 1)[1]
    return day.replace(year=day.year + month // 12, month=month % 12 + 1, day=min(day.day, last))


def test_more_time_counts_for_the_grant_alone(client, team, peers, acting_for, program_a):
    grant, act = team("crisis_590"), team("act")
    with acting_for(program_a):
        Credential.objects.filter(staff=peers.crss).delete()
    said = {"approved_on": str(peers.on), "approved_by": "K. Moss, DBHR", "ends_on": days(peers.on, 30)}

    for made in (grant, act):
        assert "have its person" in text(client, made) or "within a year" in text(client, made)
        page = sent(client, f"/teams/{made.pk}/extension/add/", staff="", **said).content.decode()
        assert "K. Moss, DBHR" in page
        assert "Everybody on the team" in page

    assert "More time allowed to <strong>" in text(client, grant)
    assert "For this team it does not count" in text(client, act)
    assert "Not met" in text(client, act)


def test_a_team_is_added_and_somebody_joins_and_leaves(client, as_user, coordinator_a, peers, acting_for, program_a):
    as_user(client, coordinator_a)
    assert "No team is recorded" in client.get("/teams/").content.decode()
    page = sent(client, "/teams/new/", name="Alder team", kind="cst", starts_on=str(peers.since)).content.decode()
    assert "Next: who is on it." in page
    with acting_for(program_a):
        made = Team.objects.get()

    sent(client, f"/teams/{made.pk}/member/add/", staff=str(peers.crss.pk), starts_on="", has_lived_experience="yes")
    listed = client.get("/teams/").content.decode()
    assert "Ada Wren" in listed
    assert "Alder team" in listed

    with acting_for(program_a):
        row = TeamMember.objects.get()
    address = f"/teams/{made.pk}/member/{row.pk}/"
    assert "Ada Wren" in client.get(address).content.decode()
    sent(client, address, ends_on=days(peers.on, -1), has_lived_experience="yes", version=1)
    assert "Not met" in text(client, made)

    sent(client, f"/teams/{made.pk}/correct/", name="Alder team", kind="cst", starts_on=str(peers.since),
         ends_on=days(peers.on, -1), version=1)  # fmt: skip
    assert "Nothing is asked on this day" in text(client, made)


@pytest.mark.parametrize(("kind", "said"), [
    ("member", {}), ("member", {"staff": "song"}), ("member", {"starts_on": "2199-01-01"}),
    ("extension", {}), ("extension", {"approved_on": "2026-01-01"}),
])  # fmt: skip
def test_what_is_not_in_order_is_refused(client, team, kind, said):
    made = team("act")

    assert client.post(f"/teams/{made.pk}/{kind}/add/", {"token": uuid4(), **said}).status_code == 422
    assert client.get(f"/teams/{made.pk}/song/add/").status_code == 404
    assert client.get(f"/teams/{made.pk}/song/{uuid4()}/").status_code == 404


def test_two_teams_of_one_name_are_refused(client, team):
    team("act")

    assert client.post("/teams/new/", {"token": uuid4(), "name": "act team", "kind": "cst"}).status_code == 422


def test_a_supervisor_reads_teams_and_changes_none(client, as_user, member, program_a, team):
    made = team("cst")
    as_user(client, member(program_a, Role.SUPERVISOR))

    page = text(client, made)

    assert "Add a member" not in page
    assert client.get(f"/teams/{made.pk}/member/add/").status_code == 403


def test_the_menu_shows_teams_to_programs_of_peers_alone(client, as_user, coordinator_a, coordinator_b, peers):
    assert 'href="/teams/"' in as_user(client, coordinator_a).get("/").content.decode()
    assert 'href="/teams/"' not in as_user(client, coordinator_b).get("/").content.decode()
