"""What happened that touched someone's health or safety."""

from __future__ import annotations

from ibis.expr.types import Table

from .contract import count, day, instant, key, of, perhaps, table, text, yes
from .participants import participant


def _standing(reports: Table) -> Table:
    """Whether another report amends it."""
    amendments = reports.filter(reports.amends_id.notnull())
    return reports.mutate(is_amended=reports.incident_report_id.isin(amendments.amends_id))


incident_report = table(
    "incident_report",
    "One row for each report of an incident about one participant.",
    parent=participant,
    derived=_standing,
    beside=(("incident", "incident_report", "incident"),),
    incident_report_id=key("What tells one report from another."),
    participant_id=of("The participant affected."),
    incident=text("What tells one incident from another: several participants may be affected by the same."),
    affected_count=count("How many participants the incident affected."),
    happened_on=day("The day of the incident."),
    learned_at=instant("When the provider or program learned of it."),
    reported_by=text("Who saw or learned of it."),
    category=text("Its category, from the program's own table."),
    is_health_or_safety=yes("Whether it touched the participant's health or safety."),
    program_told_at=instant("When the county or Tribal agency was told."),
    program_told_by=text("Who told the county or Tribal agency."),
    state_told_at=instant("When form F-00390 went to the Division of Care and Treatment Services."),
    state_told_by=text("Who sent form F-00390."),
    response=text("What was done about it."),
    is_reportable_death=yes(
        "Whether it is a death with reason to think of restraint or seclusion, psychotropic medication or suicide."
    ),
    death_reported_at=instant("When form F-62470 went to the Department."),
    amends_id=perhaps("The report it amends, which no longer stands."),
)
