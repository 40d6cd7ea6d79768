"""For each rule of Wisconsin's pack a world in which it is met, with every criterion holding."""

from datetime import date

from alongside.facts.tables import TOPICS

from .passing_reviews import EARLY_REVIEWS, PERSON, REVIEWS, VISIT, at, day

ON = date(2026, 11, 20)
OLDER_PAGE = {"older_discharge_page": "in force"}


def dated(*days):
    return [{"completed_on": day(text)} for text in days]


ENROLLED = [{"enrolled_on": day("2025-04-10")}]
DISCHARGE = {"discharge_id": "D1", "discharged_on": day("2026-03-01")}
SUMMARY = {
    "discharge_id": "D1",
    "reason": "moved",
    "progress": "works and lives alone",
    "resume_when": "if voices return",
}
SIGNED = {"participant_signed_on": day("2026-03-01"), "coordinator_signed_on": day("2026-03-02")}
SESSION = {
    "held_on": day("2026-02-15"), "employee_name": "Ada Fern", "employer_name": "Birch House", "method": "webinar",
    "content": "the topic in full", "county_signed_by": "K. Moss",
}  # fmt: skip

NOTE = {
    "progress_note_id": "N1", "service_id": "V1", "what_was_done": "coached her through a cleaning checklist",
    "manner": "training", "response": "asked for the next room", "purpose": "to keep her home",
    "outcome": "keeps her own home", "signed_on": day("2026-10-05"), "is_signed_by_giver": True,
}  # fmt: skip
BILLED = {
    "participant": [PERSON],
    "staff": [{}],
    "coverage": [{"plan": "medicaid", "checked_on": day("2026-10-01")}],
    "plan_line": [{"kind": "clss"}],
    "progress_note": [{"service_id": "V1", "signed_on": day("2026-10-05")}],
}  # fmt: skip
REPORT = {
    "incident": "I1", "affected_count": 1, "happened_on": day("2026-02-14"), "learned_at": at("2026-02-14 09:30"),
    "reported_by": "a neighbor", "is_health_or_safety": True, "program_told_at": at("2026-02-14 12:00"),
    "state_told_at": at("2026-02-16 09:00"), "response": "seen by a nurse",
}  # fmt: skip
WORLDS = {
    **REVIEWS,
    "SET-2": {
        "participant": [PERSON],
        "residence": [{"setting": "adult_family_home", "beds": 4, "license": "dhs_88"}],
    },
    "SET-3": {
        "participant": [PERSON],
        "assessment": [{**dated("2026-08-02")[0], "needs": "a quiet home", "setting_needed": "own_home"}],
    },
    "IPS": {
        "participant": [PERSON],
        "employment": [
            {
                "wanted_on": day("2026-02-02"), "job_goal": "outdoors, for real pay", "asked_first": "nothing",
                "search_started_on": day("2026-02-09"), "job": "tree nursery", "job_started_on": day("2026-04-01"),
                "is_open_to_anyone": True, "is_preferred": True, "hourly_wage": "15.00", "minimum_wage": "7.25",
                "ended_on": day("2026-10-01"), "ended_for": "participant_choice",
            }
        ],
    },
    "PLAN-5": {
        "participant": [PERSON],
        "service_plan": [
            {
                **dated("2026-08-03")[0], "has_demographics": True, "has_financials": True, "has_outcomes": True,
                "participant_signed_on": day("2026-08-03"), "coordinator_signed_on": day("2026-08-03"),
            }
        ],
    },
    "PLAN-6": {
        "participant": [PERSON],
        "enrollment": ENROLLED,
        "support_plan": [
            {
                **dated("2026-08-03")[0], "when_well": "I hum", "what_helps": "music", "early_signs": "no sleep",
                "how_to_step_in": "call my sister",
            }
        ],
    },
    "NOTE": {"participant": [PERSON], "staff": [{}], "service": [VISIT], "progress_note": [NOTE]},
    "BIL": {
        **BILLED,
        "service": [
            {
                **VISIT, "activity": "house_cleaning", "is_room_and_board": False, "repeats": "nothing",
                "charged_amount": "0",
            }
        ],
        "claim": [{"service_id": "V1", "claimed_on": day("2026-10-20")}],
    },
    "BIL-TRN": {
        "participant": [PERSON],
        "staff": [{"started_on": day("2026-01-15")}],
        "service": [{"service_id": "V1", "staff_id": "S1", "kind": "clss", "served_on": day("2026-05-04")}],
        "training": [{"topic": topic, "hours": "1.5", "held_on": day("2026-03-01")} for topic in TOPICS],
    },
    "INC-1": {"participant": [PERSON], "incident_report": [REPORT]},
    "INC": {"participant": [PERSON], "incident_report": [REPORT]},
    "INC-6": {
        "participant": [PERSON],
        "incident_report": [{**REPORT, "is_reportable_death": True, "death_reported_at": at("2026-02-15 09:30")}],
    },
    "PPS-1": {"participant": [PERSON], "enrollment": ENROLLED, "service": [{"served_on": day("2026-10-05")}]},
    "ELG-1": {"participant": [PERSON], "enrollment": ENROLLED},
    "ELG-2": {"participant": [PERSON], "enrollment": ENROLLED, "coverage": [{"plan": "medicaid"}]},
    "ELG-3": {
        "participant": [PERSON],
        "enrollment": ENROLLED,
        "functional_screen": [{"kind": "mh_sud", "completed_on": day("2025-04-01"), "result": "eligible"}],
    },
    "ELG-4": {"participant": [PERSON], "enrollment": ENROLLED, "residence": [{"setting": "cbrf", "beds": 8}]},
    "TRN-1": {
        "staff": [{"started_on": day("2026-01-31")}],
        "training": [{**SESSION, "topic": topic, "hours": "1.5"} for topic in TOPICS],
    },
    "TRN-2": {
        "staff": [{"started_on": day("2026-01-31")}],
        "training": [{**SESSION, "topic": "updates", "hours": "2"}],
    },
    "TRN-3": {
        "staff": [{"started_on": day("2026-01-31")}],
        "exemption": [
            {
                "topic": "updates", "hours": "2", "requested_on": day("2026-02-28"), "completed_on": day("2025-02-28"),
                "is_duplicative": True, "rule_citation": "DHS 83.20", "is_documented": True, "decision": "granted",
                "decided_on": day("2026-03-10"),
            }
        ],
    },
    "PLAN-1": {
        "participant": [PERSON],
        "enrollment": [{"enrolled_on": day("2026-08-31")}],
        "functional_screen": dated("2026-08-01"),
        "assessment": dated("2026-08-02"),
        "service_plan": dated("2026-08-03"),
    },
    "PLAN-2": {
        "participant": [PERSON],
        "enrollment": [{"enrolled_on": day("2025-08-31")}],
        "functional_screen": dated("2025-08-01", "2026-08-01"),
        "assessment": dated("2025-08-02", "2026-02-02", "2026-08-02"),
        "service_plan": dated("2025-08-03", "2026-02-03", "2026-08-03"),
    },
    "PLAN-3": {
        "participant": [PERSON],
        "enrollment": [{"enrolled_on": day("2026-04-10")}],
        "assessment": dated("2026-04-01", "2026-10-01"),
        "service_plan": dated("2026-04-01", "2026-10-01"),
    },
    "PLAN-8": {
        "participant": [PERSON],
        "enrollment": ENROLLED,
        "functional_screen": dated("2025-04-01", "2026-04-01"),
        "assessment": dated("2025-04-01", "2025-10-01", "2026-04-01", "2026-10-01"),
        "service_plan": dated("2025-04-01", "2025-10-01", "2026-04-01", "2026-10-01"),
    },
    "PLAN-4": {"participant": [PERSON], "service_plan": [{"completed_on": day("2019-05-01"), "is_in_person": True}]},
    "DSC-1": {"participant": [PERSON], "discharge": [{**DISCHARGE, "has_summary": True}]},
    "DSC-2": {"participant": [PERSON], "discharge": [DISCHARGE], "discharge_summary": [SUMMARY]},
    "DSC-3": {
        "participant": [PERSON],
        "discharge": [{**DISCHARGE, "is_planned": True, "planned_reason": "goals reached"}],
        "discharge_summary": [{**SUMMARY, **SIGNED}],
    },
    "DSC-4": {
        "participant": [PERSON],
        "discharge": [{**DISCHARGE, "is_planned": False}],
        "discharge_summary": [{**SUMMARY, **SIGNED}],
    },
    "DSC-6": {"participant": [PERSON], "discharge": [{**DISCHARGE, "pps_recorded_on": day("2026-03-04")}]},
    "DSC-8": {
        "participant": [PERSON],
        "discharge": [{**DISCHARGE, "cause": "whereabouts_unknown", "last_contact_on": day("2025-12-01")}],
    },
    "DSC-9": {
        "participant": [PERSON],
        "discharge": [
            {
                **DISCHARGE, "is_involuntary": True, "has_notice_summary": True, "has_notice_reapply": True,
                "has_notice_hearing": True,
            }
        ],
    },
}  # fmt: skip
# The same for an update still ahead, done early: there nothing can be late, so that one document alone can be missing.
EARLY = {
    **EARLY_REVIEWS,
    # Peer support: the certificate is asked for, and none of the living tasks.
    "BIL": {
        **BILLED,
        "plan_line": [{"kind": "peer_support"}],
        "credential": [{"kind": "certified_peer_specialist", "staff_id": "S1"}],
        "service": [{**VISIT, "kind": "peer_support"}],
    },
    # A search still on: nothing has ended, so that it may begin too late alone.
    "IPS": {
        "participant": [PERSON],
        "employment": [
            {
                "wanted_on": day("2026-10-02"),
                "job_goal": "outdoors, for real pay",
                "search_started_on": day("2026-10-09"),
            }
        ],
    },
    "PLAN-2": {
        **WORLDS["PLAN-2"],
        "enrollment": [{"enrolled_on": day("2025-11-30")}],
        "functional_screen": dated("2025-11-01", "2026-11-01"),
        "assessment": dated("2025-11-02", "2026-05-02", "2026-11-02"),
        "service_plan": dated("2025-11-03", "2026-05-03", "2026-11-03"),
    },
    "PLAN-3": {
        **WORLDS["PLAN-3"],
        "enrollment": [{"enrolled_on": day("2026-05-31")}],
        "assessment": dated("2026-05-02", "2026-11-02"),
        "service_plan": dated("2026-05-03", "2026-11-03"),
    },
}
CHOICES = {"DSC-8": OLDER_PAGE, "DSC-9": OLDER_PAGE, "PLAN-6": {"support_plan": "yearly"}}
