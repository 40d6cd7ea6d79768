"""Rows of a fact table with what is derived, as SQL for the records of some people: what rules look at, to be shown."""

from __future__ import annotations

import re

import ibis

from alongside.facts.contract import FactTable
from alongside.law.answers import ENGINES, asked_about


def rows_sql(table: FactTable, engine: str = "postgres") -> str:
    """The SQL of a table's rows about the people bound as `about`, in the columns of `FactTable.rows`."""
    rows = table.rows()
    text = str(ibis.to_sql(rows.filter(asked_about(rows[table.root])), dialect=engine))
    text = text.replace("%", "%%") if engine == "postgres" else text
    return re.sub(r"ASKED_ABOUT\(([^()]+)\)", ENGINES[engine][1], text)
