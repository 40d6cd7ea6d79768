"""The write most beds try: a coverage check of a participant, told apart from all others by its reference."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

import psycopg

from .ground import Ground

PAGE = "/participants/{person}/coverage/"
COUNT = """
select c.reference, count(distinct c.coverage_id), count(l.entry_id)
from coverage c
left join ledger_entry l on l.row_id = c.coverage_id::text and l.table_name = 'coverage' and l.act = 'insert'
where starts_with(c.reference, %s) group by c.reference
"""


def a_form(reference: str, token: str = "") -> dict[str, str]:
    """The fields of a check, with a form token."""
    said = {"plan": "medicaid", "starts_on": "2025-09-01", "checked_on": "2025-09-02", "reference": reference}
    return {**said, "token": token or str(uuid4())}


def page_of(ground: Ground, nth: int) -> str:
    """Where the check of the nth participant is entered."""
    people = ground.said["people"]
    return PAGE.format(person=people[nth % len(people)])


def there(connection: psycopg.Connection[Any], series: str) -> dict[str, tuple[int, int]]:
    """By reference: how many rows there are, and how many entries of the ledger tell of their coming."""
    return {reference: (rows, told) for reference, rows, told in connection.execute(COUNT, [series])}


def wrong(found: dict[str, tuple[int, int]], acknowledged: Iterable[str]) -> list[str]:
    """What is lost, doubled, or not told of exactly once."""
    said = [f"{reference}: acknowledged and not there" for reference in set(acknowledged) - set(found)]
    for reference, (rows, told) in found.items():
        if rows != 1:
            said.append(f"{reference}: there {rows} times")
        elif told != rows:
            said.append(f"{reference}: told of {told} times in the ledger")
    return said
