"""Asking the law of one note, or of the few on a page: only their rows are read, stored ones or ones not stored yet.

The rule's own SQL runs unchanged. Before it stand the rows it is to see, under the names of the tables.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.facts.tables import TABLES
from alongside.law import Answer, Choices, Rule, explain
from alongside.law.rule import DOES_NOT_APPLY, MET
from alongside.packs.compiled import rule_sql

from .ask import choices
from .triggers import root_of

# A service's notes, and the copies made where one of them was moved to somebody else.
OWN_NOTES = """
SELECT * FROM progress_note WHERE service_id = ANY(%(services)s) UNION
SELECT m.* FROM progress_note n JOIN progress_note m ON m.moved_from_id = n.progress_note_id
WHERE n.service_id = ANY(%(services)s)
"""
# As if one staff member signed each of them off on the day asked about, and nobody had before.
SIGNED_OFF = """
SELECT (jsonb_populate_record(NULL::sign_off, jsonb_build_object('sign_off_id', s.service_id,
  'service_id', s.service_id, 'participant_id', s.participant_id, 'supervisor_id', %(supervisor)s::uuid,
  'decision', 'signed_off', 'decided_on', %(on)s::date))).*
FROM service s WHERE s.service_id = ANY(%(services)s)
"""
OWN_SERVICES = "SELECT * FROM service WHERE service_id = ANY(%(services)s)"


def ask_of_services(
    rule: Rule,
    services: Iterable[UUID],
    people: Iterable[UUID],
    *,
    on: datetime.date,
    given: Choices | None = None,
    only_open: bool = False,
) -> dict[str, Answer]:
    """Answers of a rule about these services or their notes, by the key of the row. `people` are those served.

    With `only_open`, those that are met or do not apply are left out: they are not even put into words.
    """
    bound = {"services": list(services), "people": list(people)}
    left_out = (MET, DOES_NOT_APPLY) if only_open else ()
    return _ask(rule, {"service": OWN_SERVICES, "progress_note": OWN_NOTES}, bound, on, given, left_out)


def ask_if_signed_off(
    rule: Rule, services: Iterable[UUID], people: Iterable[UUID], *, supervisor: UUID | None, on: datetime.date
) -> dict[str, Answer]:
    """Answers of a rule about these services as if this staff member signed them off that day, by its key."""
    bound = {"services": list(services), "people": list(people), "supervisor": supervisor}
    return _ask(rule, {"service": OWN_SERVICES, "progress_note": OWN_NOTES, "sign_off": SIGNED_OFF}, bound, on, None)


def ask_unstored(
    rule: Rule, service: Mapping[str, Any], note: Mapping[str, Any], *, on: datetime.date, given: Choices | None = None
) -> Answer | None:
    """The answer about a service and its note that are not stored: columns to values, their keys made up."""
    bound: dict[str, Any] = {"people": [service["participant_id"]]}
    bound |= {name: _as_json(name, row) for name, row in (("service", service), ("progress_note", note))}
    rows = {
        name: f'SELECT * FROM jsonb_populate_record(NULL::"{name}", %({name})s::jsonb)'
        for name in ("service", "progress_note")
    }
    key = str((service if rule.about.name == "service" else note)[rule.about.key])
    return _ask(rule, rows, bound, on, given).get(key)


def _ask(
    rule: Rule,
    rows: Mapping[str, str],
    bound: Mapping[str, Any],
    on: datetime.date,
    given: Choices | None,
    left_out: Sequence[str] = (),
) -> dict[str, Answer]:
    given = choices() if given is None else given
    found: dict[str, Answer] = {}
    for version, until in rule.versions():
        asked = rule_sql(version, until, "postgres", choices=given)
        with connection.cursor() as cursor:
            cursor.execute(f"{_seen(asked, rows)} SELECT * FROM ({asked}) AS asked", {**bound, "on": on})
            names = [column[0] for column in cursor.description]
            answered = names.index("law_answer")
            for row in cursor.fetchall():
                if row[answered] not in left_out:
                    answer = explain(version, dict(zip(names, row, strict=True)), on)
                    found[answer.key] = answer
    return found


def _seen(asked: str, rows: Mapping[str, str]) -> str:
    """Every table the question reads, with the rows it is to see: these, or all of the people served."""
    own = {
        name: f'SELECT * FROM "{name}" WHERE "{table.root}" = ANY(%(people)s)'
        for name, table in TABLES.items()
        if root_of(table) == "participant" and f'"{name}"' in asked
    }
    seen = own | {name: query for name, query in rows.items() if f'"{name}"' in asked}
    return "WITH " + ", ".join(f'"{name}" AS ({query})' for name, query in seen.items())


def _as_json(table: str, row: Mapping[str, Any]) -> str:
    known = {name: row.get(name) for name in TABLES[table].columns}
    return json.dumps(known, default=lambda value: value.isoformat() if hasattr(value, "isoformat") else str(value))
