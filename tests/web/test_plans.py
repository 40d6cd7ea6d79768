"""A participant's plans to read: the cycle, the plan in force, who signed, what changed; and who may open them."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.access.clock import today
from alongside.access.roles import Role
from alongside.records import actions
from people import a_line, a_participant, a_peer_specialist, a_provider, a_service_plan, sign

pytestmark = pytest.mark.django_db
SAID = {"on": today(), "by": None}


@pytest.fixture
def coordinator(client, as_user, coordinator_a):
    return as_user(client, coordinator_a)


@pytest.fixture
def uma(acting_for, program_a):
    with acting_for(program_a):
        return a_participant(documents=["2025-08-20", "2026-02-20"])


@pytest.fixture
def plan(acting_for, program_a, uma):
    with acting_for(program_a):
        return a_service_plan(uma, lines=[a_line(provider=a_provider(), goal_number=1)])


def text(response):
    return " ".join(response.content.decode().split())


def test_the_tab_shows_the_cycle_the_plan_in_force_and_who_is_missing(coordinator, uma, plan):
    page = text(coordinator.get(f"/participants/{uma.pk}/plans/"))

    for words in (
        "Initial enrollment set",
        "Six-month update",
        "Annual recertification",
        "I want to cook for my sister.",
    ):
        assert words in page
    assert "Still missing: the participant" in page
    assert "Still missing: the service coordinator" in page
    assert "No assessment is on record" not in page


def test_whoever_acts_for_the_participant_may_sign_in_their_place(coordinator, uma, plan, acting_for, program_a):
    with acting_for(program_a):
        actions.add_representative(participant=uma, kind="guardian", name="Rae Hazel", **SAID)

    assert "Still missing: the participant or Rae Hazel" in text(
        coordinator.get(f"/participants/{uma.pk}/plans/{plan.pk}/")
    )


def test_somebody_with_nothing_on_record_is_told_what_to_begin_with(coordinator, acting_for, program_a):
    with acting_for(program_a):
        new = a_participant()
    page = text(coordinator.get(f"/participants/{new.pk}/plans/"))

    assert "No service plan is on record yet. Begin with the assessment" in page
    assert "Write the initial plan" in page or "Write the six-month update" in page or "Write the annual plan" in page


def test_a_plan_shows_what_changed_and_its_amendments(coordinator, uma, plan, acting_for, program_a):
    with acting_for(program_a):
        lines = [a_line(provider=a_provider(), frequency="daily"), a_line("peer_support", outcome="Goes out")]
        amendment = actions.amend_plan(
            plan=plan, reason="Found work.", completed_on=date(2026, 11, 3), lines=lines, **SAID
        )

    page = text(coordinator.get(f"/participants/{uma.pk}/plans/{amendment.pk}/"))
    assert "What changed since the plan of 2 November 2026" in page
    assert "<del>twice a week</del> <ins>daily</ins>" in page
    assert "Added</strong> <span>Goes out" in page
    assert "Why: Found work." in page

    before = text(coordinator.get(f"/participants/{uma.pk}/plans/{plan.pk}/"))
    assert "Amended 3 November 2026: Found work." in before
    tab = text(coordinator.get(f"/participants/{uma.pk}/plans/"))
    assert tab.index("Found work.") > tab.index("Earlier plans and amendments")


def test_who_signed_stands_on_the_page_and_nothing_changes_it_any_more(coordinator, uma, plan, acting_for, program_a):
    with acting_for(program_a):
        signature = sign(plan)
    page = text(coordinator.get(f"/participants/{uma.pk}/plans/{plan.pk}/"))

    assert f"{signature.signer_name}, participant" in page
    assert "Change it" not in page
    assert "Amend" in page
    assert "The signed document" in page


def test_an_assessment_and_a_support_plan_are_read_in_words(coordinator, uma, acting_for, program_a):
    with acting_for(program_a):
        assessment = actions.write_assessment(
            participant=uma, completed_on=date(2026, 11, 1), on=today(), by=None,
            texts={"setting_needed": "own_home", "what_matters": "My own kitchen.", "is_in_person": True},
        )  # fmt: skip
        support = actions.write_support_plan(
            participant=uma, completed_on=date(2026, 11, 1), when_well="I hum.", on=today(), by=None
        )

    page = text(coordinator.get(f"/participants/{uma.pk}/assessments/{assessment.pk}/"))
    assert "My own kitchen." in page
    assert "in person" in page
    four = text(coordinator.get(f"/participants/{uma.pk}/support-plans/{support.pk}/"))
    assert "I hum." in four
    assert four.count("Not written yet") == 3


def test_direct_staff_read_the_plans_of_those_they_serve_and_write_support_plans_only(
    client, as_user, member, uma, plan, acting_for, program_a
):
    with acting_for(program_a):
        staff = a_peer_specialist(provider=plan.lines.get().provider)
    worker = as_user(client, member(program_a, Role.DIRECT_STAFF, staff_id=staff.pk, provider_id=staff.provider_id))
    tab = worker.get(f"/participants/{uma.pk}/plans/")

    assert tab.status_code == 200
    assert "Write a support plan" in text(tab)
    assert "Write an assessment" not in text(tab)
    assert worker.get(f"/participants/{uma.pk}/plans/new/").status_code == 403
    assert worker.get(f"/participants/{uma.pk}/support-plans/new/").status_code == 200
    assert worker.post(f"/participants/{uma.pk}/plans/change/service_plan/{plan.pk}/").status_code == 403


PAGES_OF_ONE = (
    "plans/", "plans/{key}/", "plans/new/", "assessments/new/", "assessments/{key}/", "support-plans/new/",
    "support-plans/{key}/", "plans/drafts/{key}/", "plans/change/service_plan/{key}/",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES_OF_ONE)
def test_another_programs_participant_is_not_there(client, as_user, coordinator_b, uma, plan, page):
    stranger = as_user(client, coordinator_b)

    assert stranger.get(f"/participants/{uma.pk}/{page.format(key=plan.pk)}").status_code == 404


@pytest.mark.parametrize("page", [page for page in PAGES_OF_ONE if "{key}" in page])
def test_what_belongs_to_another_participant_is_not_there(coordinator, plan, acting_for, program_a, page):
    with acting_for(program_a):
        lee = a_participant(given_name="Lee")

    assert coordinator.get(f"/participants/{lee.pk}/{page.format(key=plan.pk)}").status_code == 404
    assert coordinator.get(f"/participants/{lee.pk}/{page.format(key=uuid4())}").status_code == 404


def test_odd_kinds_are_not_there(coordinator, uma, plan):
    assert coordinator.get(f"/participants/{uma.pk}/plans/change/nonsense/{plan.pk}/").status_code == 404
    assert coordinator.post(f"/participants/{uma.pk}/plans/check/nonsense/").status_code == 404
    assert coordinator.get(f"/participants/{uma.pk}/plans/check/service_plan/").status_code == 404


def test_ten_plans_cost_no_more_queries_than_one(coordinator, uma, plan, acting_for, program_a):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert coordinator.get(f"/participants/{uma.pk}/plans/").status_code == 200
        return len(found)

    queries()
    one = queries()
    with acting_for(program_a):
        for month in range(1, 10):
            a_service_plan(uma, completed_on=f"2026-{month:02d}-15", lines=[a_line(), a_line("peer_support")])

    assert queries() <= one
