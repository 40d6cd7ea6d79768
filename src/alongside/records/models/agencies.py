"""Who delivers: the county's or Tribe's own agency and the providers it contracts with."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from .peer_agency_words import IllinoisProvider
from .record import Known, ProgramRecord, day, only_words, row_key, word, yes
from .words import ProviderKind


class Provider(ProgramRecord):
    """An organization or individual that delivers services for the program. The program's own agency is one too.

    `ended_on` is its last day in the network.
    """

    id = row_key("provider_id")
    name = models.TextField()
    kind = word(ProviderKind, IllinoisProvider)
    phone = Known()
    contact_name = Known()
    email = Known()
    address = Known()
    ended_on = day()
    is_nonprofit_or_government = yes()

    class Meta:
        db_table = "provider"
        ordering = ["name"]
        constraints = [
            UniqueConstraint(fields=["program", "name"], name="provider_known_as"),
            only_words("provider", "kind", ProviderKind, IllinoisProvider),
        ]
