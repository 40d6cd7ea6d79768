"""Who writes what with a participant."""

from types import SimpleNamespace
from uuid import uuid4

import pytest

from alongside.access.models import Membership, Program, User
from alongside.access.policies_of_plans import (
    AUTHORIZED,
    may_authorize_plan,
    may_write_plan,
    may_write_support_plan,
)
from alongside.access.roles import RUNS_THE_PROGRAM, SEES_STAFF, Role

HERE, ELSEWHERE = Program(name="Aspen County"), Program(name="Birch Band")
PLANS = "Assessments and service plans are written by those who run the program."
SUPPORT = "Support plans are written by those who run the program, supervise or serve."


def actor(role):
    return Membership(user=User(name="Ash Example"), program=HERE, role=role)


def participant(program=HERE):
    return SimpleNamespace(pk=uuid4(), program_id=program.pk)


@pytest.mark.parametrize("role", Role)
def test_those_who_run_the_program_write_plans(role):
    assert may_write_plan.reason(actor(role), participant()) == (None if role in RUNS_THE_PROGRAM else PLANS)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DIRECT_STAFF])
def test_supervisors_write_support_plans_too(role):
    may = role in RUNS_THE_PROGRAM | {Role.SUPERVISOR}

    assert may_write_support_plan.reason(actor(role), participant()) == (None if may else SUPPORT)


@pytest.mark.parametrize("role", Role)
def test_those_who_supervise_record_authorizations_and_reviews_too(role):
    reason = may_authorize_plan.reason(actor(role), participant())

    assert reason == (None if role in SEES_STAFF else AUTHORIZED)


@pytest.mark.parametrize("policy", [may_write_plan, may_write_support_plan, may_authorize_plan])
def test_nobody_writes_in_another_program(policy):
    assert policy.reason(actor(Role.COORDINATOR), participant(ELSEWHERE)) == "This belongs to another program."
