"""The words of releases: what is released, to whom, what for, and what the law lets go without a consent."""

from __future__ import annotations

from django.db.models import TextChoices


class RecordClass(TextChoices):
    """Which records, by the law that guards them."""

    SUBSTANCE_USE = "substance_use", "Substance use disorder records"
    MENTAL_HEALTH = "mental_health", "Mental health treatment records"
    OTHER = "other", "Other records of the program"


class RecipientKind(TextChoices):
    """Whether a consent names somebody, or says which kind of people."""

    PERSON = "person", "A named person"
    ORGANIZATION = "organization", "A named organization"
    CLASS = "class", "A kind of people or organizations"


class ReleasePurpose(TextChoices):
    """What a disclosure is for."""

    TREATMENT = "treatment", "Treatment"
    PAYMENT = "payment", "Payment"
    OPERATIONS = "operations", "Health care operations"
    AUDIT = "audit", "Audit or evaluation"
    EMERGENCY = "emergency", "Medical emergency"
    PROCEEDING = "proceeding", "A legal proceeding"
    OWN_WISH = "own_wish", "The participant asked for it"
    OTHER = "other", "Something else"


class WithoutConsent(TextChoices):
    """What lets records go without a consent."""

    AUDIT = "audit", "Audit and evaluation"
    EMERGENCY = "emergency", "Medical emergency"
    COURT_ORDER = "court_order", "Court order"
    OWN_ACCESS = "own_access", "The participant’s own access"
    PROGRAM_STAFF = "program_staff", "Staff of the program who need it"
