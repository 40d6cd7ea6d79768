"""Hours and units on the way to a peer's certificate."""

from __future__ import annotations

from django.db import models

from .credential_words import CredentialDomain, CredentialPart
from .peer_words import PeerCredential
from .people import StaffMember
from .record import Known, ProgramRecord, above_zero, day, hours, only_words, row_key, word

MOST_AT_ONCE = 2500


class CredentialHours(ProgramRecord):
    """Hours of training, work or supervision, or units for renewal, that ended on a day."""

    id = row_key("credential_hours_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="credential_hours")
    kind = word(PeerCredential)
    part = word(CredentialPart)
    domain = word(CredentialDomain)
    done_on = day()
    hours = hours()
    what = Known()

    class Meta:
        db_table = "credential_hours"
        verbose_name = "hours toward a credential"
        verbose_name_plural = "hours toward a credential"
        ordering = ["-done_on"]
        constraints = [
            only_words("credential_hours", "kind", PeerCredential),
            only_words("credential_hours", "part", CredentialPart),
            only_words("credential_hours", "domain", CredentialDomain),
            above_zero("credential_hours", "hours", at_most=MOST_AT_ONCE),
        ]
