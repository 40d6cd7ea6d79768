"""Which version of a report or summary counts: the last signed one, until its amendment is signed."""

from __future__ import annotations

from ibis.expr.types import BooleanColumn, Table


def standing(rows: Table, key: str, is_signed: BooleanColumn) -> Table:
    """Whether each row stands: no signed row amends it, and it is not an amendment that still waits for a signature."""
    signed = rows.filter(rows.amends_id.notnull() & is_signed)
    is_waiting = rows.amends_id.notnull() & ~is_signed
    return rows.mutate(is_standing=~rows[key].isin(signed.amends_id) & ~is_waiting)
