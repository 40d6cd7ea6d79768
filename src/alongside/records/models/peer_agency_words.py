"""The words of agencies, teams and degrees in Illinois."""

from __future__ import annotations

from django.db import models


class IllinoisProvider(models.TextChoices):
    """What sort of agency, as the Illinois rules name them."""

    CMHC = "cmhc", "Certified community mental health center (CMHC)"
    CSP = "csp", "Certified specialty provider (CSP)"
    BHC = "bhc", "Behavioral health clinic (BHC)"
    INDEPENDENT_PRACTITIONER = "independent_practitioner", "Independent practitioner"
    SUBSTANCE_USE_PROVIDER = "substance_use_provider", "Substance-use treatment provider"


class TeamKind(models.TextChoices):
    """Which sort of team."""

    ACT = "act", "Assertive community treatment (ACT)"
    CST = "cst", "Community support team (CST)"
    CRISIS_590 = "crisis_590", "Mobile crisis team, 590 grant"


class Engagement(models.TextChoices):
    """How somebody is engaged."""

    EMPLOYEE = "employee", "Employee"
    CONTRACTOR = "contractor", "Independent contractor"
    VOLUNTEER = "volunteer", "Volunteer"
    OWNER = "owner", "Owner of the practice"


class DegreeLevel(models.TextChoices):
    """How high a degree is."""

    HIGH_SCHOOL = "high_school", "High school diploma or GED"
    ASSOCIATE = "associate", "Associate degree"
    BACHELOR = "bachelor", "Bachelor's degree"
    MASTER = "master", "Master's degree"
    DOCTORATE = "doctorate", "Doctorate"


class DegreeField(models.TextChoices):
    """The fields the rule lists, and another."""

    COUNSELING = "counseling", "Counseling"
    REHABILITATION_COUNSELING = "rehabilitation_counseling", "Rehabilitation counseling"
    SOCIAL_WORK = "social_work", "Social work"
    EDUCATION = "education", "Education"
    VOCATIONAL_COUNSELING = "vocational_counseling", "Vocational counseling"
    PSYCHOLOGY = "psychology", "Psychology"
    PASTORAL_COUNSELING = "pastoral_counseling", "Pastoral counseling"
    FAMILY_THERAPY = "family_therapy", "Family therapy"
    RELATED_HUMAN_SERVICE = "related_human_service", "A related human service"
    OTHER_FIELD = "other_field", "Another field"


class ExperienceSetting(models.TextChoices):
    """Where experience was gathered."""

    MENTAL_HEALTH = "mental_health", "A mental-health setting"
    SUBSTANCE_USE_SETTING = "substance_use_setting", "A substance-use setting"
    OTHER_SETTING = "other_setting", "Another setting"
