"""What is on record about a participant, in the words a plan begins with."""

from __future__ import annotations

import datetime
from typing import Any

from alongside.facts.contract import LABELS
from alongside.law import said
from alongside.records.models import Participant


def demographics(person: Participant, on: datetime.date) -> str:
    """Where they live and who acts for them, as recorded."""
    found = []
    for home in person.residences.all():
        if _is_on(home, on):
            beds = f", {home.beds} beds" if home.beds else ""
            since = f" since {said(home.starts_on)}" if home.starts_on else ""
            found.append(f"Lives in: {said(home.setting, LABELS)}{beds}{since}.")
    for one in person.representatives.all():
        if _is_on(one, on):
            phone = f", {one.phone}" if one.phone else ""
            found.append(f"{one.get_kind_display() or 'Representative'}: {one.name}{phone}.")
    return "\n".join(found)


def financials(person: Participant, on: datetime.date) -> str:
    """How they are covered, as recorded."""
    found = [cover for cover in person.coverages.all() if _is_on(cover, on)]
    return "\n".join(
        f"{cover.get_plan_display() or 'Coverage'}{f', checked {said(cover.checked_on)}' if cover.checked_on else ''}."
        for cover in found
    )


def _is_on(record: Any, on: datetime.date) -> bool:
    begun = record.starts_on is None or record.starts_on <= on
    return begun and (record.ends_on is None or record.ends_on >= on)
