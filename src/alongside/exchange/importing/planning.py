"""From a file to a plan: reads it with what the program already knows, and holds every row against the records."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, BinaryIO

from django.db import transaction

from alongside.access.context import acting
from alongside.packs import PACKS
from alongside.records.models import Correction, StaffMember

from ..collected import Reading, Rejected
from ..kinds import kind_of
from ..limits import SHARED_SERVER, Limits
from ..mapping import Mapping
from ..reading import Progress, read_file
from ..row import Row
from ..sheets import is_small_enough
from ..tried import tried
from ..untold import not_asked
from .participants import plan_participants
from .plan import ImportPlan
from .planner import Planner
from .staff import plain_number, plan_staff
from .training import plan_training

if TYPE_CHECKING:
    from alongside.access.models import Program

# Where the tracker's field is not called as the record's: table.column of the record → field of the sheet.
TOLD_BY = {
    "coverage.plan": "plan", "functional_screen.kind": "screen_kind", "functional_screen.completed_on": "screened_on",
    "functional_screen.result": "screen_result", "assessment.completed_on": "assessed_on",
    "service_plan.completed_on": "planned_on", "person.family_name": "name", "person.given_name": "name",
    "provider.name": "provider", "credential.number": "certificate_number",
    "credential.expires_on": "certificate_expires_on", "background_check.completed_on": "background_check_on",
}  # fmt: skip


def read_for_import(
    file: BinaryIO, name: str, *, program: Program, on: datetime.date, mapping: Mapping | None = None,
    limits: Limits = SHARED_SERVER, progress: Progress | None = None,
) -> Reading:  # fmt: skip
    """Read a tracker as of a day, with the program's staff numbers known. Raises `Refused`.

    On a shared server a workbook is read in a process of its own first, so that none takes the server with it."""
    if limits is SHARED_SERVER and is_small_enough(file, limits) and kind_of(file, name) == "xlsx":
        file.seek(0)
        tried(file.read(), name, "book")
    with acting(program=program), transaction.atomic():
        numbers = {plain_number(n) for n in StaffMember.objects.values_list("staff_number", flat=True)}
    return read_file(
        file, name, on, mapping=mapping, limits=limits, is_known_staff=numbers.__contains__, keeps_rows=True,
        progress=progress,
    )  # fmt: skip


def plan_import(reading: Reading, program: Program, *, on: datetime.date) -> ImportPlan:
    """What taking the file into the program would do. Changes nothing. `reading` is of `read_for_import`."""
    untold = [one for one in not_asked(PACKS[program.pack], reading.told) if not one.is_about_nobody]
    notes = [
        *reading.notes,
        *(f"{one.reason} {', '.join(one.rules)}: answered from what is recorded." for one in untold),
    ]
    plan = ImportPlan(reading, program.pk, on, rejected_rows=list(reading.rejected_rows), notes=notes)
    with acting(program=program), transaction.atomic():
        made = Correction.objects.select_related("corrected_by")
        planner = Planner(plan, {(one.record_key, one.field): one for one in made})
        plan_participants(planner)
        plan_training(planner, plan_staff(planner))
    _set_aside(planner)
    return plan


def _set_aside(planner: Planner) -> None:
    """Rows with problems go out whole, and with them every row about a person who is not taken."""
    plan = planner.plan
    for change in plan.changes:
        if (change.root, change.subject) in planner.lost and change.place not in planner.refused:
            fix = "Correct that row first, and give this one back with it."
            key = "participant.medicaid_id" if change.root == "participant" else "training.staff_number"
            found = f"{change.subject} {change.name}".strip()
            planner.refuse(change.place, (key, found, "a person whose own row was taken", fix))
    for place, problems in planner.refused.items():
        row = plan.reading.rows[place]
        told = [_told(row, *problem) for problem in problems]
        plan.rejected_rows.append(Rejected.of(row, told))
    taken = [change for change in plan.changes if change.place not in planner.refused]
    # A provider first named in a row that goes out is still the provider of others.
    needed = {getattr(change.record, "provider_id", None) for change in taken if change.table == "staff"}
    shared = [c for c in plan.changes if c.table == "provider" and c.place in planner.refused and c.record.pk in needed]
    plan.changes = [*shared, *taken]


def _told(row: Row, key: str, found: str, expected: str, fix: str) -> tuple[str, str, str, str]:
    _, _, column = key.partition(".")
    return TOLD_BY.get(key, column), found, expected, fix
