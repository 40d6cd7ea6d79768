"""Database triggers that mark people whose records changed: generated from the fact tables, so no write can forget.

The mark is an update where one stands already: it waits for whoever is refreshing, so that a change committed
meanwhile is never taken for answered.
"""

from __future__ import annotations

from typing import Any

from django.db import connections

from alongside.facts.contract import FactTable
from alongside.facts.tables import TABLES

_MARK = """
    INSERT INTO stale (program_id, root_table, root, marked_at)
    SELECT DISTINCT program_id, TG_ARGV[0], (to_jsonb(row) ->> TG_ARGV[1])::uuid AS root, statement_timestamp()
    FROM {rows} row ORDER BY root
    ON CONFLICT (program_id, root_table, root) DO UPDATE SET marked_at = excluded.marked_at;
"""


# Rows beside the changed ones, perhaps other people's: those whose column holds what the changed row's column holds.
_MARK_BESIDE = """
    EXECUTE format(
        'INSERT INTO stale (program_id, root_table, root, marked_at)
         SELECT DISTINCT other.program_id, %L, other.%I AS root, statement_timestamp()
         FROM {rows} row JOIN %I other ON other.%I = row.%I AND other.program_id = row.program_id ORDER BY root
         ON CONFLICT (program_id, root_table, root) DO UPDATE SET marked_at = excluded.marked_at',
        TG_ARGV[0], TG_ARGV[1], TG_ARGV[3], TG_ARGV[4], TG_ARGV[2]);
"""

# What is said of a service rests on those above whoever gave it; of a team on its members, of a provider on its staff.
_MARK_REACH = """
    INSERT INTO stale (program_id, root_table, root, marked_at)
    WITH RECURSIVE touched AS (
        SELECT DISTINCT member.program_id, member.staff_id, member.provider_id FROM {rows} row
        JOIN staff member ON member.program_id = row.program_id
            AND to_jsonb(member) ->> TG_ARGV[0] = to_jsonb(row) ->> TG_ARGV[0]
    ), below AS (
        SELECT program_id, staff_id, 0 AS steps FROM touched
        UNION
        SELECT below.program_id, link.staff_id, below.steps + 1 FROM below
        JOIN supervision link ON link.supervisor_id = below.staff_id AND link.program_id = below.program_id
        WHERE below.steps < 4
    ), reached AS (
        SELECT program_id, 'participant' AS root_table, participant_id AS root
        FROM service JOIN below USING (program_id, staff_id)
        UNION SELECT program_id, 'team', team_id FROM team_member JOIN touched USING (program_id, staff_id)
        UNION SELECT program_id, 'provider', provider_id FROM touched WHERE provider_id IS NOT NULL
    )
    SELECT program_id, root_table, root, statement_timestamp() FROM reached ORDER BY root_table, root
    ON CONFLICT (program_id, root_table, root) DO UPDATE SET marked_at = excluded.marked_at;
"""


def install(using: str = "default", **_: Any) -> None:
    """Create or replace every trigger. Runs after each migration, as the owner."""
    with connections[using].cursor() as cursor:
        for name, rows in (("changed", "changed"), ("moved", "(SELECT * FROM before UNION SELECT * FROM changed)")):
            for function, body in (
                (f"mark_stale_{name}", _MARK),
                (f"mark_stale_beside_{name}", _MARK_BESIDE),
                (f"mark_stale_reach_{name}", _MARK_REACH),
            ):
                cursor.execute(
                    f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS "
                    f"$$ BEGIN {body.format(rows=rows)} RETURN NULL; END $$"
                )
        existing = set(connections[using].introspection.table_names(cursor))
        for table in TABLES.values():
            if table.name in existing:
                cursor.execute("\n".join(_statements(table)))


def root_of(table: FactTable) -> str:
    """The table whose rows are the people a fact table belongs to."""
    return table.name if table.parent is None else root_of(table.parent)


def _statements(table: FactTable) -> list[str]:
    statements = []
    given = f"'{root_of(table)}', '{table.root}'"
    for event, function, tables in (
        ("INSERT", "changed", "NEW TABLE AS changed"),
        ("DELETE", "changed", "OLD TABLE AS changed"),
        ("UPDATE", "moved", "OLD TABLE AS before NEW TABLE AS changed"),
    ):
        calls = {f"stale_after_{event.lower()}": f"mark_stale_{function}({given})"}
        for own, beside, theirs in table.beside:
            whose = f"'{root_of(TABLES[beside])}', '{TABLES[beside].root}'"
            call = f"mark_stale_beside_{function}({whose}, '{own}', '{beside}', '{theirs}')"
            calls[f"stale_{beside}_after_{event.lower()}"] = call
        if table.reaches:
            calls[f"stale_reach_after_{event.lower()}"] = f"mark_stale_reach_{function}('{table.reaches}')"
        statements += [
            f'CREATE OR REPLACE TRIGGER {name} AFTER {event} ON "{table.name}" REFERENCING {tables} '
            f"FOR EACH STATEMENT EXECUTE FUNCTION {call};"
            for name, call in calls.items()
        ]
    return statements
