"""For each rule of Wisconsin's pack a world in which it is met, with every criterion holding."""

from datetime import date

from alongside.facts.tables import TOPICS

ON = date(2026, 11, 20)
OLDER_PAGE = {"older_discharge_page": "in force"}


def day(text):
    return date.fromisoformat(text)


def dated(*days):
    return [{"completed_on": day(text)} for text in days]


PERSON = {"born_on": day("1996-01-10")}
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

WORLDS = {
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
CHOICES = {"DSC-8": OLDER_PAGE, "DSC-9": OLDER_PAGE}
