"""A program that works under the Illinois pack: its stored answers equal recomputed ones, whoever's papers change."""

from datetime import date, timedelta

import pytest
from django.db import connection
from test_answers_stay_fresh import recomputed, stored

from alongside.access.models import Program
from alongside.facts.world import World
from alongside.records.models import Credential, RoleAssignment, StaffMember, Supervision, TeamMember
from alongside.reviews.answers import fresh
from alongside.reviews.models import Answer
from packs.bundled_illinois import bundles, own
from worlds.storing import storable, store, uuid_of

ON = date(2026, 3, 10)


@pytest.fixture
def agency(in_program_a):
    """Program A under the Illinois pack, with the world of the worked cases of one rule, or of one of them."""
    Program.objects.filter(pk=in_program_a.pk).update(pack="illinois_peer")

    def of(rule, on=ON, only=None):
        _on, _choices, cases, world = next(one for one in bundles(rule) if one[0] == on and not one[1])
        keys = {case.id: key for key, case in cases.items()}
        tables = own(cases[keys[only]].tables, keys[only].rpartition(" ")[0]) if only else world.tables
        store(storable(World(tables).tables), in_program_a)
        fresh(on)
        return keys

    return of


def word(rule, key):
    return Answer.objects.get(rule=rule, key=key).answer


@pytest.mark.parametrize(("rule", "on"), [
    ("IL-ORG-1", ON), ("IL-CRED-ACT", date(2026, 3, 2)), ("IL-CRED-CST", date(2026, 3, 2)),
])  # fmt: skip
def test_stored_equals_recomputed_as_days_go_by(agency, rule, on):
    agency(rule, on)

    for days in (0, 1, 300):
        fresh(on + timedelta(days=days))
        assert stored() == recomputed(on + timedelta(days=days)), days


def test_an_lphas_license_reaches_the_services_two_steps_below(agency):
    cases = agency("IL", only="A1")
    service = uuid_of("service_id", cases["A1"])
    top = Credential.objects.get(kind="lpha", staff__supervises__staff__supervises__staff__services=service)
    assert word("IL", service) == "met"

    top.expires_on = date(2026, 3, 1)
    top.save()
    fresh(ON)

    assert word("IL", service) == "not met"
    assert stored() == recomputed(ON)


def test_a_link_that_ends_and_a_role_that_ends_reach_it_too(agency):
    service = uuid_of("service_id", agency("IL", only="A1")["A1"])
    giver = StaffMember.objects.get(services=service)
    link = Supervision.objects.get(staff=Supervision.objects.get(staff=giver).supervisor)

    Supervision.objects.filter(pk=link.pk).update(ends_on=date(2026, 3, 1))
    fresh(ON)
    assert word("IL", service) == "not met"

    Supervision.objects.filter(pk=link.pk).update(ends_on=None)
    fresh(ON)
    assert word("IL", service) == "met"

    RoleAssignment.objects.filter(staff=link.staff).update(ends_on=date(2026, 3, 1))
    fresh(ON)
    assert word("IL", service) == "not met"
    assert stored() == recomputed(ON)


def test_a_certificate_reaches_the_team_and_the_license_the_agency(agency):
    agency("IL-ORG-1")
    assert set(Answer.objects.filter(rule="IL-ORG-1", answer="met").values_list("root_table", flat=True)) == {
        "provider"
    }

    Credential.objects.filter(kind="lpha").update(issued_on=None, expires_on=date(2026, 3, 9))
    fresh(ON)

    assert not Answer.objects.filter(rule="IL-ORG-1", answer="met").exists()
    assert stored() == recomputed(ON)


def test_a_peer_certified_on_a_team_is_answered_at_once(agency):
    team = uuid_of("team_id", agency("IL-CRED-CST", date(2026, 3, 2))["D12"])
    member = TeamMember.objects.get(team=team)

    Credential.objects.create(program=member.program, staff=member.staff, kind="crss", issued_on=date(2024, 1, 1))
    fresh(date(2026, 3, 2))

    assert word("IL-CRED-CST", team) == "met"
    assert stored() == recomputed(date(2026, 3, 2))


def test_answers_of_another_states_rules_are_not_among_them(agency):
    agency("IL", only="A1")

    assert all(rule.startswith("IL") for rule in Answer.objects.values_list("rule", flat=True).distinct())
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from stale")
        assert cursor.fetchone() == (0,)
