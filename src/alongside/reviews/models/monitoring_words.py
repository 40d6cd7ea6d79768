"""The words of monitoring visits."""

from __future__ import annotations

from django.db.models import TextChoices


class VisitState(TextChoices):
    """Where a monitoring visit stands."""

    ANNOUNCED = "announced", "Announced"
    REQUESTED = "requested", "Documents asked for"
    SENT = "sent", "Documents sent"
    VISITED = "visited", "Visited"
    CLOSED = "closed", "Closed with a meeting and a report"


class RequestKind(TextChoices):
    """What the state's page lists for the monitoring process, in its order."""

    NOTES_AND_INVOICES = "notes_and_invoices", "Progress notes and the Medicaid invoices for them"
    ORIENTATION_TRAINING = "orientation_training", "Orientation training documentation"
    PROVIDER_AGREEMENT = "provider_agreement", "Provider agreement, F-00312 or F-00312A"
    LICENSE = "license", "Current license or certification"
    BACKGROUND_CHECK = "background_check", "Background check confirmation, F-02565"


class RequestState(TextChoices):
    """Where one request stands."""

    ASKED = "asked", "Asked for"
    SENT = "sent", "Sent"
    LOOKED_AT = "looked_at", "Looked at"


class SpokenWith(TextChoices):
    """Whom the Division spoke with."""

    PARTICIPANT = "participant", "Participant"
    PROVIDER = "provider", "Provider"
