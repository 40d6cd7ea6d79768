"""The words of peer work in Illinois: roles, qualifications, services, teams and where a service's pay comes from."""

from __future__ import annotations

# From the highest tier to the lowest, then those outside the ladder.
TIERS = {
    "lpha": "Licensed Practitioner of the Healing Arts (LPHA)",
    "qmhp": "Qualified Mental Health Professional (QMHP)",
    "mhp": "Mental Health Professional (MHP)",
    "rsa": "Rehabilitative Services Associate (RSA)",
}
PEER_CREDENTIALS = {
    "crss": "Certified Recovery Support Specialist (CRSS)",
    "cfpp": "Certified Family Partnership Professional (CFPP)",
    "cprs": "Certified Peer Recovery Specialist (CPRS)",
}
ROLES = {
    **TIERS,
    **PEER_CREDENTIALS,
    "peer_support_worker": "Peer Support Worker",
    "engagement_specialist": "Engagement Specialist",
    "substance_use_professional": "professional staff of substance-use treatment",
}

# Licenses that make an LPHA by the text read, and the rest of the professional staff of substance-use treatment.
LPHA_LICENSES = {
    "lpha": TIERS["lpha"],
    "physician": "physician",
    "psychiatric_nurse": "advanced practice nurse, psychiatric specialty",
}
CLINICAL_LICENSES = {
    "clinical_psychologist": "clinical psychologist",
    "lcsw": "licensed clinical social worker (LCSW)",
    "lcpc": "licensed clinical professional counselor (LCPC)",
    "lmft": "licensed marriage and family therapist (LMFT)",
}
OTHER_LICENSES = {
    "cadc": "certified alcohol and drug counselor (CADC)",
    "lpc": "licensed professional counselor (LPC)",
    "lsw": "licensed social worker (LSW)",
    "psychiatric_physician_assistant": "physician assistant, psychiatry",
    "lpn": "licensed practical nurse",
}
CREDENTIALS = {
    **PEER_CREDENTIALS,
    "ncrs": "National Certified Recovery Specialist (NCRS)",
    **LPHA_LICENSES,
    **CLINICAL_LICENSES,
    **OTHER_LICENSES,
    "psychiatric_rehabilitation": "psychiatric rehabilitation certificate",
    "im_cans": "IM+CANS certificate",
    "supr_exception": "exception of SUPR for recovery support without CPRS or CRSS",
}

SERVICES = {
    "iatp": "integrated assessment and treatment planning (IATP)",
    "community_support": "community support",
    "cst": "community support team (CST)",
    "act": "assertive community treatment (ACT)",
    "psychosocial_rehabilitation": "psychosocial rehabilitation",
    "therapy": "therapy or counseling",
    "case_management": "case management",
    "crisis_intervention": "crisis intervention",
    "crisis_stabilization": "crisis stabilization",
    "mobile_crisis": "mobile crisis response",
    "peer_recovery_support": "peer recovery support in substance-use treatment",
    "recovery_support": "recovery support services under a grant",
    "substance_use_treatment": "substance-use treatment or counseling",
    "early_intervention": "early intervention",
}
TEAMS = {"act": SERVICES["act"], "cst": SERVICES["cst"], "crisis_590": "mobile crisis team, 590 grant"}
FUNDING = {
    "mental_health_medicaid": "mental-health Medicaid",
    "substance_use_medicaid": "substance-use Medicaid",
    "grant": "a grant",
}
MODALITIES = {"individual": "individual", "group": "group"}
PROVIDERS = {
    "cmhc": "certified community mental health center (CMHC)",
    "csp": "certified specialty provider (CSP)",
    "bhc": "behavioral health clinic (BHC)",
    "independent_practitioner": "independent practitioner",
    "substance_use_provider": "substance-use treatment provider",
}
DEGREE_FIELDS = {
    "counseling": "counseling",
    "rehabilitation_counseling": "rehabilitation counseling",
    "social_work": "social work",
    "education": "education",
    "vocational_counseling": "vocational counseling",
    "psychology": "psychology",
    "pastoral_counseling": "pastoral counseling",
    "family_therapy": "family therapy",
    "related_human_service": "a related human service",
    "other_field": "another field",
}
