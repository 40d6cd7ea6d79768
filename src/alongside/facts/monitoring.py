"""The state's visits: when, what was asked for, and what was shown."""

from __future__ import annotations

from .contract import day, key, number_known, of, perhaps, table, word, yes

monitoring_visit = table(
    "monitoring_visit",
    "One row for each monitoring visit of the Division to the program.",
    known_as="visit_number",
    monitoring_visit_id=key("What tells one visit from another."),
    visit_number=number_known("The number it is known by, such as MON 2026-1."),
    follows_id=perhaps("The visit before it, from which the two years run. Empty for the first one."),
    planned_on=day("The first day the visit is planned for."),
    visited_on=day("The first day of the visit. Empty until it has been."),
)


monitoring_request = table(
    "monitoring_request",
    "One row for each thing the Division asks to see before a visit.",
    parent=monitoring_visit,
    monitoring_request_id=key("What tells one thing asked for from another."),
    monitoring_visit_id=of("The visit it is asked for."),
    kind=word(
        "What is asked for.",
        notes_and_invoices="progress notes and the Medicaid invoices for them",
        orientation_training="orientation training documentation",
        provider_agreement="provider agreement, F-00312 or F-00312A",
        license="current license or certification",
        background_check="background check confirmation, F-02565",
    ),
    participant_id=perhaps("The participant whose notes are asked for."),
    notes_from_on=day("First of the dates named for notes and invoices."),
    notes_to_on=day("Last of the dates named for notes and invoices."),
    needed_by_on=day("By when it is asked for. The state's page names no day."),
    sent_on=day("The day the program sent it."),
    has_notes=yes("Whether the progress notes were sent."),
    has_invoices=yes("Whether the Medicaid invoices were sent."),
    valid_until_on=day("Last day on which the license or certification shown is in force."),
    has_confirmation=yes("Whether the background check confirmation, F-02565, was sent."),
    has_complete_check=yes("Whether all three parts of the check stand behind it: disclosure form and both responses."),
)
