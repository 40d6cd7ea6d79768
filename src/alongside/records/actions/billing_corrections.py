"""Correcting how a service is billed, also after its note was signed: what was given and written stays as it is."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import Service
from ..problems import Problem, is_nothing, nothing
from .corrections import correct_as_read
from .recording import refuse

if TYPE_CHECKING:
    from alongside.access.models import User

BILLED = (
    "role", "billed_as", "funding", "modality", "attendee_count", "is_clinical", "has_clinical_requirements",
    "has_im_cans",
)  # fmt: skip


def correct_billing(
    *, service: Service, version: int, entered: dict[str, Any], reason: str | None, on: datetime.date, by: User | None
) -> Service:
    """Correct the role, the qualification it is billed under, who pays, to how many, whether it was clinical: any of
    `BILLED`, from a form opened at `version`. The reason is kept with both values. Raises `Problems` and `Conflict`.
    """
    refuse([nothing("reason")] if is_nothing(reason) else [])
    expected = f"a change of one of: {', '.join(BILLED)}"
    refuse([Problem(name, "a change of it", expected, "Leave it out.") for name in entered if name not in BILLED])
    if entered.get("modality") == "individual" and (entered.get("attendee_count") or 1) > 1:
        fix = "Say that it was a group, or correct how many took part."
        refuse([Problem("attendee_count", str(entered["attendee_count"]), "1, where it was individual", fix)])
    return correct_as_read(record=service, version=version, entered=entered, reason=reason, on=on, by=by)
