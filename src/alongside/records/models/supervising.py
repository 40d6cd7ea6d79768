"""Who supervises whom, and when they met."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q

from .people import StaffMember
from .record import Periods, ProgramRecord, above_zero, day, hours, in_order, row_key


def _supervisor(named: str) -> models.ForeignKey[StaffMember | None]:
    return models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name=named, null=True, blank=True)


class Supervision(ProgramRecord):
    """A link from a staff member to a supervisor, last day included."""

    id = row_key("supervision_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="supervisions")
    supervisor = _supervisor("supervises")
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "supervision"
        ordering = ["-starts_on"]
        constraints = [
            in_order("supervision", "starts_on", "ends_on"),
            CheckConstraint(name="supervision_by_another", condition=~Q(staff=F("supervisor"))),
        ]


class SupervisionSession(ProgramRecord):
    """One session in the supervision log."""

    id = row_key("supervision_session_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="supervision_sessions")
    supervisor = _supervisor("sessions_given")
    held_on = day()
    hours = hours()

    class Meta:
        db_table = "supervision_session"
        verbose_name = "supervision session"
        ordering = ["-held_on"]
        constraints = [above_zero("supervision_session", "hours", at_most=24)]
