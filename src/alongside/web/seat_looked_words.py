"""Tables, roles and acts of the ledger in a person's words."""

from __future__ import annotations

from alongside.access.roles import Role

# Tables in a person's words. What is not here is "your record".
THINGS = {
    "participant": "page",
    "service_plan": "service plan",
    "plan_line": "service plan",
    "support_plan": "support plan",
    "assessment": "assessment",
    "functional_screen": "screening",
    "coverage": "health coverage",
    "residence": "address",
    "service": "visits",
    "progress_note": "notes",
    "sign_off": "notes",
    "note_hold": "notes",
    "document": "signed papers",
    "rendering": "printed papers",
    "signature": "signed papers",
    "attachment": "attached papers",
    "incident_report": "incident report",
    "incident_step": "incident report",
    "report_section": "incident report",
    "discharge": "papers about leaving the program",
    "discharge_summary": "papers about leaving the program",
    "discharge_section": "papers about leaving the program",
    "shared_experience": "notes",
    "enrollment": "enrollment",
    "first_contact": "first request for services",
    "representative": "list of people who act for them",
    "own_words": "own words",
    "consent": "consents to let papers out",
    "disclosure": "list of what went out",
    "emergency_access": "record’s emergency opening",
    "emergency_review": "record’s emergency opening",
    "invitation": "codes for this page",
    "packet": "papers sent for the state’s review",
    "packet_item": "papers sent for the state’s review",
    "membership": "sign-in",
    "ledger": "list of who looked",
}
ROLES = {
    Role.ADMINISTRATOR: "runs the program’s accounts",
    Role.COORDINATOR: "program coordinator",
    Role.DIRECT_STAFF: "works with participants",
    Role.SUPERVISOR: "supervisor",
    Role.BILLER: "does the billing",
    Role.STATE_REVIEWER: "reviews for the state",
    Role.PARTICIPANT: "participant",
    Role.REPRESENTATIVE: "acts for {you}",
}
LISTS = ("search", "export")
# What is better said whole, by act and table.
WHOLE = {
    ("insert", "emergency_access"): "Opened {your} record for an emergency, for four hours",
    ("insert", "emergency_review"): "Reviewed why {your} record was opened for an emergency",
}
DONE = {
    "read": "Looked at {your} {thing}",
    "print": "Printed {your} {thing}",
    "export": "Took a copy of {your} {thing}",
    "sign": "Signed a paper about {you}",
    "insert": "Wrote in {your} {thing}",
    "update": "Changed {your} {thing}",
    "delete": "Removed something from {your} {thing}",
}
