"""The words of the way to a peer's certificate: its parts, and the domains hours and units count in."""

from __future__ import annotations

from django.db import models


class CredentialPart(models.TextChoices):
    """What hours are logged for."""

    TRAINING = "training", "Training"
    WORK = "work", "Work"
    SUPERVISION = "supervision", "Supervision"
    RENEWAL = "renewal", "Units for renewal"


class CredentialDomain(models.TextChoices):
    """What they count in. The labels are the sources' own words."""

    IN_ALL = "in_all", "In all"
    ADVOCACY = "advocacy", "Advocacy"
    PROFESSIONAL_RESPONSIBILITY = "professional_responsibility", "Professional Responsibility"
    MENTORING = "mentoring", "Mentoring"
    RECOVERY_SUPPORT = "recovery_support", "Recovery Support"
    ETHICS = "ethics", "Ethics"
    CORE_FUNCTIONS = "core_functions", "Core functions"
    CORE = "core", "Core"
    CRSS_DOMAINS = "crss_domains", "CRSS domains"
    CPRS_DOMAINS = "cprs_domains", "CPRS domains"
    INTERNSHIP = "internship", "Internship that may count"
    CRSS_SPECIFIC = "crss_specific", "CRSS-specific"
    CPRS_SPECIFIC = "cprs_specific", "CPRS-specific"
