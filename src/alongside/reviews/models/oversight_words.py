"""The words of documentation oversight, with the labels people read."""

from __future__ import annotations

from django.db import models


class OversightState(models.TextChoices):
    """How far an oversight has come. What may happen next, and by whom, stands in `oversight_steps`."""

    ANNOUNCED = "announced", "List asked for"
    LIST_SENT = "list_sent", "List received"
    SEALED = "sealed", "Both parts of the seed sealed"
    DRAWN = "drawn", "Sample drawn"
    NAMED = "named", "Sample named, packet owed"
    RECEIVED = "received", "Packet received, under review"
    DEBRIEFED = "debriefed", "Debrief sent"
    CLOSED = "closed", "Closed"


class Side(models.TextChoices):
    """Who gives a part of the seed, or takes a step."""

    STATE = "state", "State"
    PROGRAM = "program", "Program"


class Conclusion(models.TextChoices):
    """What a reviewer concluded about one requirement of one participant."""

    MET = "met", "Met"
    NOT_MET = "not_met", "Not met"
    NOT_APPLICABLE = "not_applicable", "Does not apply"


class FollowedBy(models.TextChoices):
    """What the state sets on a finding."""

    NOTHING = "nothing", "Feedback only"
    PLAN_OF_ACTION = "plan_of_action", "Plan of action"
    CORRECTIVE_ACTION_PLAN = "corrective_action_plan", "Corrective action plan"
