"""Teams with a roster by date."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from .peer_agency_words import TeamKind
from .people import StaffMember
from .record import Known, Periods, ProgramRecord, day, in_order, only_words, row_key, word, yes


class Team(ProgramRecord):
    """A team whose make-up a program's text sets: ACT, CST, or mobile crisis under the 590 grant."""

    id = row_key("team_id")
    name = models.TextField()
    kind = word(TeamKind)
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "team"
        ordering = ["name"]
        constraints = [
            UniqueConstraint(fields=["program", "name"], name="team_known_as"),
            CheckConstraint(name="team_name_written", condition=~Q(name__regex=r"^\s*$")),
            only_words("team", "kind", TeamKind),
            in_order("team", "starts_on", "ends_on"),
        ]


class TeamMember(ProgramRecord):
    """Somebody's time on a team, last day included."""

    id = row_key("team_member_id")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="members")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="teams", null=True, blank=True)
    starts_on = day()
    ends_on = day()
    has_lived_experience = yes()

    objects = Periods.as_manager()

    class Meta:
        db_table = "team_member"
        verbose_name = "team member"
        ordering = ["starts_on"]
        constraints = [in_order("team_member", "starts_on", "ends_on")]


class Extension(ProgramRecord):
    """More time that a program manager of the state allowed a team, or one of its members. Counts for grants only."""

    id = row_key("extension_id")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="extensions")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="extensions", null=True, blank=True)
    approved_on = day()
    approved_by = Known()
    ends_on = day()

    class Meta:
        db_table = "extension"
        ordering = ["-approved_on"]
