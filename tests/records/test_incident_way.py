"""The steps of an incident's way with their proof, what follows, and the program's own categories."""

import pytest
from test_incidents import SAID, a_fire

from alongside.records import actions
from alongside.records.models import FollowUp, IncidentStep
from alongside.records.problems import Conflict, Problems
from people import TODAY, a_participant, moment, sign, somebody_here

pytestmark = pytest.mark.django_db
NINE = moment("2026-11-19 09:00")
TOLD = {"told_at": NINE, "told_by": "Cora Plover"}


@pytest.fixture
def report(in_program_a):
    return actions.report_incident(participants=[a_participant()], **a_fire())[0]


def test_a_step_keeps_whom_how_and_its_proof(report):
    proof = actions.Proof("the Division", "fax", "Fax report 4711")
    actions.tell_state(report=report, proof=proof, **TOLD, **SAID)

    step = IncidentStep.objects.get()
    assert (step.kind, step.told_at, step.told_to, step.how, step.proof) == (
        "state", NINE, "the Division", "fax", "Fax report 4711",
    )  # fmt: skip
    answered = actions.record_answer(step=step, answered_at=moment("2026-11-19 10:00"), answer="Received", **SAID)
    assert answered.version == 2
    with pytest.raises(Problems, match="not yet recorded"):
        actions.record_answer(step=step, answered_at=moment("2026-11-19 10:00"), answer="Again", **SAID)


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        ({"answered_at": moment("2026-11-19 08:59"), "answer": "x"}, "no earlier than"),
        ({"answered_at": NINE, "answer": " "}, "answer: found nothing"),
        ({"answered_at": None, "answer": "x"}, "answered_at: found nothing"),
    ],
)
def test_an_answer_in_disorder_is_refused(report, answered, words):
    actions.tell_state(report=report, **TOLD, **SAID)

    with pytest.raises(Problems, match=words):
        actions.record_answer(step=IncidentStep.objects.get(), **answered, **SAID)


def test_a_way_that_is_none_is_refused_and_the_report_stays_untold(report):
    with pytest.raises(Problems, match="one of: email"):
        actions.tell_state(report=report, proof=actions.Proof(how="pigeon"), **TOLD, **SAID)

    report.refresh_from_db()
    assert report.state_told_at is None


@pytest.mark.parametrize("said", [{}, {"is_health_or_safety": None}, {"is_reportable_death": True}])
def test_the_form_is_not_left_out_where_health_or_safety_may_be_touched(in_program_a, said):
    (report,) = actions.report_incident(participants=[a_participant()], **a_fire(**said))

    with pytest.raises(Problems, match="for every incident that touches health or safety"):
        actions.leave_state_untold(report=report, reason="F-62470 was sent", **SAID)


def test_what_was_left_out_can_still_be_sent(in_program_a):
    (report,) = actions.report_incident(participants=[a_participant()], **a_fire(is_health_or_safety=False))
    with pytest.raises(Problems, match="not_needed: found nothing"):
        actions.leave_state_untold(report=report, reason=" ", **SAID)
    actions.leave_state_untold(report=report, reason="A lost library card", **SAID)
    with pytest.raises(Problems, match="a step not yet recorded"):
        actions.leave_state_untold(report=report, reason="Again", **SAID)

    actions.tell_state(report=report, **TOLD, **SAID)

    assert IncidentStep.objects.get().not_needed is None


def test_a_signed_report_still_goes_its_way_and_is_amended_with_a_reason(report):
    sign(report, "reporter", at="2026-11-19 08:00")
    report.refresh_from_db()
    actions.tell_program(report=report, **TOLD, **SAID)
    report.refresh_from_db()
    changes = {"place": "the porch"}
    with pytest.raises(Problems, match="reason: found nothing"):
        actions.change_report(report=report, version=report.version, changes=changes, **SAID)

    new = actions.change_report(report=report, version=report.version, changes=changes, reason="Wrong place", **SAID)

    assert (new.amends, new.place, new.incident, new.program_told_by) == (
        report, "the porch", report.incident, "Cora Plover",
    )  # fmt: skip


def test_an_unsigned_report_is_corrected_and_the_second_hand_sees_both(report):
    actions.change_report(report=report, version=1, changes={"place": "the porch"}, **SAID)
    with pytest.raises(Conflict):
        actions.change_report(report=report, version=1, changes={"place": "the hall"}, **SAID)


def test_a_follow_up_is_planned_then_done_once(report):
    follow_up = actions.plan_follow_up(report=report, what="Fire drill", who="Cedar House", due_on=TODAY, **SAID)
    with pytest.raises(Problems) as refusal:
        actions.finish_follow_up(follow_up=follow_up, done_on=None, outcome="", **SAID)
    assert [problem.field for problem in refusal.value.problems] == ["done_on", "outcome"]

    actions.finish_follow_up(follow_up=follow_up, done_on=TODAY, outcome="Out in two minutes", **SAID)

    assert FollowUp.objects.get().incident == report.incident
    with pytest.raises(Problems, match="not yet recorded"):
        actions.finish_follow_up(follow_up=follow_up, done_on=TODAY, outcome="Again", **SAID)


@pytest.mark.parametrize("missing", [{"what": ""}, {"who": " "}])
def test_a_follow_up_says_what_and_who(report, missing):
    with pytest.raises(Problems, match="found nothing"):
        actions.plan_follow_up(report=report, **{"what": "x", "who": "y", **missing}, **SAID)


def test_only_a_supervisor_of_the_program_watches_over_an_incident(report):
    for nobody in (None, somebody_here("Bea Sumac", role="biller")):
        with pytest.raises(Problems, match="a supervisor of this program"):
            actions.assign_supervisor(report=report, supervisor=nobody, **SAID)

    sue = somebody_here("Sue Tamarack", role="supervisor")
    actions.assign_supervisor(report=report, supervisor=sue, **SAID)
    with pytest.raises(Problems, match="not assigned yet"):
        actions.assign_supervisor(report=report, supervisor=sue, **SAID)


def test_a_step_and_its_file_are_about_the_same_participant(report):
    from django.db import IntegrityError, connection, transaction

    (other,) = actions.report_incident(participants=[a_participant()], **a_fire())
    pdf = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
    file = actions.attach(record=other, content=pdf, name="fax.pdf", by=None)
    actions.tell_state(report=report, proof=actions.Proof(attachment=file), **TOLD, **SAID)
    with connection.cursor() as cursor, pytest.raises(IntegrityError), transaction.atomic():
        cursor.execute("set constraints all immediate")
    IncidentStep.objects.all().delete()
