"""Codes, units and rates: what an administrator loaded from a fee schedule, with its source and the day it was read."""

from __future__ import annotations

from .contract import amount, count, day, key, number_known, table, text, word
from .plans import SERVICE_KINDS
from .roles import SERVICES, TIERS

service_code = table(
    "service_code",
    "One row for each line of a fee schedule the program loaded. None comes with the software.",
    known_as="code",
    service_code_id=key("What tells one line from another."),
    code=number_known("The procedure code, as the schedule prints it."),
    kind=word("Which service it is for.", **SERVICE_KINDS, **SERVICES),
    tier=word("The tier it is for. Empty: any.", **TIERS),
    modifier=text("The modifier, as the schedule prints it."),
    unit=text("The unit, as the schedule prints it."),
    unit_minutes=count("How many minutes a unit has, where it is one of time."),
    group_size=count("How many may take part at most, where the schedule says so."),
    rate=amount("What a unit pays."),
    starts_on=day("First day it holds."),
    ends_on=day("Last day it holds. Empty while it goes on."),
    source_url=text("Where the schedule was read."),
    read_on=day("The day it was read."),
)
