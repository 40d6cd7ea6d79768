"""Who signs for the county or Tribal agency: somebody of the agency, and nobody under their own training."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from alongside.access.models import Membership

from ..models import Provider, ProviderKind, StaffMember
from ..problems import Problem, nothing

if TYPE_CHECKING:
    from alongside.access.models import User

ANOTHER = "Let somebody else of the county or Tribal agency sign."


def problems_of_county(
    by: User | None, staff: StaffMember | None, sheet: Any, on: datetime.date, *, is_by_hand: bool
) -> Iterator[Problem]:
    """What keeps `by` from signing a sheet for the agency. On a page signed by hand, `staff` is who signed there."""
    trained = sheet.staff.person_id
    if by is None:
        return
    if is_by_hand and staff is None:
        yield nothing("signer")
    elif staff is not None and staff.person_id == trained:
        yield Problem("signer", "the staff member who was trained", "somebody else", ANOTHER)
    elif staff is not None and not _of_agency(staff.provider):
        yield _contracted("signer", staff.provider)
    if is_by_hand and staff is not None:
        yield from _of_employment(staff, on)
    here = Membership.objects.current(on).filter(user=by, program_id=sheet.program_id)
    jobs = StaffMember.objects.filter(pk__in=[one.staff_id for one in here if one.staff_id])
    if jobs.filter(person_id=trained).exists():
        yield Problem("signed_in", "the staff member who was trained", "somebody else", ANOTHER)
    if is_by_hand:
        return
    narrowed = Provider.objects.filter(pk__in=[one.provider_id for one in here if one.provider_id])
    if here and all(one.provider_id for one in here) and not any(map(_of_agency, narrowed)):
        yield _contracted("signed_in", narrowed.first())


def _of_agency(provider: Provider | None) -> bool:
    return provider is None or provider.kind == ProviderKind.PROGRAM_AGENCY


def _contracted(field: str, provider: Provider | None) -> Problem:
    found = f"somebody of {provider.name}" if provider else "somebody of a provider"
    return Problem(field, found, "somebody of the county or Tribal agency", ANOTHER)


def _of_employment(staff: StaffMember, on: datetime.date) -> Iterator[Problem]:
    if staff.provider is None:
        expected = "somebody whose employer is the county or Tribal agency"
        yield Problem("signer", "somebody whose employer is not recorded", expected, "Record their employer first.")
