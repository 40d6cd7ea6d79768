"""The words of who wrote which section, with the labels people read."""

from __future__ import annotations

from django.db import models


class WritingRole(models.TextChoices):
    """The role in which somebody writes."""

    LPHA = "lpha", "Licensed Practitioner of the Healing Arts (LPHA)"
    QMHP = "qmhp", "Qualified Mental Health Professional (QMHP)"
    MHP = "mhp", "Mental Health Professional (MHP)"
    RSA = "rsa", "Rehabilitative Services Associate (RSA)"
    CRSS = "crss", "Certified Recovery Support Specialist (CRSS)"
    CFPP = "cfpp", "Certified Family Partnership Professional (CFPP)"
    CPRS = "cprs", "Certified Peer Recovery Specialist (CPRS)"
    PEER_SUPPORT_WORKER = "peer_support_worker", "Peer Support Worker"
    ENGAGEMENT_SPECIALIST = "engagement_specialist", "Engagement Specialist"
    SUBSTANCE_USE_PROFESSIONAL = "substance_use_professional", "Professional staff of substance-use treatment"


# In these somebody writes from lived experience.
PEER_ROLES = (
    WritingRole.CRSS,
    WritingRole.CFPP,
    WritingRole.CPRS,
    WritingRole.PEER_SUPPORT_WORKER,
    WritingRole.ENGAGEMENT_SPECIALIST,
)


class ReportPart(models.TextChoices):
    """The sections of an incident report."""

    FACTS_SEEN = "facts_seen", "What was seen and heard"
    OWN_WORDS = "own_words", "The person’s own words"
    PEOPLE_PRESENT = "people_present", "Who was there"
    DONE_AT_ONCE = "done_at_once", "What was done at once"
    WHO_WAS_TOLD = "who_was_told", "Who was told, and when"
    PEER_SERVICES = "peer_services", "Peer services provided"
    RISK_ASSESSMENT = "risk_assessment", "Clinical assessment of risk"
    DIAGNOSIS = "diagnosis", "Diagnosis"
    FINAL_SIGN_OFF = "final_sign_off", "Final sign-off"
    INTENT = "intent", "Intent"
    CAUSE = "cause", "Fault, cause or responsibility"
    RECOMMENDATION = "recommendation", "Recommended clinical or disciplinary action"
    COMPLIANCE = "compliance", "Treatment compliance or readiness"
    CLINICAL_ASSESSMENT = "clinical_assessment", "Clinical assessment"


class DischargePart(models.TextChoices):
    """The sections of a discharge paper."""

    UNDERSTANDING = "understanding", "Understanding the discharge process"
    GOALS_IN_OWN_WORDS = "goals_in_own_words", "Goals in the person’s own words"
    POST_DISCHARGE_GOALS = "post_discharge_goals", "Goals and supports after discharge"
    TRANSITION_SUPPORTS = "transition_supports", "Transition supports"
    RESOURCES = "resources", "Resources"
    OWN_WORDS = "own_words", "The person’s own words"
    PEER_SERVICES = "peer_services", "Peer services provided"
    TEAM_INPUT = "team_input", "What was said in the team"
    RISK_ASSESSMENT = "risk_assessment", "Clinical assessment of risk"
    DIAGNOSIS = "diagnosis", "Diagnosis"
    FINAL_SIGN_OFF = "final_sign_off", "Final sign-off"
    MEDICAL_NECESSITY = "medical_necessity", "Medical necessity"
    READINESS = "readiness", "Readiness for discharge"
    GOALS_MET = "goals_met", "Whether treatment goals were met"
    TREATMENT_OUTCOME = "treatment_outcome", "Treatment outcome"
    DISCHARGE_DECISION = "discharge_decision", "Decision to discharge"
