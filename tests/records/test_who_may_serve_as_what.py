"""Degrees, roles, supervision and teams: recorded with every reason against, a role before ended only when asked."""

from datetime import timedelta
from decimal import Decimal

import pytest

from alongside.records import actions
from alongside.records.models import RoleAssignment, Supervision
from alongside.records.problems import Problems

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def agency(peers, acting_for, program_a):
    with acting_for(program_a):
        yield peers


def fields(refused):
    return [problem.field for problem in refused.value.problems]


def test_a_role_goes_on_beside_a_new_one_unless_asked_otherwise(agency):
    actions.assign_role(staff=agency.crss, role="qmhp", starts_on=agency.on, **agency.said)
    assert RoleAssignment.objects.filter(staff=agency.crss).current(agency.on).count() == 2

    later = agency.on + DAY
    actions.assign_role(staff=agency.crss, role="mhp", starts_on=later, is_instead=True, **agency.said)

    assert [one.role for one in RoleAssignment.objects.filter(staff=agency.crss).current(later)] == ["mhp"]
    assert RoleAssignment.objects.filter(staff=agency.crss).current(agency.on).count() == 2


def test_the_same_role_twice_at_once_is_refused(agency):
    with pytest.raises(Problems) as refused:
        actions.assign_role(staff=agency.crss, role="crss", starts_on=agency.on, **agency.said)
    assert fields(refused) == ["starts_on"]


def test_nobody_supervises_themselves_or_before_they_came(agency):
    early = agency.since - DAY
    with pytest.raises(Problems) as refused:
        actions.supervise(staff=agency.crss, supervisor=agency.crss, starts_on=early, **agency.said)
    assert set(fields(refused)) == {"supervisor", "starts_on"}


def test_a_circle_is_refused_and_one_that_was_over_before_is_none(agency):
    with pytest.raises(Problems) as refused:
        actions.supervise(staff=agency.lpha, supervisor=agency.crss, starts_on=agency.on, **agency.said)
    assert fields(refused) == ["supervisor"]

    link = Supervision.objects.get(staff=agency.crss)
    actions.correct(record=link, version=1, changes={"ends_on": agency.on - DAY}, **agency.said)

    actions.supervise(staff=agency.lpha, supervisor=agency.crss, starts_on=agency.on, **agency.said)
    link.refresh_from_db()
    with pytest.raises(Problems):  # opened again, the old link would close the circle
        actions.correct(record=link, version=link.version, changes={"ends_on": None}, **agency.said)


def test_a_new_supervisor_instead_of_the_one_before(agency):
    actions.supervise(
        staff=agency.crss, supervisor=agency.lpha, starts_on=agency.on, is_instead=True, **agency.said
    )  # fmt: skip

    now = Supervision.objects.filter(staff=agency.crss).current(agency.on)
    assert [one.supervisor for one in now] == [agency.lpha]
    with pytest.raises(Problems) as refused:
        actions.supervise(staff=agency.crss, supervisor=agency.lpha, starts_on=None, is_instead=True, **agency.said)
    assert fields(refused) == ["starts_on"]


@pytest.mark.parametrize("hours", [None, Decimal("0"), Decimal("25")])
def test_a_session_has_hours_of_one_day(agency, hours):
    with pytest.raises(Problems) as refused:
        actions.log_supervision(
            staff=agency.crss, supervisor=agency.qmhp, held_on=agency.on, hours=hours, **agency.said
        )  # fmt: skip
    assert fields(refused) == ["hours"]


def test_a_session_is_logged_and_not_ahead(agency):
    said = {"staff": agency.crss, "supervisor": agency.qmhp, "hours": Decimal("1.5"), **agency.said}

    assert actions.log_supervision(held_on=agency.on, **said).hours == Decimal("1.5")
    with pytest.raises(Problems):
        actions.log_supervision(held_on=agency.on + DAY, **said)


def test_every_reason_against_a_degree_and_an_experience(agency):
    with pytest.raises(Problems) as refused:
        actions.record_degree(staff=agency.crss, level="guild", conferred_on=agency.on + DAY, **agency.said)
    assert fields(refused) == ["level", "conferred_on"]
    with pytest.raises(Problems) as refused:
        actions.record_experience(staff=agency.crss, setting="", months=0, **agency.said)
    assert set(fields(refused)) == {"setting", "months"}

    assert actions.record_degree(staff=agency.crss, level="bachelor", field="psychology", **agency.said).pk
    assert actions.record_experience(staff=agency.crss, setting="mental_health", months=24, **agency.said).pk


def test_a_team_with_its_members_and_more_time(agency, program_a):
    team = actions.start_team(program=program_a, name="Alder team", kind="act", starts_on=agency.on, **agency.said)
    with pytest.raises(Problems) as refused:
        actions.start_team(program=program_a, name="Alder team", kind="cst", **agency.said)
    assert fields(refused) == ["name"]

    with pytest.raises(Problems) as refused:
        actions.join_team(team=team, staff=agency.crss, starts_on=agency.on - DAY, **agency.said)
    assert fields(refused) == ["starts_on"]
    said = {"approved_on": agency.on, "approved_by": "K. Moss", "ends_on": agency.on + DAY, **agency.said}
    with pytest.raises(Problems) as refused:
        actions.allow_extension(team=team, staff=agency.crss, **said)
    assert fields(refused) == ["staff"]

    actions.join_team(team=team, staff=agency.crss, has_lived_experience=True, **agency.said)
    with pytest.raises(Problems) as refused:
        actions.join_team(team=team, staff=agency.crss, starts_on=agency.on, **agency.said)
    assert fields(refused) == ["starts_on"]
    assert actions.allow_extension(team=team, staff=agency.crss, **said).staff == agency.crss
    assert actions.allow_extension(team=team, **said).staff is None
