"""Who records training, who signs for it, and who asks for exemptions."""

import pytest

from alongside.access.roles import RUNS_THE_PROGRAM, SEES_STAFF, Role
from alongside.access.training_policies import (
    may_ask_for_exemption,
    may_keep_page_signed_by_hand,
    may_record_class,
    may_record_decision,
    may_record_training,
    may_sign_for_county,
)
from alongside.records.models import Provider, StaffMember, TrainingSheet
from people import TODAY, a_peer_specialist, a_provider

pytestmark = pytest.mark.django_db
POLICIES = {
    may_record_training: SEES_STAFF,
    may_ask_for_exemption: SEES_STAFF,
    may_record_decision: RUNS_THE_PROGRAM,
}


@pytest.fixture
def pia(in_program_a):
    return a_peer_specialist(started_on=str(TODAY))


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
@pytest.mark.parametrize("role", [role for role in Role if role not in ("participant", "representative")])
def test_what_each_role_does_about_a_staff_member(member, program_a, pia, policy, role):
    assert policy.allowed(member(program_a, role), pia) == (role in POLICIES[policy])
    assert not policy.allowed(member(program_a, role, name="Elsewhere", provider_id=a_provider("Birch").pk), pia) or (
        role in RUNS_THE_PROGRAM
    )


def test_the_staff_member_records_her_own_and_signs_none(member, program_a, pia):
    own = member(program_a, Role.DIRECT_STAFF, staff_id=pia.pk)
    assert may_record_training.allowed(own, pia)
    assert not may_sign_for_county.allowed(own, TrainingSheet(staff=pia))
    assert not may_record_class.allowed(own, program_a)


@pytest.mark.parametrize("role", sorted(SEES_STAFF))
def test_those_of_the_agency_sign_and_a_contracted_provider_does_not(member, program_a, pia, role):
    agency = a_provider("Aspen County Human Services", kind="program_agency")
    sheet = TrainingSheet(program=program_a, staff=pia)
    assert may_sign_for_county.allowed(member(program_a, role, name="County"), sheet)
    colleague = a_peer_specialist()
    StaffMember.objects.filter(pk=colleague.pk).update(provider=agency)
    assert may_sign_for_county.allowed(member(program_a, role, name="Agency", staff_id=colleague.pk), sheet)

    contracted = a_peer_specialist()
    StaffMember.objects.filter(pk=contracted.pk).update(provider=pia.provider)
    for more in ({"provider_id": pia.provider_id}, {"staff_id": contracted.pk}):
        who = member(program_a, role, name=f"Director {len(str(more))}", **more)
        assert "contracted provider's own signature is not enough" in may_sign_for_county.reason(who, sheet)
    own = member(program_a, role, name="Pia Wren", staff_id=pia.pk)
    assert "Nobody signs for their own training" in may_sign_for_county.reason(own, sheet)
    assert Provider.objects.filter(staff=None).count() == 0 or may_sign_for_county.allowed(
        member(program_a, role, name="Again"), sheet
    )


def test_a_page_signed_by_hand_is_attached_by_those_who_run_the_program(member, program_a, pia):
    sheet = TrainingSheet(program=program_a, staff=pia)
    assert may_keep_page_signed_by_hand.allowed(member(program_a, Role.COORDINATOR), sheet)
    assert not may_keep_page_signed_by_hand.allowed(member(program_a, Role.SUPERVISOR), sheet)


def test_a_class_is_recorded_in_ones_own_program(member, program_a, program_b):
    for role in SEES_STAFF:
        assert may_record_class.allowed(member(program_a, role), program_a)
        assert not may_record_class.allowed(member(program_a, role, name=f"Two {role}"), program_b)
