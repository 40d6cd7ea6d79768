"""One peer on the way to the CRSS: an application that is open, and hours logged by domain."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from alongside.records.models import (
    CredentialApplication,
    CredentialDomain,
    CredentialHours,
    CredentialPart,
    PeerCredential,
    StaffMember,
)

from ..shelf import Shelf, before

_D, _P = CredentialDomain, CredentialPart
OPENED = 130
LOGGED = (
    (_P.TRAINING, _D.ADVOCACY, 12, 120, "Advocacy, two days at Coneflower College"),
    (_P.TRAINING, _D.MENTORING, 10, 92, "Mentoring, online class"),
    (_P.TRAINING, _D.RECOVERY_SUPPORT, 10, 71, "Recovery support, two days at Coneflower College"),
    (_P.TRAINING, _D.ETHICS, 6, 50, "Ethics for peers"),
    (_P.TRAINING, _D.CORE_FUNCTIONS, 24, 33, "Core functions, the first four sessions"),
    (_P.WORK, _D.IN_ALL, 1450, 15, "On the Switchgrass ACT team"),
)


def add_way(shelf: Shelf, staff: Mapping[str, StaffMember]) -> None:
    """Put it on the shelf, for the peer on the ACT team."""
    aster = staff["aster"]
    shelf.add(
        CredentialApplication, staff=aster, kind=PeerCredential.CRSS, opened_on=before(shelf.on, OPENED),
        training_hours=Decimal(sum(hours for part, _, hours, _, _ in LOGGED if part == _P.TRAINING)),
    )  # fmt: skip
    for part, domain, hours, ago, what in LOGGED:
        shelf.add(
            CredentialHours, staff=aster, kind=PeerCredential.CRSS, part=part, domain=domain, hours=Decimal(hours),
            done_on=before(shelf.on, ago), what=what,
        )  # fmt: skip
