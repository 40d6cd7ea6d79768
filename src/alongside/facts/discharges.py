"""How an enrollment ended, and the document about it."""

from __future__ import annotations

from ibis.expr.types import Table

from .amended import standing
from .contract import day, key, of, perhaps, table, text, word, yes
from .participants import participant

discharge = table(
    "discharge",
    "One row for each discharge from the program.",
    parent=participant,
    discharge_id=key("What tells one discharge from another."),
    participant_id=of("The participant discharged."),
    discharged_on=day("The day the enrollment ended."),
    is_planned=yes("Whether the discharge was planned; the service coordinator's choice."),
    planned_reason=text("Why it is called planned, or unplanned."),
    cause=word(
        "What ended the enrollment.",
        agreed="agreed with the participant",
        declined_services="no longer wants services",
        whereabouts_unknown="whereabouts unknown",
        refused_services="refuses services",
        long_term_care="entered long-term care",
        died="died",
        other="another",
    ),
    last_contact_on=day("The last day anyone reached the participant."),
    is_involuntary=yes("Whether the participant was discharged against their will."),
    has_summary=yes("Whether a written discharge summary exists. Empty when nobody has recorded it."),
    pps_recorded_on=day("The day the discharge was entered in the state's Program Participation System."),
    has_notice_summary=yes("Whether the written notice came with a copy of the summary."),
    has_notice_reapply=yes("Whether the written notice said how to apply again."),
    has_notice_hearing=yes("Whether the written notice gave the fair-hearing procedure."),
)  # fmt: skip


def _standing(summaries: Table) -> Table:
    """Whether each summary stands; whoever signed an amendment, it is signed."""
    signed = (
        summaries.participant_signed_on.notnull()
        | summaries.representative_signed_on.notnull()
        | summaries.coordinator_signed_on.notnull()
    )
    return standing(summaries, "discharge_summary_id", signed)


discharge_summary = table(
    "discharge_summary",
    "One row for each written discharge summary.",
    parent=participant,
    derived=_standing,
    discharge_summary_id=key("What tells one summary from another."),
    discharge_id=of("The discharge it is about."),
    participant_id=of("The participant discharged."),
    reason=text("The reason for discharge."),
    progress=text("Status and condition at discharge, with progress toward the outcomes of the service plan."),
    resume_when=text("Circumstances, as the participant and providers see them, that would suggest services resume."),
    participant_signed_on=day("The day the participant signed."),
    representative_signed_on=day("The day a guardian or other representative signed."),
    coordinator_signed_on=day("The day the agency's or the contracted service coordinator signed."),
    has_peer_section=yes("Whether a peer completed a section of it."),
    is_peer_section_labeled=yes("Whether that section is clearly labeled as the peer's."),
    amends_id=perhaps("The summary it amends. Once this one is signed, that one no longer stands."),
)
