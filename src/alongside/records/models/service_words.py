"""The words of plans, services and notes, with the labels people read. The facts know them by the same words."""

from __future__ import annotations

from django.db import models


class ServiceKind(models.TextChoices):
    """The three services of the program."""

    CLSS = "clss", "Community living supportive services"
    PEER_SUPPORT = "peer_support", "Peer support"
    SUPPORTED_EMPLOYMENT = "supported_employment", "Supported employment"


class PlanKind(models.TextChoices):
    """Why a service plan was written."""

    INITIAL = "initial", "Initial plan"
    SIX_MONTH = "six_month", "Six-month update"
    ANNUAL = "annual", "Annual recertification"
    AMENDMENT = "amendment", "Amendment"


class Unit(models.TextChoices):
    """How a service is counted."""

    FIFTEEN_MINUTES = "fifteen_minutes", "15-minute units"
    DAY = "day", "A whole day"


class Repeats(models.TextChoices):
    """Another state plan service that covered the same time."""

    PERSONAL_CARE = "personal_care", "Personal care"
    TRANSPORTATION = "transportation", "Transportation"
    OTHER = "other", "Another state plan service"
    NOTHING = "nothing", "Nothing"


class Manner(models.TextChoices):
    """How the participant was supported."""

    TRAINING = "training", "Training"
    CUEING = "cueing", "Cueing"
    SUPERVISION = "supervision", "Supervision"
    DOING_FOR = "doing_for", "The staff member did the task"


class NoteStatus(models.TextChoices):
    """Whether a note can still be written in."""

    DRAFT = "draft", "Draft"
    SIGNED = "signed", "Signed"


class SignOffDecision(models.TextChoices):
    """What a supervisor said to a signed note."""

    SIGNED_OFF = "signed_off", "Signed off"
    RETURNED = "returned", "Returned with a comment"
