"""What participants in substance-use treatment agreed to let out, and what went out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from alongside.records.models import (
    Consent,
    Disclosure,
    Participant,
    RecipientKind,
    RecordClass,
    ReleasePurpose,
    WithoutConsent,
)
from alongside.records.redisclosure import EDITION, statement_for

from ..shelf import Shelf, before

CLINIC = "Milkweed Family Clinic"
PAYER = "Big Bluestem Health Plan"


def add_releases(shelf: Shelf, people: Mapping[str, Participant]) -> None:
    """Put on the shelf: a consent in force and used, one taken back, one that ended, and an audit that needs none."""
    phlox, rush, sumac = people["phlox"], people["rush"], people["sumac"]
    treated = _consent(shelf, phlox, CLINIC, ReleasePurpose.TREATMENT, signed=100, ends=-265)
    _disclosure(shelf, phlox, CLINIC, ReleasePurpose.TREATMENT, 30, "The treatment plan", consent=treated)
    taken_back = {"revoked_at": _noon(shelf, 12), "revoked_how": "By phone, to the front desk"}
    _consent(shelf, rush, PAYER, ReleasePurpose.PAYMENT, signed=180, ends=-180, **taken_back)
    _consent(shelf, sumac, CLINIC, ReleasePurpose.TREATMENT, signed=140, ends=20)
    audit = {"without_consent": WithoutConsent.AUDIT}
    _disclosure(shelf, sumac, "State of Illinois, SUPR", ReleasePurpose.AUDIT, 40, "Two progress notes", **audit)


def _consent(
    shelf: Shelf, person: Participant, to: str, purpose: ReleasePurpose, *, signed: int, ends: int, **more: Any
) -> Consent:
    signed_on = before(shelf.on, signed)
    return shelf.add(
        Consent, participant=person, covers_substance_use=True, recipient=to, purpose=purpose, signed_on=signed_on,
        recipient_kind=RecipientKind.ORGANIZATION, starts_on=signed_on, expires_on=before(shelf.on, ends),
        signed_paper="Paper file, second drawer", **more,
    )  # fmt: skip


def _disclosure(
    shelf: Shelf, person: Participant, to: str, purpose: ReleasePurpose, ago: int, what: str, **right: Any
) -> None:
    shelf.add(
        Disclosure, participant=person, covers_substance_use=True, recipient=to, purpose=purpose, what=what,
        disclosed_at=_noon(shelf, ago), statement=statement_for({RecordClass.SUBSTANCE_USE}, "illinois_peer"),
        statement_edition=EDITION, **right,
    )  # fmt: skip


def _noon(shelf: Shelf, ago: int) -> datetime.datetime:
    return datetime.datetime.combine(before(shelf.on, ago), datetime.time(18), datetime.UTC)
