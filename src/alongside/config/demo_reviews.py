"""What the invented county concluded: a reading it chose, and the notices its people were told."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models.functions import Now

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.reviews.actions import choose_reading
from alongside.reviews.answers import fresh
from alongside.reviews.models import Notice, ReadingChoice
from alongside.reviews.notices import tell_program

COUNTY, COORDINATOR = "Juniper County", "coordinator@juniper.example"
CHOSEN = {
    "reading": "left_early",
    "choice": "does not apply",
    "reason": "The Division answered our question by e-mail: whoever left within three months is not cited. Invented.",
}


def add_reviews(on: datetime.date) -> None:
    """Add them to the demo as it stands on a day. A second call changes nothing."""
    coordinator = User.objects.get(email=COORDINATOR)
    with transaction.atomic(), acting(actor=coordinator):
        county = Program.objects.get(name=COUNTY)
    with acting(program=county, actor=coordinator), transaction.atomic():
        if ReadingChoice.objects.exists():
            return
        choose_reading(program=county, **CHOSEN, by=coordinator)
        fresh(on)
        tell_program(county, on)
        # Told on their pages: nobody in the county has a mailbox.
        Notice.objects.update(claimed_at=Now())
