"""Who may record training, sign for it, and ask for exemptions from it."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Q

from .models import Membership
from .policies import NOTHING, NotAllowed, Policy, _one_of, _own_program, may_see_staff_member
from .roles import RUNS_THE_PROGRAM, SEES_STAFF, Role

OF_THE_AGENCY = "program_agency"


@Policy
def may_record_training(actor: Membership, staff: Any) -> None:
    """Record a staff member's training and keep its papers: the staff member, and those who run or supervise."""
    may_see_staff_member(actor, staff)
    sentence = "Training is recorded by the staff member and by those who run the program or supervise."
    _one_of(actor, SEES_STAFF | {Role.DIRECT_STAFF}, sentence)


@Policy
def may_record_class(actor: Membership, program: Any) -> None:
    """Record a class for everybody who was there."""
    _own_program(actor, program)
    _one_of(actor, SEES_STAFF, "A class is recorded by those who run the program or supervise.")


@Policy
def may_sign_for_county(actor: Membership, sheet: Any) -> None:
    """Sign a training record for the county or Tribal agency: never the contracted provider's own, nor the trainee."""
    may_see_staff_member(actor, sheet.staff)
    _one_of(actor, SEES_STAFF, "Training is signed for by those of the agency who run the program or supervise.")
    if actor.staff_id is not None and _person(actor.staff_id) == sheet.staff.person_id:
        raise NotAllowed("Nobody signs for their own training. Somebody else of the county or Tribal agency can.")
    if not is_of_agency(actor):
        raise NotAllowed(
            "The county or Tribal agency signs for training; a contracted provider's own signature is not enough. "
            "The program coordinator can sign."
        )


@Policy
def may_keep_page_signed_by_hand(actor: Membership, sheet: Any) -> None:
    """Attach the page on which somebody of the agency signed by hand."""
    may_sign_for_county(actor, sheet)
    _one_of(actor, RUNS_THE_PROGRAM, "A page signed by hand is attached by those who run the program.")


@Policy
def may_ask_for_exemption(actor: Membership, staff: Any) -> None:
    """Write a request to the Division, and record that it was sent: the program sends it."""
    may_see_staff_member(actor, staff)
    _one_of(actor, SEES_STAFF, "Exemptions are asked for by those who run the program or supervise.")


@Policy
def may_record_decision(actor: Membership, staff: Any) -> None:
    """Record what the Division decided about a request."""
    may_see_staff_member(actor, staff)
    _one_of(actor, RUNS_THE_PROGRAM, "The Division's decision is recorded by those who run the program.")


def is_of_agency(actor: Membership) -> bool:
    """Whether the actor works for the county or Tribal agency itself, not for a contracted provider."""
    own = NOTHING
    if actor.provider_id is not None:
        own |= Q(pk=actor.provider_id)
    if actor.staff_id is not None:
        own |= Q(staff__pk=actor.staff_id)
    providers = apps.get_model("records", "Provider").objects
    return not providers.filter(own).exclude(kind=OF_THE_AGENCY).exists()


def _person(staff_id: Any) -> Any:
    staff = apps.get_model("records", "StaffMember").objects
    return staff.filter(pk=staff_id).values_list("person_id", flat=True).first()
