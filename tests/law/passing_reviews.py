"""The passing worlds of the network and of the state's reviews: who serves, what is shown, and what is put right."""

from datetime import date, datetime


def day(text):
    return date.fromisoformat(text)


def at(text):
    return datetime.fromisoformat(text)


PERSON = {"born_on": day("1996-01-10")}
VISIT = {
    "service_id": "V1", "staff_id": "S1", "kind": "clss", "served_on": day("2026-10-05"),
    "started_at": at("2026-10-05 10:00"), "stopped_at": at("2026-10-05 11:00"), "place": "her home",
    "unit": "fifteen_minutes",
}  # fmt: skip
VISITED = {"planned_on": day("2026-11-09"), "visited_on": day("2026-11-10")}
REQUESTED = {"needed_by_on": day("2026-11-02"), "sent_on": day("2026-11-01")}
ENDS_ON = day("2027-02-19")  # 91 days after the day asked
REVIEWS = {
    "PRV-1": {
        "provider": [{"kind": "program_agency"}],
        "agency_application": [{"sent_on": day("2025-02-03"), "approved_on": day("2025-03-03")}],
    },
    "PRV-2": {
        "provider": [{"kind": "peer_support"}],
        "agreement": [{"form": "f_00312", "signed_on": day("2025-02-03"), "ends_on": ENDS_ON}],
    },
    "PRV-3": {
        "provider": [{"kind": "cbrf"}],
        "provider_location": [{"provider_location_id": "L1", "setting": "cbrf", "beds": 8}],
        "provider_license": [{"provider_location_id": "L1", "kind": "dhs_83", "ends_on": ENDS_ON}],
    },
    "PRV-4": {
        "staff": [{"started_on": day("2020-01-06")}],
        "background_check": [
            {
                "completed_on": day("2023-02-19"), "confirmed_on": day("2023-02-20"),
                "disclosure_on": day("2023-02-10"),
                "justice_on": day("2023-02-15"), "letter_on": day("2023-02-19"),
            }
        ],
        "changed_circumstance": [{"known_on": day("2023-02-18")}],
    },
    "CPS": {
        "staff": [{"started_on": day("2020-01-06")}],
        "credential": [
            {
                "kind": "certified_peer_specialist", "issued_on": day("2025-02-20"), "expires_on": ENDS_ON,
                "education_hours": "20",
            }
        ],
    },
    "OVS-1": {
        "documentation_oversight": [
            {"participant_count": 7, "sample_count": 2, "sample_named_on": day("2026-10-19")},
        ]
    },
    "OVS-2": {
        "documentation_oversight": [
            {
                "announced_on": day("2020-09-01"), "period_starts_on": day("2020-10-15"),
                "list_sent_at": at("2020-09-10 10:00"),
                "served_from_on": day("2019-09-01"), "served_to_on": day("2020-08-31"),
            }
        ]
    },
    "OVS-3": {
        "documentation_oversight": [
            {"sample_named_on": day("2026-10-01"), "packet_received_on": day("2026-10-10")},
        ]
    },
    "OVS-4": {
        "packet": [{"number": "2026-1", "missing_count": 0, "outside_count": 0, "has_statement": True}],
    },
    "OVS-5": {
        "documentation_oversight": [
            {"packet_received_on": day("2026-08-01"), "debriefed_on": day("2026-10-01")},
        ]
    },
    "MON-1": {
        "monitoring_visit": [
            {"monitoring_visit_id": "V1", "visited_on": day("2024-05-14")},
            {"monitoring_visit_id": "V2", "follows_id": "V1", "visited_on": day("2026-05-14")},
        ],
    },
    # What is not asked for here is wrong, so that another kind of request shows each of it alone.
    "MON-2": {
        "participant": [PERSON],
        "monitoring_visit": [VISITED],
        "monitoring_request": [
            {
                **REQUESTED, "kind": "notes_and_invoices", "participant_id": "P1", "notes_from_on": day("2026-10-01"),
                "notes_to_on": day("2026-10-31"), "has_notes": True, "has_invoices": True, "has_confirmation": True,
                "has_complete_check": False, "valid_until_on": day("2026-01-01"),
            }
        ],
        "service": [{"service_id": "V1", "participant_id": "P1", "served_on": day("2026-10-05")}],
        "progress_note": [{"service_id": "V1", "participant_id": "P1", "signed_on": day("2026-10-05")}],
        "invoice_line": [{"service_id": "V1", "participant_id": "P1", "served_on": day("2026-10-05")}],
    },
    "MON-3": {
        "participant": [PERSON],
        "service": [
            {**VISIT, "staff_id": None},
            {
                **VISIT, "staff_id": None, "service_id": "V2", "started_at": at("2026-10-05 11:00"),
                "stopped_at": at("2026-10-05 11:30"),
            },
        ],
        "progress_note": [
            {"service_id": "V1", "signed_on": day("2026-10-05")}, {"service_id": "V2", "signed_on": day("2026-10-05")},
        ],
        "invoice_line": [
            {"service_id": "V1", "served_on": day("2026-10-05"), "units": 4},
            {"service_id": "V2", "served_on": day("2026-10-05"), "units": 2},
        ],
    },
    "POA-1": {
        "plan_of_action": [
            {
                "issued_on": day("2026-03-01"), "kind": "by_a_date", "due_on": day("2026-03-31"),
                "done_on": day("2026-03-31"),
            }
        ],
    },
    "POA-2": {
        "plan_of_action": [
            {
                "issued_on": day("2026-03-01"), "kind": "as_soon_as_possible", "done_on": day("2026-09-01"),
                "next_review_on": day("2026-09-01"),
            }
        ],
    },
    "CAP-1": {
        "plan_of_action": [
            {
                "issued_on": day("2026-03-01"), "kind": "by_a_date", "due_on": day("2026-03-31"),
                "done_on": day("2026-04-01"), "decision": "plan_follows", "decided_on": day("2026-04-02"),
            }
        ],
    },
    "CAP-2": {
        "corrective_action_plan": [
            {
                "opened_on": day("2026-02-01"), "meeting_on": day("2026-02-03"), "notified_on": day("2026-02-05"),
                "draft_sent_on": day("2026-02-17"),
            }
        ],
    },
    "CAP-3": {
        "corrective_action_plan": [
            {
                "opened_on": day("2026-02-01"), "signed_copy_on": day("2026-03-10"),
                "implemented_on": day("2026-03-10"),
            }
        ],
    },
    "CAP-4": {
        "plan_of_action": [{"issued_on": day("2026-03-01"), "kind": "by_a_date"}],
        "corrective_action_plan": [
            {"opened_on": day("2026-04-05"), "reason": "plan_of_action_missed", "plan_of_action_id": "P1"}
        ],
    },
}  # fmt: skip
EARLY_REVIEWS = {
    "MON-2": {
        "monitoring_visit": [VISITED],
        "monitoring_request": [
            {**REQUESTED, "kind": "background_check", "has_confirmation": True, "has_complete_check": True}
        ],
    },
}
