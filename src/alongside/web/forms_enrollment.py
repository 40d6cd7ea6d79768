"""What is entered on the way to an enrollment."""

from __future__ import annotations

from alongside.records.models.words import CoveragePlan

from . import fields
from .entry import EntryForm


class CoverageForm(EntryForm):
    """What a coverage check said."""

    plan = fields.word("What the check said", CoveragePlan, "As ForwardHealth's portal or the 271 answer names it.")
    starts_on = fields.day("Covered from")
    ends_on = fields.day("Covered to", "Empty while it goes on.")
    checked_on = fields.day("Day of the check", "The evidence for the enrollment, and for each day of service.")
