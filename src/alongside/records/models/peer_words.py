"""The words of who does peer work in Illinois: roles, qualifications, teams, agencies.

They stand beside the words of other programs: a column takes both, a form offers those of its own program.
"""

from __future__ import annotations

from django.db import models


class Tier(models.TextChoices):
    """The ladder of mental-health Medicaid, the highest first."""

    LPHA = "lpha", "Licensed Practitioner of the Healing Arts (LPHA)"
    QMHP = "qmhp", "Qualified Mental Health Professional (QMHP)"
    MHP = "mhp", "Mental Health Professional (MHP)"
    RSA = "rsa", "Rehabilitative Services Associate (RSA)"


class Role(models.TextChoices):
    """In which role somebody works, writes or gives a service."""

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


class PeerCredential(models.TextChoices):
    """What the Illinois Certification Board gives to peers."""

    CRSS = "crss", "Certified Recovery Support Specialist (CRSS)"
    CFPP = "cfpp", "Certified Family Partnership Professional (CFPP)"
    CPRS = "cprs", "Certified Peer Recovery Specialist (CPRS)"


class IllinoisCredential(models.TextChoices):
    """Every qualification the Illinois rules speak of."""

    CRSS = "crss", "Certified Recovery Support Specialist (CRSS)"
    CFPP = "cfpp", "Certified Family Partnership Professional (CFPP)"
    CPRS = "cprs", "Certified Peer Recovery Specialist (CPRS)"
    NCRS = "ncrs", "National Certified Recovery Specialist (NCRS)"
    LPHA = "lpha", "Licensed Practitioner of the Healing Arts (LPHA)"
    PHYSICIAN = "physician", "Physician"
    PSYCHIATRIC_NURSE = "psychiatric_nurse", "Advanced practice nurse, psychiatric specialty"
    CLINICAL_PSYCHOLOGIST = "clinical_psychologist", "Clinical psychologist"
    LCSW = "lcsw", "Licensed clinical social worker (LCSW)"
    LCPC = "lcpc", "Licensed clinical professional counselor (LCPC)"
    LMFT = "lmft", "Licensed marriage and family therapist (LMFT)"
    CADC = "cadc", "Certified alcohol and drug counselor (CADC)"
    LPC = "lpc", "Licensed professional counselor (LPC)"
    LSW = "lsw", "Licensed social worker (LSW)"
    PSYCHIATRIC_PHYSICIAN_ASSISTANT = "psychiatric_physician_assistant", "Physician assistant, psychiatry"
    LPN = "lpn", "Licensed practical nurse"
    PSYCHIATRIC_REHABILITATION = "psychiatric_rehabilitation", "Psychiatric rehabilitation certificate"
    IM_CANS = "im_cans", "IM+CANS certificate"
    SUPR_EXCEPTION = "supr_exception", "Exception of SUPR for recovery support without CPRS or CRSS"


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
