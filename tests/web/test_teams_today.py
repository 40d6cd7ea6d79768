"""What is owed about a team stands in Today for those who see teams, with its name and page, and for nobody else."""

from datetime import timedelta

import pytest

from alongside.access.roles import Role
from alongside.records import actions
from alongside.reviews.answers import fresh
from alongside.reviews.models import Answer
from alongside.reviews.scope import answers_seen

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db


@pytest.fixture
def team(peers, acting_for, program_a):
    """A CST team without a certified peer since ten days ago."""
    with acting_for(program_a):
        made = actions.start_team(
            program=program_a, name="Coneflower team", kind="cst", starts_on=peers.since, **peers.said
        )
        last = peers.on - timedelta(days=10)
        actions.join_team(team=made, staff=peers.crss, ends_on=last, has_lived_experience=True, **peers.said)
        return made


def text(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("role", ["supervisor", "coordinator"])
def test_the_team_stands_in_today_with_its_page(client, as_user, request, team, role):
    as_user(client, request.getfixturevalue(f"{role}_a"))
    shown = text(client.get("/", {"who": "team"}))

    assert f'href="/teams/{team.pk}/">Coneflower team' in shown
    assert "IL-CRED-CST" in shown
    assert text(client.get(f"/why/IL-CRED-CST/{team.pk}/"))


@pytest.mark.parametrize("role", [Role.BILLER, Role.DIRECT_STAFF])
def test_who_sees_no_teams_sees_no_answer_about_one(client, as_user, member, program_a, team, role, peers, acting_for):
    actor = member(program_a, role, staff_id=peers.crss.pk)
    with acting_for(program_a):
        fresh(peers.on)
        assert Answer.objects.filter(root_table="team").exists()
        assert not answers_seen(actor).filter(root_table="team").exists()
    as_user(client, actor)

    assert "Coneflower team" not in client.get("/").content.decode()
    assert client.get(f"/why/IL-CRED-CST/{team.pk}/").status_code == 404


def test_a_team_that_ended_owes_nothing_today(client, as_user, supervisor_a, peers, acting_for, program_a, team):
    with acting_for(program_a):
        type(team).objects.filter(pk=team.pk).update(ends_on=peers.on - timedelta(days=1))
    as_user(client, supervisor_a)

    assert "Coneflower team" not in client.get("/", {"who": "team"}).content.decode()
