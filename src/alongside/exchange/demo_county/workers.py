"""Who can be shown giving a service."""

from __future__ import annotations

from alongside.records.models import Credential, ProviderKind, ServiceKind, StaffMember

from .shelf import Shelf, before

GIVEN_BY = {
    ProviderKind.PEER_SUPPORT: ServiceKind.PEER_SUPPORT,
    ProviderKind.SUPPORTED_EMPLOYMENT: ServiceKind.SUPPORTED_EMPLOYMENT,
    ProviderKind.CBRF: ServiceKind.CLSS,
    ProviderKind.ADULT_FAMILY_HOME: ServiceKind.CLSS,
}
TITLES = ("Peer specialist", "Community living worker", "Employment specialist")


def workers(shelf: Shelf, kind: ServiceKind) -> list[StaffMember]:
    """Staff members who gave this kind of service all through the last two months, certified where that is asked."""
    since = before(shelf.on, 60)
    certified = {
        held.staff
        for held in shelf.of(Credential)
        if held.issued_on and held.expires_on and held.issued_on <= since and held.expires_on >= shelf.on
    }
    return [
        staff
        for staff in shelf.of(StaffMember)
        if staff.provider is not None
        and staff.provider.kind is not None
        and GIVEN_BY.get(ProviderKind(staff.provider.kind)) == kind
        and staff.title in TITLES
        and staff.ended_on is None
        and (kind != ServiceKind.PEER_SUPPORT or staff in certified)
        and staff.started_on is not None
        and staff.started_on <= since
    ]
