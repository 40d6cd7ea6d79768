"""Nobody is named in a report about somebody else: each participant touched has a report of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from .models import Participant
from .problems import Problem

APART = "Write it under their own name, and “another participant” here: each report is read by itself."


def problems_of_names(
    touched: Sequence[Participant], shared: Mapping[str, str | None], own: Mapping[UUID, str | None]
) -> Iterator[Problem]:
    """Where a text that stands in somebody's report names another who was touched.

    `shared` stands in every report, by field; `own` in one participant's only, by their key.
    """
    if len(touched) < 2:
        return
    for field, text in shared.items():
        named = [one for one in touched if is_named(one, text)]
        if named:
            yield _problem(field, named)
    for participant in touched:
        named = [one for one in touched if one != participant and is_named(one, own.get(participant.pk))]
        if named:
            yield _problem("happened_to", named)


def is_named(participant: Participant, text: str | None) -> bool:
    """Whether a text has the participant's whole name, in either order, or the Medicaid id."""
    given, family = participant.given_name.strip(), participant.family_name.strip()
    names = [participant.medicaid_id]
    if given and family:
        names += [f"{given} {family}", f"{family} {given}", f"{family}, {given}"]
    words = " ".join((text or "").split())
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) for name in names)


def _problem(field: str, named: Sequence[Participant]) -> Problem:
    names = " and ".join(one.name for one in named)
    return Problem(field, f"the name of {names}", "a text that names no other participant", APART)
