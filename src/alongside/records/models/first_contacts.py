"""How somebody comes to the program, and who acts for them."""

from __future__ import annotations

from django.db import models

from .participants import Participant
from .record import Known, Periods, ProgramRecord, day, in_order, only_words, row_key, together, word
from .words import RepresentativeKind


class FirstContact(ProgramRecord):
    """Somebody asked for services. It leads to an enrollment, or to a refusal that says why."""

    id = row_key("first_contact_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="first_contacts")
    contacted_on = day()
    requested_services = Known()
    refused_on = day()
    refused_reasons = Known()

    class Meta:
        db_table = "first_contact"
        ordering = ["-contacted_on"]
        constraints = [
            together("first_contact", "refused_on", "refused_reasons"),
            in_order("first_contact", "contacted_on", "refused_on"),
        ]


class Representative(ProgramRecord):
    """A guardian or another person who acts for a participant, while the authority lasts."""

    id = row_key("representative_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="representatives")
    kind = word(RepresentativeKind)
    name = Known()
    phone = Known()
    email = Known()
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "representative"
        ordering = ["-starts_on"]
        constraints = [
            only_words("representative", "kind", RepresentativeKind),
            in_order("representative", "starts_on", "ends_on"),
        ]
