"""Numbers people know plans and visits by: POA 2026-1, CAP 2026-1, MON 2026-1."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import connection


def next_number(model: Any, prefix: str, on: datetime.date) -> str:
    """The next number of the year in the program acted in; others wait until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s))", [model._meta.db_table])
    begin = f"{prefix} {on.year}-"
    given = model.objects.filter(number__startswith=begin).values_list("number", flat=True)
    taken = [int(number.removeprefix(begin)) for number in given if number.removeprefix(begin).isdigit()]
    return f"{begin}{max(taken, default=0) + 1}"
