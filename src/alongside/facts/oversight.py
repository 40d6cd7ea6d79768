"""The state's yearly look at a program's documents."""

from __future__ import annotations

from .contract import count, day, instant, key, number_known, table

documentation_oversight = table(
    "documentation_oversight",
    "One row for each annual documentation oversight of the program.",
    known_as="title",
    oversight_id=key("What tells one documentation oversight from another."),
    title=number_known("What it is called, such as Documentation oversight 2026."),
    announced_on=day("The day the Division announced it and asked for the list of enrollments and discharges."),
    period_starts_on=day("The first day of the program's oversight period."),
    served_from_on=day("The first day of the year whose participants are looked at."),
    served_to_on=day("The last day of that year."),
    list_sent_at=instant("When the program sent the list of enrollments and discharges."),
    participant_count=count("How many participants were served in that year, by the list."),
    sample_count=count("How many of them were drawn."),
    sample_named_on=day("The day the Division named the sample to the program."),
    packet_received_on=day("The day the materials were sent."),
    debriefed_on=day("The day the Division sent its report."),
)
