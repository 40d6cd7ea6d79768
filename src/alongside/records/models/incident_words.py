"""The words of an incident's way and of a program's own categories, with the labels people read."""

from __future__ import annotations

from django.db import models


class ToldKind(models.TextChoices):
    """Each step of the way, in its order."""

    PROGRAM = "program", "The county or Tribal agency was told"
    STATE = "state", "F-00390 sent to the Division of Care and Treatment Services"
    DEPARTMENT = "department", "F-62470, the death report, sent to the Department"
    HOTLINE = "hotline", "The OIG hotline was told"


class ToldHow(models.TextChoices):
    """By which way somebody was told."""

    EMAIL = "email", "E-mail"
    FAX = "fax", "Fax"
    PORTAL = "portal", "Portal"
    PHONE = "phone", "Telephone"
    MAIL = "mail", "Letter"
    IN_PERSON = "in_person", "In person"


class ClockUnit(models.TextChoices):
    """What a clock of a category counts."""

    HOURS = "hours", "hours"
    BUSINESS_DAYS = "business_days", "business days"


class QuestionKind(models.TextChoices):
    """How a question of a category is answered."""

    YES_OR_NO = "yes_or_no", "Yes or no"
    TEXT = "text", "A few words"
    DAY = "day", "A day"
    NUMBER = "number", "A number"
