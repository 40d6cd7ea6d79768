"""What the invented county reads otherwise: one reading it chose, with its reason.

It stands here because what makes up the county does not know of reviews.
"""

from __future__ import annotations

from django.db import transaction

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.reviews.actions import choose_reading
from alongside.reviews.models import ReadingChoice

COUNTY, COORDINATOR = "Juniper County", "coordinator@juniper.example"
CHOSEN = {
    "reading": "left_early",
    "choice": "does not apply",
    "reason": "The Division answered our question by e-mail: whoever left within three months is not cited. Invented.",
}


def add_readings() -> None:
    """Choose it. A second call changes nothing."""
    coordinator = User.objects.get(email=COORDINATOR)
    with transaction.atomic(), acting(actor=coordinator):
        county = Program.objects.get(name=COUNTY)
    with acting(program=county, actor=coordinator), transaction.atomic():
        if not ReadingChoice.objects.exists():
            choose_reading(program=county, **CHOSEN, by=coordinator)
