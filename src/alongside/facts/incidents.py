"""What happened that touched someone's health or safety."""

from __future__ import annotations

from .contract import day, instant, key, of, table, text, yes
from .participants import participant

incident_report = table(
    "incident_report",
    "One row for each report of an incident about one participant.",
    parent=participant,
    incident_report_id=key("What tells one report from another."),
    participant_id=of("The participant affected."),
    incident=text("What tells one incident from another: several participants may be affected by the same."),
    happened_on=day("The day of the incident."),
    learned_at=instant("When the provider or program learned of it."),
    category=text("Its category, from the program's own table."),
    is_health_or_safety=yes("Whether it touched the participant's health or safety."),
    program_told_at=instant("When the county or Tribal agency was told."),
    state_told_at=instant("When form F-00390 went to the Division of Care and Treatment Services."),
    response=text("What was done about it."),
    is_reportable_death=yes(
        "Whether it is a death with reason to think of restraint or seclusion, psychotropic medication or suicide."
    ),
    death_reported_at=instant("When form F-62470 went to the Department."),
)
