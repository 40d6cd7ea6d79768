"""Storing many answers at once.

A batch goes to the database as one JSON text. As an array of JSON texts every quotation mark in it would be escaped
once more, one by one, which takes longer than all the rest.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

from .models import Answer

IN_ONE = 500
FIELDS = Answer._meta.concrete_fields
COLUMNS = ", ".join(f'"{field.column}"' for field in FIELDS)
INSERT = f"INSERT INTO answer ({COLUMNS}) SELECT {COLUMNS} FROM jsonb_populate_recordset(NULL::answer, %s::jsonb)"


def insert(answers: Sequence[Answer]) -> None:
    """Store answers that are not stored yet, in the transaction and the program acted in."""
    with connection.cursor() as cursor:
        for start in range(0, len(answers), IN_ONE):
            batch = answers[start : start + IN_ONE]
            rows = [{field.column: getattr(one, field.attname) for field in FIELDS} for one in batch]
            cursor.execute(INSERT, [json.dumps(rows, cls=DjangoJSONEncoder)])
