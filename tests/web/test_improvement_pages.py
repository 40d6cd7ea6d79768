"""A corrective action plan goes its whole way between two people: the state reviewer and a coordinator."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.access.clock import today
from alongside.reviews.models import CorrectiveActionPlan, Evidence, PlanOfAction, PlanStep, SignedPlan

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def both(client, as_user, state_reviewer_a, coordinator_a):
    """Sends a form as one of the two; gives the response."""

    def send(who, address, **said):
        as_user(client, {"state": state_reviewer_a, "program": coordinator_a}[who])
        return client.post(address, {"token": uuid4(), **said})

    return send


@pytest.fixture
def plan(both, acting_for, program_a):
    both("state", "/corrective-plans/new/", reason="fraud_or_overbilling", reason_words="One hour was billed twice.")
    with acting_for(program_a):
        return CorrectiveActionPlan.objects.get()


def now(acting_for, program, plan):
    with acting_for(program):
        return CorrectiveActionPlan.objects.get(pk=plan.pk)


def test_concerns_in_writing_to_a_closed_plan(both, plan, acting_for, program_a, client, as_user, coordinator_a):
    at, on = f"/corrective-plans/{plan.pk}/", str(today())
    draft = {"what_0": "Take the claim back", "owner_0": "B. Sumac", "due_on_0": on, "draft": "We take it back."}
    for who, move, said in (
        ("state", "record_meeting", {"meeting_on": on}),
        ("state", "send_concerns", {"concerns": "The hour of 5 October stands on two invoices."}),
        ("program", "receive_concerns", {"notified_on": on}),
    ):
        assert both(who, f"{at}{move}/", **said).status_code == 302, move
    version = now(acting_for, program_a, plan).version
    for who, move, said in (
        ("program", "write_draft", {**draft, "version": version}),
        ("program", "send_draft", {}),
        ("state", "return_draft", {"words": "Say who looks at it again in a month."}),
        ("program", "send_draft", {}),
        ("state", "sign_plan", {}),
        ("program", "receive_copy", {"signed_copy_on": on}),
    ):
        assert both(who, f"{at}{move}/", **said).status_code == 302, move
    page = as_user(client, coordinator_a).get(at).content.decode()
    assert "In force" in page
    assert "The ten days for the draft" in page
    with acting_for(program_a):
        step, copy = PlanStep.objects.get(), SignedPlan.objects.get()
    assert copy.content_hash in page
    assert both("program", f"{at}finish_plan/").status_code == 422
    assert (
        both("program", f"/corrective-plans/steps/{step.pk}/", done_on=on, done_words="Taken back.").status_code == 302
    )
    assert both("program", f"{at}finish_plan/").status_code == 302
    assert both("state", f"{at}close_plan/").status_code == 302
    assert now(acting_for, program_a, plan).state == "closed"


def test_a_move_out_of_turn_or_of_the_other_side_is_refused(both, plan):
    at = f"/corrective-plans/{plan.pk}/"

    assert both("program", f"{at}send_concerns/", concerns="x").status_code == 403
    assert both("state", f"{at}sign_plan/").status_code == 422
    assert both("state", f"{at}dance/").status_code == 404
    assert both("program", f"{at}receive_concerns/", notified_on=str(today())).status_code == 422


def test_a_step_back_without_words_and_a_day_before_its_time_are_refused(both, plan):
    at = f"/corrective-plans/{plan.pk}/"
    both("state", f"{at}send_concerns/", concerns="The hour stands twice.")

    early = both("program", f"{at}receive_concerns/", notified_on=str(today() - timedelta(days=1)))

    assert early.status_code == 422
    assert "when the concerns were sent" in early.content.decode()


def test_a_missed_date_waits_for_a_decision_and_opens_nothing(
    both, acting_for, program_a, client, as_user, coordinator_a
):
    both(
        "state", "/plans-of-action/new/", concern="Two plans lack a signature.", asked="Send the signed pages.",
        kind="by_a_date", due_on=str(today()),
    )  # fmt: skip
    with acting_for(program_a):
        action = PlanOfAction.objects.get()
        PlanOfAction.objects.update(due_on=today() - timedelta(days=1), issued_on=today() - timedelta(days=30))
    at = f"/plans-of-action/{action.pk}/"

    page = as_user(client, coordinator_a).get(at).content.decode()
    assert "the date was missed" in page
    assert "A person must decide" in page
    assert both("program", f"{at}decide_missed/", decision="plan_follows", decided_words="x").status_code == 403
    with acting_for(program_a):
        assert not CorrectiveActionPlan.objects.exists()
    assert (
        both("state", f"{at}decide_missed/", decision="plan_follows", decided_words="Asked twice.").status_code == 302
    )
    opened = both("state", f"/corrective-plans/new/?plan_of_action={action.pk}", reason="plan_of_action_missed")
    assert opened.status_code == 302


def test_a_plan_of_action_is_answered_with_evidence_and_accepted(
    both, acting_for, program_a, client, as_user, coordinator_a, state_reviewer_a
):
    both("state", "/plans-of-action/new/", concern="No outcome in notes.", asked="Name it.", kind="as_soon_as_possible")
    with acting_for(program_a):
        action = PlanOfAction.objects.get()
    at = f"/plans-of-action/{action.pk}/"
    file = SimpleUploadedFile("notes.pdf", PDF)
    assert both("program", f"/reviews/attach/plan_of_action/{action.pk}/", file=file).status_code == 302
    assert both("program", f"/reviews/say/plan_of_action/{action.pk}/?help=1", words="Which notes?").status_code == 302
    assert (
        both("program", f"{at}answer_action/", done_on=str(today()), done_words="Done.", version=1).status_code == 302
    )
    assert both("state", f"{at}accept_action/").status_code == 302
    with acting_for(program_a):
        evidence = Evidence.objects.get()
    as_user(client, state_reviewer_a)
    assert client.get(f"/reviews/evidence/{evidence.pk}/").content == PDF
    assert "Accepted" in client.get(at).content.decode()


def test_the_neighbor_meets_nothing_of_it(plan, client, as_user, coordinator_b):
    as_user(client, coordinator_b)

    assert client.get(f"/corrective-plans/{plan.pk}/").status_code == 404
    assert plan.number not in client.get("/reviews/").content.decode()


def test_what_waits_for_the_program_stands_on_the_first_page_of_who_runs_it(
    both, client, as_user, coordinator_a, supervisor_a
):
    told = {"concern": "No training list came.", "asked": "Send the list.", "kind": "by_a_date"}
    both("state", "/plans-of-action/new/", due_on=str(today() + timedelta(days=9)), **told)

    assert "No training list came." in as_user(client, coordinator_a).get("/").content.decode()
    assert "No training list came." not in as_user(client, supervisor_a).get("/").content.decode()
