"""The roles somebody serves and writes in on a day: a certificate counts while it is current, as the peer's role."""

from datetime import timedelta

import pytest

from alongside.records import actions
from alongside.reviews.roles_held import are_peers, is_dual, roles_held

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db


@pytest.fixture
def held(peers, acting_for, program_a):
    def roles(member, on=None):
        with acting_for(program_a):
            return roles_held(member.pk, on or peers.on)

    return roles


def test_each_has_the_role_their_papers_give(held, peers):
    assert held(peers.crss) == ["crss"]
    assert held(peers.qmhp) == ["qmhp"]
    assert held(peers.lpha) == ["lpha"]


def test_a_certificate_that_lapsed_gives_none(held, peers):
    assert held(peers.crss, peers.on + timedelta(days=40)) == ["crss"]
    assert held(peers.crss, peers.on + timedelta(days=41)) == []


def test_a_degree_makes_an_mhp_of_a_peer_only_where_the_role_is_assigned_too(held, peers, acting_for, program_a):
    with acting_for(program_a):
        degree = {"level": "bachelor", "field": "social_work", "conferred_on": peers.since}
        actions.record_degree(staff=peers.crss, **degree, **peers.said)
    assert held(peers.crss) == ["crss"]
    with acting_for(program_a):
        actions.assign_role(staff=peers.crss, role="mhp", starts_on=peers.since, **peers.said)
    assert held(peers.crss) == ["mhp", "crss"]
    with acting_for(program_a):
        actions.assign_role(staff=peers.crss, role="qmhp", starts_on=peers.since, **peers.said)
    assert held(peers.crss) == ["qmhp", "mhp", "crss"]
    assert is_dual(held(peers.crss))


def test_roles_outside_the_ladder_are_assigned_or_licensed(held, peers, acting_for, program_a):
    with acting_for(program_a):
        worker = peers.hired("P8", "Linnet", "peer_support_worker")
        counselor = peers.hired("P9", "Bunting", "substance_use_professional")
        licensed = actions.hire(
            program=program_a, staff_number="P10", family_name="Veery", given_name="Ada", started_on=peers.since,
            **peers.said,
        )  # fmt: skip
        actions.record_credential(staff=licensed, kind="cadc", issued_on=peers.since, **peers.said)

    assert held(worker) == ["peer_support_worker"]
    assert held(counselor) == ["substance_use_professional"]
    assert held(licensed) == ["substance_use_professional"]
    with acting_for(program_a):
        actions.assign_role(staff=licensed, role="qmhp", starts_on=peers.since, **peers.said)
    assert held(licensed) == ["qmhp"]


def test_who_left_or_is_nobody_holds_none(held, peers, acting_for, program_a):
    with acting_for(program_a):
        actions.end_employment(staff=peers.crss, ended_on=peers.on - timedelta(days=1), **peers.said)
        assert roles_held(None, peers.on) == []
    assert held(peers.crss) == []


def test_only_who_serves_in_peers_roles_alone_is_a_peer_alone():
    assert are_peers(["crss", "cprs"])
    assert not are_peers(["qmhp", "crss"])
    assert not are_peers([])
