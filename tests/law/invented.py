"""Rules that exist nowhere, to try the law's own machinery."""

from ibis import _

from alongside.facts.tables import staff, training
from alongside.law import Rule, Source, must, tally

MEMO = Source("M0", "A memo nobody wrote", "guidance", "whole")
CITE = MEMO.at("page 1", "eight hours of juggling")


def hours_rule(hours, since, **more):
    """Staff must have so many hours of training; each row is dated by the first day of employment."""
    given = {
        "dated_by": _.started_on,
        "facts": (tally(training, "staff_id", juggled=_.hours.sum()),),
        "criteria": (
            must(
                "JUG-1.hours", f"juggle {hours} hours ({{juggled}} recorded)", _.juggled >= hours, CITE,
                fix=f"Juggle {hours} hours.", who="juggler",
            ),
        ),
    }  # fmt: skip
    return Rule(id="JUG-1", name="Juggling", about=staff, cite=CITE, since=since, **{**given, **more})


def worker(name, started_on, *hours, **more):
    """Tables with one staff member and a session for each number of hours."""
    return {
        "staff": [{"staff_id": name, "staff_number": name, "started_on": started_on, **more}],
        "training": [{"staff_id": name, "training_id": f"{name} {n}", "hours": h} for n, h in enumerate(hours)],
    }


def workers(*tables):
    """Several workers in one world."""
    return {table: [row for one in tables for row in one[table]] for table in ("staff", "training")}
