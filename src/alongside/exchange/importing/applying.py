"""Doing what a plan says, in one transaction: every record or none."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.db import connection

from alongside.records.actions.recording import recording
from alongside.records.models import ProgramRecord

from .plan import ADD, CHANGE, Change, ImportPlan
from .planning import plan_import

if TYPE_CHECKING:
    from alongside.access.models import Program, User

BATCH = 1_000


class Stale(Exception):
    """Records changed since the plan was made. Nothing was done; `plan` is what would be done now."""

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        super().__init__(
            "Records changed since this import was looked over. Look at what it would do now, and confirm again."
        )


def apply(plan: ImportPlan, program: Program, *, by: User | None) -> ImportPlan:
    """Do what the plan says. Returns the plan done. Raises `Stale` where it would do something else by now."""
    with recording(program_id=program.pk, by=by):
        _one_at_a_time(program)
        now = plan_import(plan.reading, program, on=plan.on)
        if now.digest != plan.digest:
            raise Stale(now)
        _add([change for change in now.changes if change.action == ADD])
        for change in now.changes:
            if change.action == CHANGE:
                change.record.version += 1
                change.record.save(update_fields=[*change.fields, "version"])
    return now


def _one_at_a_time(program: Program) -> None:
    """Hold other imports into the program until this one is done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"import into {program.pk}"])


def _add(changes: list[Change]) -> None:
    """New records go in table by table, in the order in which they were planned: nobody points at what is not there."""
    order = list(dict.fromkeys(change.table for change in changes))
    first = [t for t in ("provider", "person", "staff", "participant", "enrollment") if t in order]
    rank = {table: n for n, table in enumerate([*first, *(t for t in order if t not in first)])}
    for _, group in groupby(sorted(changes, key=lambda c: rank[c.table]), key=lambda c: type(c.record)):
        records: list[ProgramRecord] = [change.record for change in group]
        type(records[0])._default_manager.bulk_create(records, batch_size=BATCH)
