"""Where what frees a held service is done: from a criterion to the page, where the reader may open it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from alongside.access.billing_policies import may_correct_billing, may_load_codes
from alongside.access.models import Membership
from alongside.access.note_policies import may_sign_off
from alongside.access.pages import PAGES
from alongside.records.models import ProgressNote, Service
from alongside.reviews.roles_held import roles_held

from .shown import Line

# By the beginning of a criterion's id, the longest that fits: the page, and what the link says.
CORRECT, ROLE, SIGN, PLANS, STAFF, LADDER, COVERAGE, TREATMENT, PROVIDER, CODES = (
    "correct", "role", "sign", "plans", "staff", "ladder", "coverage", "treatment", "provider", "codes",
)  # fmt: skip
PLACES = {
    "IL-PLAN": PLANS,
    "IL-PLAN-5": CORRECT,
    "IL-PLAN-5.certificate": STAFF,
    "IL-CHAIN": LADDER,
    "IL-CHAIN-3": SIGN,
    "IL-TIER-1": STAFF,
    "IL-TIER-2": CORRECT,
    "IL-ROLE": CORRECT,
    "IL-ROLE-3": LADDER,
    "IL-EMP-1": STAFF,
    "IL-EMP-1.group": CORRECT,
    "IL-SUD": CORRECT,
    "IL-SUD-2": TREATMENT,
    "IL-SUD-2.provider": PROVIDER,
    "IL-SUD-3.who": STAFF,
    "IL-SUD-4": COVERAGE,
    "IL-SUD-5": STAFF,
    "IL-SUD-6": STAFF,
    "IL-CODE": CODES,
    "IL-CODE.units": CORRECT,
    "IL-CODE.group": CORRECT,
}
WORDS = {
    CORRECT: "Correct how it is billed",
    ROLE: "First say in which role it was given",
    SIGN: "Open it in the sign-off queue",
    PLANS: "Open the plans",
    STAFF: "Open what qualifies whoever gave it",
    LADDER: "Open who supervises whoever gave it",
    COVERAGE: "Open the coverage",
    TREATMENT: "Open the times in treatment",
    PROVIDER: "Open what the state gave the provider",
    CODES: "Open codes and units",
}


@dataclass(frozen=True)
class Fix:
    """A link to where it is done; without an address the sentence says who opens that page."""

    words: str
    address: str = ""


def fix_of(actor: Membership, service: Service, line: Line) -> Fix | None:
    """Where the reader goes to mend what a criterion asks of a service. `service.notes` are read with it."""
    known = [start for start in PLACES if line.id.startswith(start)]
    place = PLACES[max(known, key=len)] if known else CORRECT
    if line.stands == "unknown" and place in (LADDER, STAFF, SIGN) and _lacks_a_role(service):
        place = ROLE
    if place == SIGN:
        return _signing(actor, service)
    if place in (CORRECT, ROLE):
        refusal = may_correct_billing.reason(actor, service)
        return Fix(refusal) if refusal else Fix(WORDS[place], reverse("correct_billing", args=[service.pk]))
    if place == CODES:
        return Fix(WORDS[place], reverse("load_service_codes" if _loads(actor) else "service_codes"))
    if place in (STAFF, LADDER):
        if service.staff_id is None:
            return Fix("Whoever gave it is not recorded: it is told by its note.", _note(service))
        part = "supervision" if place == LADDER else "qualifications"
        return _page(actor, "staff_member", service.staff_id, WORDS[place], part)
    if place == PROVIDER:
        at = service.staff.provider_id if service.staff else None
        return _page(actor, "provider", at, WORDS[place], "approvals") if at else Fix("Where its giver works is open.")
    page, part = ("plans", "") if place == PLANS else ("enrollment", place)
    return _page(actor, page, service.participant_id, WORDS[place], part)


def _lacks_a_role(service: Service) -> bool:
    """Whether nobody can tell in which role it was given: nothing about tiers is known before that."""
    if service.role or service.billed_as or not service.staff_id or not service.served_on:
        return False
    return len(roles_held(service.staff_id, service.served_on)) > 1


def _page(actor: Membership, name: str, key: object, words: str, part: str = "") -> Fix:
    if refusal := PAGES[name].refusal(actor):
        return Fix(refusal)
    return Fix(words, reverse(name, args=[key]) + (f"#{part}" if part else ""))


def _signing(actor: Membership, service: Service) -> Fix | None:
    """The note that waits; the one signed off too low is amended first, and its amendment is signed off anew."""
    note = standing_note(service)
    if note is None:
        return Fix("No note was written about it: it is signed off with its note.")
    if not note.is_signed:
        return Fix("Its note is a draft: whoever gave it signs it first.", reverse("note", args=[note.pk]))
    if note.sign_offs.all():
        said = "Somebody of too low a tier signed its note off, or returned it: whoever wrote it amends it first."
        return Fix(said, reverse("note", args=[note.pk]))
    if may_sign_off.allowed(actor, note):
        return Fix(WORDS[SIGN], reverse("sign_off", args=[note.pk]))
    return Fix("Its note waits in the sign-off queue.", reverse("note", args=[note.pk]))


def standing_note(service: Service) -> ProgressNote | None:
    """The note that counts: the last amendment that was signed, else the first note."""
    notes = sorted(service.notes.all(), key=lambda note: (note.is_signed, note.created_at))
    note = notes[-1] if notes else None
    if note is not None:
        note.service = service
    return note


def _note(service: Service) -> str:
    note = standing_note(service)
    return reverse("note", args=[note.pk]) if note else ""


def _loads(actor: Membership) -> bool:
    return may_load_codes.allowed(actor, actor.program)
