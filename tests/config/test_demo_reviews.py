"""What the invented county concluded: a reading chosen with a reason, and notices; once, however often it is loaded."""

import pytest

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.config.demo_readings import COUNTY
from alongside.config.demo_reviews import add_reviews
from alongside.exchange.demo_county import load
from alongside.records.models import GuidingCopy, JoiningDetails, RateSheet
from alongside.reviews.models import Notice, ReadingChoice
from people import TODAY

pytestmark = pytest.mark.django_db


def test_the_demo_has_a_reading_chosen_copies_and_notices():
    load(TODAY)
    for _ in range(2):
        add_reviews(TODAY)

    coordinator = User.objects.get(email="coordinator@juniper.example")
    with acting(actor=coordinator):
        county = Program.objects.get(name=COUNTY)
    with acting(program=county):
        (chosen,) = ReadingChoice.objects.in_force()
        assert chosen.reason
        assert chosen.chosen_by == coordinator
        told = Notice.objects.filter(reader=coordinator)
        assert 2 <= told.count() <= 5
        assert told.filter(kind="digest").count() == 1
        assert not Notice.objects.filter(is_mail_wanted=True, claimed_at=None).exists()
        assert GuidingCopy.objects.count() == 2
        assert JoiningDetails.objects.exists()
        assert RateSheet.objects.exists()
