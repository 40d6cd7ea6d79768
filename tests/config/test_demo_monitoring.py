"""The demo shows each kind of plan and a visit with its list, and loading it again changes nothing."""

from datetime import date

import pytest

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.config.demo_monitoring import COORDINATOR, COUNTY, add_monitoring
from alongside.exchange.demo_county import load
from alongside.reviews.models import CorrectiveActionPlan, MonitoringVisit, PlanOfAction, RequestState

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)


def test_the_demo_shows_plans_in_every_stage_and_the_next_visit():
    load(ON)
    add_monitoring(ON)
    add_monitoring(ON)

    somebody = User.objects.get(email=COORDINATOR)
    with acting(actor=somebody):
        program = Program.objects.get(name=COUNTY)
    with acting(program=program, actor=somebody):
        assert sorted(plan.state for plan in PlanOfAction.objects.all()) == ["accepted", "asked", "asked"]
        assert [plan.state for plan in CorrectiveActionPlan.objects.all()] == ["in_force"]
        visit = MonitoringVisit.objects.get(visited_on=None)
        states = [request.state for request in visit.requests.all()]
        assert len(states) >= 15
        assert {RequestState.ASKED, RequestState.SENT} == set(states)
