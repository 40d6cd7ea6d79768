"""What an invented agency of peers files besides: papers of staff, reports, discharge papers, approvals, by chance."""

from datetime import datetime, time
from decimal import Decimal

from alongside.facts.tables import TABLES

FILED = (
    "personnel_record", "credential_application", "provider_approval", "incident_report", "report_section", "discharge",
    "discharge_summary", "discharge_section", "shared_experience",
)  # fmt: skip
POINTS = {TABLES[name].key: name for name in ("participant", "staff", "provider", "service", *FILED)}
TEXTS = (None, "She is at high risk of self-harm.", "He waited by the gate.")


def add_papers(agency, of_each=10):
    """Some rows of each table, every value known or not."""
    for name in FILED:
        for _ in range(of_each):
            agency.add(
                name,
                **{
                    column: value(agency, name, column) for column in TABLES[name].columns if column != TABLES[name].key
                },
            )
    return agency


def value(agency, table, name):
    column = TABLES[table].columns[name]
    if name in POINTS:
        there = [row[name] for row in agency.tables[POINTS[name]]]
        return agency.pick(*there) if column.is_required else agency.pick(None, *there)
    if column.words:
        return agency.pick(None, *column.words)
    kinds = {
        "boolean": lambda: agency.pick(None, True, False),
        "date": agency.mark,
        "timestamp": lambda: (day := agency.mark()) and datetime.combine(day, agency.pick(time(9), time(21, 30))),
        "int32": lambda: agency.pick(None, 1, 51),
        "string": lambda: agency.pick(*TEXTS) if name == "body" else None,
    }
    return kinds.get(column.type, lambda: agency.pick(None, Decimal(40), Decimal(100)))()
