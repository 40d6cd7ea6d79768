"""An example set of incident categories. The categories and clocks of F-00390 could not be read: nothing here is
Wisconsin's current list for CRS. It follows forms of sister programs, and a program that loads it is told so."""

from __future__ import annotations

from typing import Any

from .sources import CHILDRENS_INCIDENTS, WAIVER_INCIDENTS

EXAMPLE_OF = (
    f"Example. {WAIVER_INCIDENTS.title}, and {CHILDRENS_INCIDENTS.title}: older or sister forms, read in part. "
    "Not Wisconsin’s current categories or clocks for CRS."
)


def _row(name: str, *questions: tuple[str, str]) -> dict[str, Any]:
    """The older form counts 24 hours to the agency, and three business days from there to the state."""
    clocks = {
        "program_clock_count": 24, "program_clock_unit": "hours", "state_clock_count": 3,
        "state_clock_unit": "business_days",
    }  # fmt: skip
    return {"name": name, "source": EXAMPLE_OF, "questions": [list(pair) for pair in questions], **clocks}


EXAMPLES: tuple[dict[str, Any], ...] = (
    _row("Abuse, neglect or exploitation", ("Was adult or child protective services told?", "yes_or_no")),
    _row("Injury or fall", ("Was medical care needed?", "yes_or_no"), ("Which care, and where?", "text")),
    _row("Fire or damage to the home", ("Was the fire department there?", "yes_or_no"), ("Back at home on", "day")),
    _row("Contact with law enforcement", ("Which agency?", "text")),
    _row("Medicine error with a hospital stay", ("Hospital nights", "number")),
    _row("Unplanned psychiatric hospital stay", ("Admitted on", "day")),
    _row("Restraint or restriction nobody approved", ("Who decided it?", "text")),
    _row("Death"),
)
