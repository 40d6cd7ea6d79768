"""What a participant agreed to let out, and what was let out."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import CheckConstraint, Q

from .participants import Participant
from .record import Known, ProgramRecord, day, in_order, instant, only_words, row_key, together, word
from .release_words import RecipientKind, RecordClass, ReleasePurpose, WithoutConsent


def covers() -> models.BooleanField[Any, Any]:
    """Whether records of one class are meant. Not said is not meant."""
    return models.BooleanField(default=False, db_default=False)


class Covering(ProgramRecord):
    """Names records by their class, whom they go to, and what for."""

    covers_substance_use = covers()
    covers_mental_health = covers()
    covers_other = covers()
    recipient = Known()
    purpose = word(ReleasePurpose)

    class Meta:
        abstract = True

    @property
    def classes(self) -> frozenset[RecordClass]:
        """The classes of records that are meant."""
        return frozenset(one for one in RecordClass if getattr(self, f"covers_{one.value}"))

    @property
    def covered(self) -> str:
        """The same in words, in the order they are asked for."""
        return "; ".join(one.label for one in RecordClass if one in self.classes)


class Consent(Covering):
    """A participant's written consent to a disclosure, the last day included. Once revoked it ends at that moment."""

    id = row_key("consent_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="consents")
    recipient_kind = word(RecipientKind)
    purpose_said = Known()
    signed_on = day()
    starts_on = day()
    expires_on = day()
    signed_paper = Known()
    revoked_at = instant()
    revoked_how = Known()

    class Meta:
        db_table = "consent"
        ordering = ["-signed_on"]
        constraints = [
            only_words("consent", "purpose", ReleasePurpose),
            only_words("consent", "recipient_kind", RecipientKind),
            in_order("consent", "starts_on", "expires_on"),
            in_order("consent", "signed_on", "starts_on"),
            together("consent", "revoked_at", "revoked_how"),
            CheckConstraint(
                name="consent_covers_something",
                condition=Q(covers_substance_use=True) | Q(covers_mental_health=True) | Q(covers_other=True),
            ),
        ]


class Disclosure(Covering):
    """Records of a participant that went out: under which consent or which rule that needs none, with the statement
    that went with them, as it read then."""

    id = row_key("disclosure_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="disclosures")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, blank=True, related_name="disclosures")
    without_consent = word(WithoutConsent)
    what = Known()
    disclosed_at = instant()
    statement = Known()
    statement_edition = Known()

    is_written_once = True

    class Meta:
        db_table = "disclosure"
        ordering = ["-disclosed_at"]
        constraints = [
            only_words("disclosure", "purpose", ReleasePurpose),
            only_words("disclosure", "without_consent", WithoutConsent),
            CheckConstraint(
                name="disclosure_by_some_right",
                condition=Q(consent__isnull=False) | Q(without_consent__isnull=False),
            ),
        ]
