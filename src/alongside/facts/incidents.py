"""What happened that touched someone's health or safety."""

from __future__ import annotations

from ibis.expr.types import Table

from .amended import standing
from .contract import count, day, instant, key, of, perhaps, table, text, word, yes
from .participants import participant
from .roles import ROLES

WAY = ("program_told_at", "state_told_at", "death_reported_at", "is_reportable_death")


def _standing(reports: Table) -> Table:
    """Whether each report stands. Of an amendment that waits for its signature the way counts at once: who was told,
    and when, belongs to the report and to no version of it."""
    is_waiting = reports.amends_id.notnull() & reports.signed_on.isnull()
    waiting = reports.filter(is_waiting).group_by(of_report=reports.amends_id)
    said = waiting.aggregate(
        **{
            f"{name}_since": reports[name].any() if reports[name].type().is_boolean() else reports[name].min()
            for name in WAY
        }
    )
    stands = standing(reports, "incident_report_id", reports.signed_on.notnull())
    joined = stands.left_join(said, stands.incident_report_id == said.of_report)
    way = {name: joined[name].fill_null(joined[f"{name}_since"]) for name in WAY}
    return joined.mutate(**way).drop("of_report", *(f"{name}_since" for name in WAY))


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
    signed_on=day("The day somebody first signed it."),
    writer_role=word("The role in which whoever wrote it wrote.", **ROLES),
    reviewed_on=day("The day a supervisor reviewed it."),
    is_suspected_abuse=yes("Whether abuse, neglect, financial exploitation or a death is suspected or told of."),
    hotline_told_at=instant("When the OIG hotline was told."),
    amends_id=perhaps("The report it amends. Once this one is signed, that one no longer stands."),
)
