"""The demo's packets: last year's was sent and received, this year's still misses two things."""

import pytest
from django.db import transaction

from alongside.access.context import acting
from alongside.config.demo_packets import _who, add_packets
from alongside.exchange.demo_county import load
from alongside.reviews.models import Packet
from people import TODAY


@pytest.mark.django_db
def test_the_demo_has_a_packet_received_and_one_with_two_things_missing():
    load(TODAY)
    add_packets(TODAY)
    add_packets(TODAY)

    program, _, _ = _who()
    with acting(program=program), transaction.atomic():
        this, last = Packet.objects.order_by("-created_at")
        assert last.state == "received"
        assert this.state == "choosing"
        assert this.items.filter(state="missing", reason=None).count() == 2
        assert last.items.filter(state="there").count() > 5
