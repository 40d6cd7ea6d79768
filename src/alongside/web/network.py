"""The network as its pages show it: what runs out, how each provider stands, and the files that prove it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from alongside.access.models import Membership
from alongside.law.rule import DOES_NOT_APPLY
from alongside.records.models import AgencyApplication, ProviderFile, ProviderLocation
from alongside.reviews.models import Answer
from alongside.reviews.scope import answers_seen, of_people_here

from .needs_names import names_of

AHEAD_DAYS = 90
SHOWN = 40
# Whose answers of a rule say that something runs out, or has run out.
RULES = ("PRV-2", "PRV-3", "PRV-4", "CPS")


@dataclass(frozen=True)
class RunsOut:
    """One thing that ends: what, whose, the last day, and what to do."""

    row: Answer
    whose: str
    address: str
    place: str

    @property
    def why(self) -> str:
        return reverse("why", args=[self.row.rule, self.row.key])


def runs_out(actor: Membership, on: datetime.date) -> list[RunsOut]:
    """What ends within 90 days, the first to end first. What has ended stands with the one it is of."""
    until = on + datetime.timedelta(days=AHEAD_DAYS)
    rows = of_people_here(answers_seen(actor), on).filter(due_on__range=(on, until), rule__in=RULES)
    rows = rows.exclude(answer=DOES_NOT_APPLY).order_by("due_on", "rule", "subject")
    found = list(rows.defer("criteria")[:SHOWN])
    names = names_of(found)
    at = [row.key for row in found if row.about == "provider_location"]
    places = dict(ProviderLocation.objects.filter(pk__in=at).values_list("pk", "place"))
    return [RunsOut(row, *names[row.root], places.get(row.key) or "") for row in found]


def steps_of(application: AgencyApplication | None) -> list[tuple[str, datetime.date | None]]:
    """The steps of the application, each with its day."""
    names = {"Completed": "completed_on", "Sent to the Division": "sent_on", "Approved": "approved_on"}
    return [(word, getattr(application, name, None)) for word, name in names.items()]


def files_of(record: Any) -> list[ProviderFile]:
    """The files that prove one record, the newest first."""
    if record is None:
        return []
    return list(ProviderFile.objects.filter(record=record.pk).defer("content").select_related("uploaded_by"))
