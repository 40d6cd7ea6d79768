"""The notices the people of the invented county were told."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models.functions import Now

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.reviews.answers import fresh
from alongside.reviews.models import Notice
from alongside.reviews.notices import tell_program

COUNTY, COORDINATOR = "Juniper County", "coordinator@juniper.example"


def add_notices(on: datetime.date) -> None:
    """Add them to the demo as it stands on a day. A second call changes nothing."""
    coordinator = User.objects.get(email=COORDINATOR)
    with transaction.atomic(), acting(actor=coordinator):
        county = Program.objects.get(name=COUNTY)
    with acting(program=county, actor=coordinator), transaction.atomic():
        if Notice.objects.exists():
            return
        fresh(on)
        tell_program(county, on)
        # Told on their pages: nobody in the county has a mailbox.
        Notice.objects.update(claimed_at=Now())
