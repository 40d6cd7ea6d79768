"""What papers of staff show, and what the state gives a provider, in Illinois."""

from __future__ import annotations

from django.db import models


class PersonnelPaper(models.TextChoices):
    """What a paper in a personnel file shows."""

    EDUCATION = "education", "Education"
    WORK_EXPERIENCE = "work_experience", "Experience"
    LICENSE_OR_CERTIFICATION = "license_or_certification", "License or certification"
    EMPLOYMENT_DATES = "employment_dates", "Dates of hire and termination, and how engaged"
    PERFORMANCE_REVIEW = "performance_review", "Performance review"
    TRAINING_LOG = "training_log", "Record of training and continuing education"
    JOB_DESCRIPTION = "job_description", "Job description"
    RULE_50_TRAINING = "rule_50_training", "Rule 50 training on abuse, neglect and exploitation"
    WORKER_REGISTRY = "worker_registry", "Check of the Health Care Worker Registry"
    BACKGROUND_ACT = "background_act", "Check under the Health Care Worker Background Check Act"
    SANCTIONS_LIST = "sanctions_list", "Check of the HFS OIG sanctions list"


class ApprovalKind(models.TextChoices):
    """What the state gave a provider."""

    SUPR_LICENSE = "supr_license", "License of SUPR for substance-use treatment"
    SUPR_GRANT = "supr_grant", "Grant of SUPR"
    LPHA_WAIVER = "lpha_waiver", "Good-cause waiver of the full-time LPHA"
    PROGRAM_APPROVAL = "program_approval", "Approval of a program"
