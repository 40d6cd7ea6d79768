"""A participant's plans: the cycle, the plan in force, who signed, what changed; who may read and write them."""

import pytest

from people import a_line, a_participant, a_provider, a_service_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, as_user, coordinator_a):
    return as_user(client, coordinator_a)


@pytest.fixture
def uma(acting_for, program_a):
    with acting_for(program_a):
        return a_participant(documents=["2025-08-20", "2026-02-20"])


def text(response):
    return " ".join(response.content.decode().split())


def test_smoke(coordinator, uma, acting_for, program_a):
    with acting_for(program_a):
        plan = a_service_plan(uma, lines=[a_line(provider=a_provider())])
    page = coordinator.get(f"/participants/{uma.pk}/plans/")
    assert page.status_code == 200, text(page)
    page = coordinator.get(f"/participants/{uma.pk}/plans/{plan.pk}/")
    assert page.status_code == 200
    page = coordinator.get(f"/participants/{uma.pk}/plans/new/")
    assert page.status_code == 200
    page = coordinator.get(f"/participants/{uma.pk}/assessments/new/")
    assert page.status_code == 200
    page = coordinator.get(f"/participants/{uma.pk}/support-plans/new/")
    assert page.status_code == 200
