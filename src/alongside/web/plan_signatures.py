"""Who signed a plan, an assessment or a support plan, and who is still missing, in words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.records.models import Document, Participant, ServicePlan


@dataclass(frozen=True)
class Signatures:
    """Who signed, each as (name, as what, day); whose signature is missing; and the document, where there is one."""

    given: list[tuple[str, str, datetime.date]]
    missing: list[str]
    document: UUID | None

    @property
    def are_any(self) -> bool:
        """Whether anybody signed, so that it stays as it is."""
        return bool(self.given) or self.document is not None


def documents_of(person: Participant, kinds: Sequence[str]) -> dict[UUID, Document]:
    """The signed documents of a participant by the key of their record, in two queries."""
    found = Document.objects.filter(participant=person, kind__in=kinds).defer("content").prefetch_related("signatures")
    return {one.record: one for one in found}


def signatures_of(record: Any, document: Document | None, acting: Sequence[str] = ()) -> Signatures:
    """The signatures of a record. `acting` are the names of those who act for the participant now."""
    given = [
        (one.signer_name, one.get_capacity_display().lower(), one.signed_on)
        for one in (document.signatures.all() if document else ())
    ]
    if isinstance(record, ServicePlan):
        given = given or _on_paper(record)
    return Signatures(given, _missing(record, given, acting), document.pk if document else None)


def _on_paper(plan: ServicePlan) -> list[tuple[str, str, datetime.date]]:
    """What is recorded of a plan signed before it was kept here."""
    found = []
    if plan.participant_signed_on:
        found.append((plan.participant.name, "participant", plan.participant_signed_on))
    if plan.representative_signed_on:
        found.append((plan.representative_signed_by or "", "representative", plan.representative_signed_on))
    if plan.coordinator_signed_on:
        found.append((plan.coordinator_signed_by or "", "service coordinator", plan.coordinator_signed_on))
    return found


def _missing(record: Any, given: list[tuple[str, str, datetime.date]], acting: Sequence[str]) -> list[str]:
    """A plan asks for the participant, or who acts for them, and the service coordinator (PLAN-5)."""
    if not isinstance(record, ServicePlan):
        return []
    signed_as = {capacity for _, capacity, _ in given}
    missing = []
    if not signed_as - {"service coordinator"}:
        missing.append(" or ".join(["the participant", *acting]))
    return missing if "service coordinator" in signed_as else [*missing, "the service coordinator"]
