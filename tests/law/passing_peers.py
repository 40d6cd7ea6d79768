"""For each rule of the Illinois pack worked cases in which it is met, with every criterion holding.

Several cases where no one world reaches every criterion: an assessment is asked about what a visit is not.
"""

from datetime import date, datetime

from alongside.facts.tables import TABLES
from packs.bundled_illinois import CASES

PASSING = {
    "IL": ("A1 peer work", "A11", "A13", "A15", "A16", "B5 in time, a person decides", "B7 a year"),
    "IL-SUD": ("C1", "C8", "C11 counselor", "C6 uninsured", "C4 first day", "C14 paid"),
    "IL-CODE": ("U5 full",),
    "IL-PLAN": ("B8 today",),
    "IL-ORG-1": ("A19 full time", "A20"),
    "IL-ORG-2": ("A12 nonprofit",),
    "IL-ORG-3": ("G1",),
    "IL-TIER": ("T1",),
    "IL-HR-1": ("H1",),
    "IL-HR-2": ("H4",),
    "IL-OIG-2": ("H5",),
    "IL-LIVED-1": ("E15",),
    "IL-IR-SEEN": ("E1",),
    "IL-IR-1": ("E1",),
    "IL-IR-2": ("E4 seen",),
    "IL-IR-3": ("E7 walk",),
    "IL-IR-4": ("IR4 facts",),
    "IL-IR-5": ("IR5 what was done",),
    "IL-IR-6": ("IR6 beside", "IR6 with others"),
    "IL-IR-7": ("E1", "E2 advice followed"),
    "IL-OIG-1": ("E8 in time",),
    "IL-DC-1": ("DC1 papers",),
    "IL-DC-2": ("E13 talk",),
    "IL-DC-3": ("E10 resources",),
    "IL-DC-4": ("DC4 resources",),
    "IL-DC-5": ("DC5 team",),
    "IL-DC-LABEL": ("E11",),
    "IL-DC-6": ("E11",),
    "IL-CRED-ACT": ("D4",),
    "IL-CRED-CST": ("D11",),
    "IL-CRED-590": ("D14 last day", "D19 certified"),
    "IL-ICB-1": ("F1", "F3"),
    "IL-ICB-2": ("F6 enough",),
    "IL-ICB-3": ("F4 just",),
}
# What a case is given besides, so that one edit reaches one criterion: more of its first row, or another row like it.
MORE = {
    ("IL", "A11"): {"service": {"is_clinical": False}},
    ("IL", "A13"): {"plan_line": {"plan_line_id": "another", "kind": "act"}},
    ("IL", "A16"): {"service": {"billed_as": "mhp"}},
    ("IL", "B5 in time, a person decides"): {"service": {"is_clinical": False}},
    ("IL-ICB-1", "F1"): {"credential": {"education_hours": "40"}},
    ("IL-ICB-2", "F6 enough"): {"credential_application": {"completed_on": date(2025, 5, 5)}},
    ("IL-SUD", "C8"): {"service": {"service_id": "another"}},
}


def case(rule_id, name):
    """The worked case of this name, its days as days."""
    found = next(one for one in CASES if (one.rule, one.id) == (rule_id, name))
    tables = {table: [typed(table, row) for row in rows] for table, rows in found.tables.items()}
    for table, row in MORE.get((rule_id, name), {}).items():
        first = {**tables[table][0], **row}
        tables[table] = [*tables[table], first] if TABLES[table].key in row else [first, *tables[table][1:]]
    return found, tables


def typed(table, row):
    columns = TABLES[table].columns
    return {name: _day(columns[name].type, value) for name, value in row.items()}


def _day(kind, value):
    if not isinstance(value, str):
        return value
    return {"date": date, "timestamp": datetime}[kind].fromisoformat(value) if kind in ("date", "timestamp") else value
