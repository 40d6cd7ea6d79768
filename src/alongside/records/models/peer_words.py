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
