"""Writing, rewriting, amending and signing service plans; support plans."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from alongside.records import actions
from alongside.records.models import PlanLine, ServicePlan
from alongside.records.problems import Conflict, Problems
from people import TODAY, a_line, a_participant, a_provider, a_service, a_service_plan, sign

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}


def signed_plan():
    plan = a_service_plan(a_participant())
    sign(plan)
    plan.refresh_from_db()
    return plan


def at_once():
    """Have the database look now at what it would look at when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")


def test_a_plan_says_what_it_has(in_program_a):
    uma = a_participant()
    whole = a_service_plan(uma, lines=[a_line(provider=a_provider()), a_line("peer_support")])
    bare = a_service_plan(uma, goals=" ", demographics=None, lines=[])

    assert (whole.has_demographics, whole.has_financials, whole.has_outcomes) == (True, True, True)
    assert [line.kind for line in whole.lines.all()] == ["clss", "peer_support"]
    assert (bare.has_demographics, bare.has_financials, bare.has_outcomes) == (False, True, False)


@pytest.mark.parametrize("without", ["outcome", "interventions"])
def test_goals_without_a_line_that_works_toward_them_are_no_outcomes(in_program_a, without):
    assert a_service_plan(a_participant(), lines=[a_line(**{without: None})]).has_outcomes is False


def test_rewriting_keeps_what_the_plan_has_true_and_counts_versions(in_program_a):
    plan = a_service_plan(a_participant(), financials=None)
    changes = {"financials": "Wages.", "goals": None}
    again = actions.rewrite_plan(plan=plan, version=1, changes=changes, lines=[a_line("peer_support")], **SAID)

    plan.refresh_from_db()
    assert again == plan
    assert (plan.version, plan.has_financials, plan.has_outcomes) == (2, True, False)
    assert [line.kind for line in plan.lines.all()] == ["peer_support"]


def test_the_second_of_two_writers_sees_both_texts(in_program_a):
    plan = a_service_plan(a_participant(), goals="I want to cook.")
    actions.rewrite_plan(plan=plan, version=1, changes={"goals": "I want to cook for my sister."}, **SAID)

    with pytest.raises(Conflict) as refusal:
        actions.rewrite_plan(plan=plan, version=1, changes={"goals": "I want to bake."}, **SAID)

    (clash,) = refusal.value.clashes
    assert (clash.theirs, clash.yours) == ("I want to cook for my sister.", "I want to bake.")


def test_lines_services_were_given_under_are_amended_not_rewritten(in_program_a):
    uma = a_participant()
    plan = a_service_plan(uma)
    a_service(uma, plan_line=plan.lines.get())
    with pytest.raises(Problems, match="services given under them"):
        actions.rewrite_plan(plan=plan, version=1, changes={}, lines=[], **SAID)


def test_what_a_plan_has_is_not_typed_in(in_program_a):
    plan = a_service_plan(a_participant())
    for changes in ({"has_outcomes": False}, {"participant_signed_on": TODAY}):
        with pytest.raises(Problems, match="a change of one of: kind"):
            actions.rewrite_plan(plan=plan, version=1, changes=changes, **SAID)
    with pytest.raises(Problems, match="goals: found a change of it"):
        actions.correct(record=plan, version=1, changes={"goals": "Others"}, **SAID)


def test_everybody_signs_for_themselves(in_program_a):
    uma = a_participant(born_on="2010-03-02")
    plan = a_service_plan(uma)
    rae = actions.add_representative(participant=uma, kind="parent", name="Rae Hazel", **SAID)

    sign(plan)
    sign(plan, "parent", representative=rae)
    sign(plan, "coordinator")

    plan.refresh_from_db()
    assert {plan.participant_signed_on, plan.representative_signed_on, plan.coordinator_signed_on} == {TODAY}
    assert (plan.representative_signed_by, plan.coordinator_signed_by) == ("Rae Hazel", "Cora Plover")


def test_only_who_acts_for_the_participant_that_day_signs_for_them(in_program_a):
    uma, lee = a_participant(), a_participant(given_name="Lee")
    plan = a_service_plan(uma)
    rae = {"kind": "guardian", "name": "Rae Hazel", **SAID}
    ended = actions.add_representative(participant=uma, ends_on=date(2026, 11, 19), **rae)
    of_another = actions.add_representative(participant=lee, **rae)
    for somebody in (None, ended, of_another):
        with pytest.raises(Problems, match="acts for this participant on 2026-11-20"):
            sign(plan, "guardian", representative=somebody)


def test_what_is_not_a_signature(in_program_a):
    plan = a_service_plan(a_participant())
    with pytest.raises(Problems, match="one of: participant, coordinator, guardian"):
        sign(plan, "neighbor")
    with pytest.raises(Problems, match="no earlier than 2026-11-02"):
        sign(plan, at="2026-11-01 09:30")
    with pytest.raises(Conflict):
        sign(plan, shown="of another text")
    sign(plan)
    with pytest.raises(Problems, match="a signature of Uma Hazel of 2026-11-20"):
        sign(plan)


def test_a_signed_plan_is_amended(in_program_a):
    plan = signed_plan()
    with pytest.raises(Problems, match="a signed plan"):
        actions.rewrite_plan(plan=plan, version=plan.version, changes={"goals": "Others"}, **SAID)

    said = {"plan": plan, "completed_on": TODAY, **SAID}
    amendment = actions.amend_plan(reason="Found work.", changes={"goals": "Keep the job."}, **said)

    assert (amendment.amends, amendment.kind, amendment.participant_signed_on) == (plan, "amendment", None)
    assert (amendment.goals, amendment.demographics) == ("Keep the job.", plan.demographics)
    assert [line.outcome for line in amendment.lines.all()] == [line.outcome for line in plan.lines.all()]
    with pytest.raises(Problems, match="amended_reason: found nothing"):
        actions.amend_plan(reason="", **said)


CHANGES = {
    "goals": {"goals": "Others"},
    "a signature taken back": {"participant_signed_on": None},
    "a signature on another day": {"participant_signed_on": date(2026, 11, 3)},
    "has_outcomes": {"has_outcomes": None},
}


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_the_database_keeps_a_signed_plan(in_program_a, changes):
    plan = signed_plan()
    with pytest.raises(IntegrityError, match="A signed service plan stays"):
        ServicePlan.objects.filter(pk=plan.pk).update(**changes)


def test_the_database_keeps_the_lines_of_a_signed_plan(in_program_a):
    uma = a_participant()
    plan = a_service_plan(uma)
    sign(plan)
    line = plan.lines.get()
    new = PlanLine(program=line.program, participant=uma, service_plan=plan, kind="clss")
    elsewhere = a_service_plan(uma)
    for attempt in (
        new.save,
        lambda: PlanLine.objects.filter(pk=line.pk).update(kind="peer_support"),
        lambda: PlanLine.objects.filter(pk=line.pk).update(service_plan=elsewhere),
        lambda: elsewhere.lines.update(service_plan=plan),
        line.delete,
        lambda: ServicePlan.objects.filter(pk=plan.pk)._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError, match=r"stays? as"), transaction.atomic():
            attempt()


def test_a_line_is_of_the_plan_of_its_participant(in_program_a):
    plan, lee = a_service_plan(a_participant(), lines=[]), a_participant(given_name="Lee")
    PlanLine.objects.create(program=plan.program, participant=lee, service_plan=plan, kind="clss")
    with pytest.raises(IntegrityError, match="plan_line_of_planned_participant"), transaction.atomic():
        at_once()
    PlanLine.objects.filter(participant=lee).delete()


def test_a_support_plan_is_four_answers(in_program_a):
    uma = a_participant()
    plan = actions.write_support_plan(participant=uma, completed_on=TODAY, when_well="I sing.", early_signs=" ", **SAID)
    plan.refresh_from_db()
    assert (plan.when_well, plan.what_helps, plan.early_signs) == ("I sing.", None, None)
    with pytest.raises(Problems, match="completed_on"):
        actions.write_support_plan(participant=uma, completed_on=date(2026, 11, 21), **SAID)
