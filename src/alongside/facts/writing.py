"""What was written in which role: the sections of incident reports and discharge papers, and experience shared."""

from __future__ import annotations

from collections.abc import Mapping

from .contract import Column, count, day, key, of, perhaps, table, text, word, yes
from .participants import participant
from .roles import ROLES

PEERS = ("crss", "cfpp", "cprs", "peer_support_worker", "engagement_specialist")


def _role() -> Column:
    return word("The role in which it was written. Somebody who has several is judged by this one.", **ROLES)


_OWN_WORDS = {"own_words": "The person’s own words"}
_PEER_SERVICES = {"peer_services": "Peer services provided"}
_CLINICAL = {
    "risk_assessment": "Clinical assessment of risk",
    "diagnosis": "Diagnosis",
    "final_sign_off": "Final sign-off",
}
_OF_REPORTS: Mapping[str, str] = {
    "facts_seen": "What was seen and heard",
    **_OWN_WORDS,
    "people_present": "Who was there",
    "done_at_once": "What was done at once",
    "who_was_told": "Who was told, and when",
    **_PEER_SERVICES,
    **_CLINICAL,
    "intent": "Intent",
    "cause": "Fault, cause or responsibility",
    "recommendation": "Recommended clinical or disciplinary action",
    "compliance": "Treatment compliance or readiness",
    "clinical_assessment": "Clinical assessment",
}
_OF_DISCHARGE: Mapping[str, str] = {
    "understanding": "Understanding the discharge process",
    "goals_in_own_words": "Goals in the person’s own words",
    "post_discharge_goals": "Goals and supports after discharge",
    "transition_supports": "Transition supports",
    "resources": "Resources",
    **_OWN_WORDS,
    **_PEER_SERVICES,
    "team_input": "What was said in the team",
    **_CLINICAL,
    "medical_necessity": "Medical necessity",
    "readiness": "Readiness for discharge",
    "goals_met": "Whether treatment goals were met",
    "treatment_outcome": "Treatment outcome",
    "discharge_decision": "Decision to discharge",
}

report_section = table(
    "report_section",
    "One row for each section of an incident report, with the role it was written in.",
    parent=participant,
    report_section_id=key("What tells one section from another."),
    participant_id=of("The participant affected."),
    incident_report_id=perhaps("The incident report it belongs to."),
    staff_id=perhaps("The staff member who wrote it."),
    section=word("Which section.", **_OF_REPORTS),
    written_as=_role(),
    written_on=day("The day it was written."),
    body=text("What was written."),
    is_seen=yes("Whether who wrote it saw what happened, or was part of it."),
    is_authority_needed=yes("Whether the incident calls for clinical authority."),
)

discharge_section = table(
    "discharge_section",
    "One row for each section of a discharge paper, with the role it was written in.",
    parent=participant,
    discharge_section_id=key("What tells one section from another."),
    participant_id=of("The participant discharged."),
    discharge_id=perhaps("The discharge it is about."),
    staff_id=perhaps("The staff member who wrote it."),
    section=word("Which section.", **_OF_DISCHARGE),
    written_as=_role(),
    written_on=day("The day it was written."),
    body=text("What was written."),
    is_labeled=yes("Whether it is clearly labeled as written by a peer."),
)

shared_experience = table(
    "shared_experience",
    "One row for each time somebody shared lived experience of their own with a participant.",
    parent=participant,
    shared_experience_id=key("What tells one time from another."),
    participant_id=of("The participant it was shared with."),
    service_id=perhaps("The service in which it was shared."),
    staff_id=perhaps("The staff member who shared it."),
    written_as=word("The role in which it was shared.", **ROLES),
    shared_on=day("The day it was shared."),
    answered_to=text("What the person had said or asked that it answered to."),
    is_relevant=yes("Whether it was relevant to what the person was facing."),
    is_hope_giving=yes("Whether it may have offered the person hope."),
    minutes=count("How many minutes it took."),
)
