"""Direct staff meet the participants whose plans name their provider, or whom they served lately, and nobody else."""

from datetime import timedelta

import pytest

from alongside.access import policies
from alongside.access.policies import NotAllowed, may_see_participant
from alongside.access.roles import Role
from alongside.records.models import Participant
from people import TODAY, a_line, a_participant, a_peer_specialist, a_service, a_service_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(acting_for, program_a, member, monkeypatch):
    monkeypatch.setattr(policies, "today", lambda: TODAY)
    with acting_for(program_a):
        staff = a_peer_specialist()
    return member(program_a, Role.DIRECT_STAFF, staff_id=staff.pk, provider_id=staff.provider_id), staff


def met(actor, person):
    listed = Participant.objects.filter(may_see_participant.rows(actor), pk=person.pk).exists()
    assert listed is may_see_participant.allowed(actor, person)
    return listed


def test_a_plan_line_for_ones_provider_opens_the_participant(worker, acting_for, program_a):
    actor, staff = worker
    with acting_for(program_a):
        served, other = a_participant(), a_participant()
        a_service_plan(served, lines=[a_line(provider=staff.provider)])

        assert met(actor, served)
        assert not met(actor, other)
        with pytest.raises(NotAllowed, match="the participants you serve"):
            may_see_participant(actor, other)


@pytest.mark.parametrize(("ended_ago", "is_met"), [(29, True), (30, True), (31, False)])
def test_a_month_after_the_last_line_ended_the_participant_is_closed(worker, acting_for, program_a, ended_ago, is_met):
    actor, staff = worker
    with acting_for(program_a):
        served = a_participant()
        ended_on = TODAY - timedelta(days=ended_ago)
        line = a_line(provider=staff.provider, starts_on=ended_on - timedelta(days=90), ends_on=ended_on)
        a_service_plan(served, completed_on="2026-06-01", lines=[line])

        assert met(actor, served) is is_met


def test_whoever_served_lately_still_finds_the_participant(worker, acting_for, program_a):
    actor, staff = worker
    with acting_for(program_a):
        served = a_participant()
        a_service(served, staff)

        assert met(actor, served)


def test_whoever_is_not_known_to_work_here_meets_nobody(acting_for, program_a, direct_staff_a):
    with acting_for(program_a):
        served = a_participant()
        a_service_plan(served, lines=[a_line(provider=None)])

        assert not met(direct_staff_a, served)
