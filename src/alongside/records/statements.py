"""What somebody says by signing. The whole text is shown before, and kept with the signature."""

from __future__ import annotations

from .models import ACTING, SERVED, Capacity, DocumentKind

BY_CAPACITY: dict[tuple[DocumentKind, Capacity], str] = {
    (DocumentKind.SERVICE_PLAN, Capacity.PARTICIPANT): (
        "I took part in making this plan. I have read it, or it was read to me, and I agree with it."
    ),
    (DocumentKind.SERVICE_PLAN, Capacity.COORDINATOR): (
        "I made this plan together with the participant, and I am responsible for it."
    ),
    (DocumentKind.ASSESSMENT, Capacity.PARTICIPANT): (
        "I took part in this assessment. I have read it, or it was read to me."
    ),
    (DocumentKind.ASSESSMENT, Capacity.COORDINATOR): "I made this assessment together with the participant.",
    (DocumentKind.SUPPORT_PLAN, Capacity.PARTICIPANT): "These are my own words, and this is how I want others to help.",
    (DocumentKind.SUPPORT_PLAN, Capacity.COORDINATOR): "I wrote this down together with the participant.",
    (DocumentKind.DISCHARGE_SUMMARY, Capacity.PARTICIPANT): (
        "I have read this summary, or it was read to me. I know that my services end, and how I can come back."
    ),
    (DocumentKind.DISCHARGE_SUMMARY, Capacity.COORDINATOR): "I wrote this summary, and it is true as far as I know.",
    (DocumentKind.PROGRESS_NOTE, Capacity.GIVER): "I wrote this note, and it says what was done.",
    (DocumentKind.PROGRESS_NOTE, Capacity.SUPERVISOR): "I have read this note as supervisor, and I agree with it.",
    (
        DocumentKind.INCIDENT_REPORT,
        Capacity.REPORTER,
    ): "I report this as I saw it or learned of it, and leave nothing out.",
    (DocumentKind.TRAINING_SHEET, Capacity.COUNTY): (
        "I sign for the Tribal nation or county agency that provides the service: this training was completed as it "
        "stands here."
    ),
}
FOR_ANOTHER = "I act for the participant and sign in their place. I have read this, or it was read to me, and I agree."
ELECTRONICALLY = "I mean this as my signature. I know that I may sign on paper instead."
BY_SIGN_IN = "I mean this as my signature."
ON_PAPER = "This is the page that was signed by hand."


def statement_of(kind: DocumentKind, capacity: Capacity, *, is_on_paper: bool = False) -> str:
    """The statement somebody signs. Raises KeyError where nobody signs this kind in this capacity."""
    if capacity not in capacities_of(kind):
        raise KeyError(f"{kind} as {capacity}")
    said = FOR_ANOTHER if capacity in ACTING else BY_CAPACITY[(kind, capacity)]
    if capacity not in SERVED:
        return f"{said} {ON_PAPER if is_on_paper else BY_SIGN_IN}"
    return f"{said} {ON_PAPER if is_on_paper else ELECTRONICALLY}"


def capacities_of(kind: DocumentKind) -> tuple[Capacity, ...]:
    """In which capacities a kind of document is signed."""
    found = [capacity for of, capacity in BY_CAPACITY if of == kind]
    return (*found, *ACTING) if Capacity.PARTICIPANT in found else tuple(found)
