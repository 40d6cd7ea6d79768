"""The demo's oversights: last year's with its Debrief, this year's with the list sent. Once filled, it stays."""

import pytest

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.config.demo_oversight import COORDINATOR, add_oversights
from alongside.exchange.demo_county import load
from alongside.reviews.models import Finding, Oversight
from people import TODAY

pytestmark = pytest.mark.django_db


def test_last_years_is_closed_and_this_years_list_is_sent():
    load(TODAY)
    add_oversights(TODAY)
    add_oversights(TODAY)

    with acting(actor=User.objects.get(email=COORDINATOR)):
        program = Program.objects.get(name="Juniper County")
    with acting(program=program):
        this, last = Oversight.objects.all()
        assert (this.state, last.state) == ("list_sent", "closed")
        assert last.sample_count == -(-last.participant_count // 5)
        assert last.packet_due_on >= last.packet_received_on
        assert Finding.objects.count() == 3
        assert this.drawn_sample is None
