"""A treatment plan after it is complete: who authorized it may be added once it is signed, and nothing else."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from alongside.records import actions
from alongside.records.models import ServicePlan
from alongside.records.problems import Problems
from people import TODAY, a_participant, a_peer_specialist, sign

SAID = {"on": TODAY, "by": None}


@pytest.fixture
def lpha(in_program_a):
    return a_peer_specialist()


@pytest.fixture
def plan(in_program_a, lpha):
    return actions.write_plan(
        participant=a_participant(), completed_on=date(2026, 11, 2), goals="Sleep.", author=lpha, author_role="qmhp",
        lines=[actions.Line(kind="therapy", goal_number=1)], **SAID,
    )  # fmt: skip


def authorized(plan, lpha, day=TODAY):
    return actions.authorize_plan(plan=plan, authorized_by=lpha, authorized_on=day, **SAID)


def test_it_is_authorized_after_it_was_signed(plan, lpha):
    sign(plan)
    done = authorized(plan, lpha)

    assert (done.authorized_on, done.authorized_by) == (TODAY, lpha)
    assert done.version > plan.version


def test_what_was_signed_and_authorized_stays(plan, lpha):
    sign(plan)
    authorized(plan, lpha)
    for change in ("author_role = 'lpha'", "authorized_on = null, authorized_by_id = null", "goals = 'Wake.'"):
        with pytest.raises(IntegrityError, match="signed"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"update service_plan set {change} where service_plan_id = %s", [plan.pk])


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 21), None])
def test_a_day_that_cannot_be_is_refused(plan, lpha, day):
    with pytest.raises(Problems):
        authorized(plan, lpha, day)


def test_nobody_authorizes_twice(plan, lpha):
    authorized(plan, lpha)
    with pytest.raises(Problems, match="not yet authorized"):
        authorized(ServicePlan.objects.get(pk=plan.pk), lpha)


def test_an_amendment_keeps_its_author_and_is_authorized_anew(plan, lpha):
    sign(plan)
    authorized(plan, lpha)
    amended = actions.amend_plan(plan=plan, reason="Another goal.", completed_on=TODAY, **SAID)

    assert (amended.author, amended.author_role, amended.authorized_on) == (lpha, "qmhp", None)


def test_what_is_shown_to_sign_is_no_form_of_the_state(plan):
    from alongside.records.snapshots import content_of

    shown = content_of(plan)

    assert (shown["title"], shown["form"]) == ("Treatment plan", "")
    assert ["In the role of", "Qualified Mental Health Professional (QMHP)"] in shown["sections"][0]["rows"]
    assert "Finances" not in [section["heading"] for section in shown["sections"]]
