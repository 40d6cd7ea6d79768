"""The words of peer work itself in Illinois: services, who pays, papers on file.

They stand beside the words of other programs: a column takes both, a form offers those of its own program.
"""

from __future__ import annotations

from django.db import models


class IllinoisService(models.TextChoices):
    """The services the Illinois rules speak of."""

    IATP = "iatp", "Integrated assessment and treatment planning (IATP)"
    COMMUNITY_SUPPORT = "community_support", "Community support"
    CST = "cst", "Community support team (CST)"
    ACT = "act", "Assertive community treatment (ACT)"
    PSYCHOSOCIAL_REHABILITATION = "psychosocial_rehabilitation", "Psychosocial rehabilitation"
    THERAPY = "therapy", "Therapy or counseling"
    CASE_MANAGEMENT = "case_management", "Case management"
    CRISIS_INTERVENTION = "crisis_intervention", "Crisis intervention"
    CRISIS_STABILIZATION = "crisis_stabilization", "Crisis stabilization"
    MOBILE_CRISIS = "mobile_crisis", "Mobile crisis response"
    PEER_RECOVERY_SUPPORT = "peer_recovery_support", "Peer recovery support in substance-use treatment"
    RECOVERY_SUPPORT = "recovery_support", "Recovery support services under a grant"
    SUBSTANCE_USE_TREATMENT = "substance_use_treatment", "Substance-use treatment or counseling"
    EARLY_INTERVENTION = "early_intervention", "Early intervention"


class Funding(models.TextChoices):
    """What is to pay for a service."""

    MENTAL_HEALTH_MEDICAID = "mental_health_medicaid", "Mental-health Medicaid"
    SUBSTANCE_USE_MEDICAID = "substance_use_medicaid", "Substance-use Medicaid"
    GRANT = "grant", "A grant"


class Modality(models.TextChoices):
    """To one person or to a group."""

    INDIVIDUAL = "individual", "Individual"
    GROUP = "group", "Group"
