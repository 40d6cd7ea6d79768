"""A tracker into the database: planned first, shown, then applied whole or not at all. The only part that knows Django.

    reading = read_for_import(file, name, program=program, on=on, mapping=mapping)
    plan = plan_import(reading, program, on=on)        # changes nothing
    apply(plan, by=user)                               # one transaction; Stale where the records moved on since

An import never deletes, a blank cell never erases, and a record a person made (`imported_from` empty) is left alone.
"""

from .applying import Stale, apply
from .plan import ADD, CHANGE, LEFT_ALONE, SAME, Change, ImportPlan
from .planning import plan_import, read_for_import

__all__ = [
    "ADD",
    "CHANGE",
    "LEFT_ALONE",
    "SAME",
    "Change",
    "ImportPlan",
    "Stale",
    "apply",
    "plan_import",
    "read_for_import",
]
