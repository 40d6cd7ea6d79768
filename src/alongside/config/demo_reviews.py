"""What the demo shows of reviews: oversights, their packets, monitoring and plans, a reading chosen, notices."""

from __future__ import annotations

import datetime

from .demo_monitoring import add_monitoring
from .demo_notices import add_notices
from .demo_oversight import add_oversights
from .demo_packets import add_packets
from .demo_readings import add_readings


def add_reviews(on: datetime.date) -> None:
    """Fill them in, as they stand on that day. A second call changes nothing."""
    add_oversights(on)
    add_packets(on)
    add_monitoring(on)
    add_readings()
    add_notices(on)
