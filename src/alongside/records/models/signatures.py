"""Who signed a document, as what, when, and how."""

from __future__ import annotations

import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from .attachments import Attachment
from .documents import Document
from .first_contacts import Representative
from .kept import Kept, canonical, sha256, whose
from .participants import Participant
from .people import StaffMember
from .record import row_key


class Capacity(models.TextChoices):
    """As what somebody signs."""

    PARTICIPANT = "participant", "Participant"
    GUARDIAN = "guardian", "Guardian"
    PARENT = "parent", "Parent"
    POWER_OF_ATTORNEY = "power_of_attorney", "Holder of a power of attorney"
    COORDINATOR = "coordinator", "Service coordinator"
    GIVER = "giver", "Whoever gave the service"
    SUPERVISOR = "supervisor", "Supervisor"
    REPORTER = "reporter", "Reporter"
    COUNTY = "county", "For the county or Tribal agency"


class Method(models.TextChoices):
    """How somebody signs."""

    DRAWN = "drawn", "Drawn on the screen"
    TYPED = "typed", "Typed name"
    SCANNED = "scanned", "Scanned page"
    OWN_SIGN_IN = "own_sign_in", "Own sign-in"


ACTING = (Capacity.GUARDIAN, Capacity.PARENT, Capacity.POWER_OF_ATTORNEY)
SERVED = (Capacity.PARTICIPANT, *ACTING)
SERVING = (Capacity.COORDINATOR, Capacity.GIVER, Capacity.SUPERVISOR, Capacity.REPORTER, Capacity.COUNTY)
HASHED = (
    "document_id", "participant_id", "capacity", "representative_id", "signer_name", "user_id", "statement", "method",
    "typed_name", "drawing", "attachment_id", "attachment_hash", "witness_id", "witness_name", "signed_on",
    "signed_at", "content_hash",
)  # fmt: skip


class Signature(Kept):
    """One signature on one document. `content_hash` is that of the document; `signature_hash` covers everything here.

    Staff sign by their own sign-in (`user`); for the county also by hand, on the page attached. A participant, or who
    acts for one, signs in their own seat, or on a staff member's device or on paper, and then the staff member is the
    witness.
    """

    id = row_key("signature_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="signatures", null=True)
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="signatures", null=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="signatures")
    capacity = models.TextField(choices=Capacity.choices)
    representative = models.ForeignKey(Representative, on_delete=models.PROTECT, related_name="signatures", null=True)
    signer_name = models.TextField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    statement = models.TextField()
    method = models.TextField(choices=Method.choices)
    typed_name = models.TextField(blank=True, default="", db_default="")
    drawing = models.TextField(blank=True, default="", db_default="")
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="signatures", null=True)
    attachment_hash = models.TextField(blank=True, default="", db_default="")
    witness = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    witness_name = models.TextField(blank=True, default="", db_default="")
    signed_on = models.DateField()
    signed_at = models.DateTimeField()
    content_hash = models.TextField()
    signature_hash = models.TextField()

    class Meta:
        db_table = "signature"
        ordering = ["signed_at", "capacity"]
        constraints = [
            CheckConstraint(name="signature_capacity_word", condition=Q(capacity__in=Capacity.values)),
            CheckConstraint(name="signature_method_word", condition=Q(method__in=Method.values)),
            CheckConstraint(
                name="signature_representative_acts",
                condition=Q(capacity__in=ACTING, representative__isnull=False)
                | Q(~Q(capacity__in=ACTING), representative=None),
            ),
            CheckConstraint(
                name="signature_by_own_hand",
                condition=Q(method=Method.DRAWN, typed_name="", attachment=None) & ~Q(drawing="")
                | Q(method=Method.TYPED, drawing="", attachment=None) & ~Q(typed_name="")
                | Q(method=Method.SCANNED, typed_name="", drawing="", attachment__isnull=False)
                | Q(method=Method.OWN_SIGN_IN, typed_name="", drawing="", attachment=None, user__isnull=False),
            ),
            CheckConstraint(
                name="signature_staff_by_own_sign_in",
                condition=~Q(capacity__in=SERVING)
                | Q(method=Method.OWN_SIGN_IN, witness=None)
                | Q(capacity=Capacity.COUNTY, method=Method.SCANNED),
            ),
            CheckConstraint(
                name="signature_witnessed_on_staffs_device",
                condition=Q(method=Method.OWN_SIGN_IN, witness=None)
                | Q(~Q(method=Method.OWN_SIGN_IN), user=None, witness__isnull=False),
            ),
            UniqueConstraint(fields=["document", "capacity"], name="signature_once", condition=~Q(capacity__in=ACTING)),
            UniqueConstraint(fields=["document", "representative"], name="signature_of_representative_once"),
            whose("signature"),
        ]

    @property
    def about(self) -> UUID | None:
        """The key of the participant or staff member whose document it is on."""
        return self.participant_id or self.staff_id

    def hash_now(self) -> str:
        """SHA-256 over the canonical JSON of everything that makes the signature, the document's hash among it."""
        hashed = {name: _said(getattr(self, name)) for name in HASHED}
        if self.staff_id is not None:  # told only where it is, so that what was signed before keeps its hash
            hashed["staff_id"] = _said(self.staff_id)
        return sha256(canonical(hashed))


def _said(value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    return str(value)
