"""What a program sends for a documentation oversight."""

from __future__ import annotations

from .contract import count, instant, key, number_known, of, table, yes
from .oversight import documentation_oversight

packet = table(
    "packet",
    "One row for each packet put together for a documentation oversight.",
    parent=documentation_oversight,
    packet_id=key("What tells one packet from another."),
    oversight_id=of("The documentation oversight it is for."),
    number=number_known("The number on the packet and its receipt, such as 2026-1."),
    missing_count=count("How much is missing from it without a reason."),
    outside_count=count("How many files in it are about somebody who is not in the sample."),
    has_statement=yes("Whether the redisclosure statement goes with it."),
    sent_at=instant("When it was sent."),
)
