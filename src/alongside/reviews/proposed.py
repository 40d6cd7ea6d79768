"""What the rules would say of something nobody has recorded yet: an enrollment on some day, a discharge.

The facts are the participant's own records; what is proposed is laid over them in memory, and nothing is written.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.facts.tables import TABLES
from alongside.facts.world import World
from alongside.law import Answer
from alongside.packs.asking import ask

from .ask import choices, pack_in_context

Rows = list[dict[str, Any]]

# What the rules on enrollment and on discharge look at.
LOOKED_AT = (
    "participant", "enrollment", "coverage", "functional_screen", "residence", "representative", "discharge",
    "discharge_summary",
)  # fmt: skip
PROPOSED = "proposed"


def if_enrolled(participant: UUID, enrolled_on: datetime.date) -> list[Answer]:
    """The conditions of enrollment as they would stand on the day, were the participant enrolled on it."""
    facts = facts_of(participant)
    row = {"enrollment_id": PROPOSED, "participant_id": str(participant), "enrolled_on": enrolled_on}
    facts |= {"enrollment": [row], "discharge": [], "discharge_summary": []}
    return _answers(facts, ("ELG",), enrolled_on)


def if_discharged(participant: UUID, ending: Mapping[str, Any], on: datetime.date) -> list[Answer]:
    """What a discharge would owe. `ending` has columns of the discharge; it is asked of the day it would happen."""
    facts = facts_of(participant)
    row = {"discharge_id": PROPOSED, "participant_id": str(participant), "has_summary": False, **ending}
    facts |= {"discharge": [row], "discharge_summary": []}
    return _answers(facts, ("DSC",), max(on, ending.get("discharged_on") or on))


def facts_of(participant: UUID) -> dict[str, Rows]:
    """The rows of one participant, as the facts know them, from the tables looked at."""
    facts: dict[str, Rows] = {}
    with connection.cursor() as cursor:
        for name in LOOKED_AT:
            table = TABLES[name]
            # Table and column names come from the fact tables' own declaration.
            columns = ", ".join(f'"{column}"' for column in table.columns)
            cursor.execute(f'SELECT {columns} FROM "{name}" WHERE "{table.root}" = %s', [participant])
            rows = cursor.fetchall()
            facts[name] = [dict(zip(table.columns, map(_plain, row), strict=True)) for row in rows]
    return facts


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value


def _answers(facts: Mapping[str, Rows], topics: Sequence[str], on: datetime.date) -> list[Answer]:
    world, given = World(facts), dict(choices())
    rules = [rule for rule in pack_in_context().rules if rule.id.partition("-")[0] in topics]
    return [answer for rule in rules for answer in ask(rule, world, on=on, choices=given)]
