"""The demo reads one rule otherwise, and says why. A second filling does nothing."""

import pytest

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.config.demo_readings import COORDINATOR, COUNTY, add_readings
from alongside.exchange.demo_county import load
from alongside.reviews.models import ReadingChoice
from people import TODAY


@pytest.mark.django_db
def test_one_reading_is_chosen_once():
    load(TODAY)
    for _ in range(2):
        add_readings()

    with acting(actor=User.objects.get(email=COORDINATOR)):
        county = Program.objects.get(name=COUNTY)
    with acting(program=county):
        assert [(row.reading, row.replaced_at) for row in ReadingChoice.objects.all()] == [("left_early", None)]
