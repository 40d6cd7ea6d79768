"""Which people and stored answers a reader may see, for pages and for what is sent: those their role opens."""

from __future__ import annotations

import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.access.incident_policies import may_see_incident_report
from alongside.access.models import Membership
from alongside.access.network_policies import may_see_provider
from alongside.access.people_policies import may_see_teams
from alongside.access.policies import may_see_participant, may_see_staff_member
from alongside.law.rule import FACTS_MISSING, NOT_MET, NOT_YET_DUE, PERSON
from alongside.records.models import (
    Enrollment,
    FirstContact,
    IncidentReport,
    Participant,
    Provider,
    ReportSection,
    StaffMember,
    Team,
)

from .models import Answer, SetAside

AFTER_LEAVING = ("discharge", "discharge_summary")


def participants_seen(actor: Membership) -> QuerySet[Participant]:
    """The participants the actor may open."""
    return Participant.objects.filter(may_see_participant.rows(actor))


def staff_seen(actor: Membership) -> QuerySet[StaffMember]:
    """The staff members the actor may open."""
    return StaffMember.objects.filter(may_see_staff_member.rows(actor))


def providers_seen(actor: Membership) -> QuerySet[Provider]:
    """The providers the actor may open."""
    return Provider.objects.filter(may_see_provider.rows(actor))


def teams_seen(actor: Membership) -> QuerySet[Team]:
    """The teams the actor may open."""
    return Team.objects.filter(may_see_teams.rows(actor))


def answers_seen(actor: Membership) -> QuerySet[Answer]:
    """Answers about people and teams the actor may open; none about a report that few may read, unless they may."""
    served = Q(root_table="participant", root__in=participants_seen(actor).values("pk"))
    serving = Q(root_table="staff", root__in=staff_seen(actor).values("pk"))
    network = Q(root_table="provider", root__in=providers_seen(actor).values("pk"))
    together = Q(root_table="team", root__in=teams_seen(actor).values("pk"))
    hidden = IncidentReport.objects.exclude(may_see_incident_report.rows(actor))
    seen = Answer.objects.filter(served | serving | network | together)
    parts = ReportSection.objects.filter(incident_report__in=hidden.values("pk"))
    return seen.exclude(about="incident_report", key__in=hidden.values("pk")).exclude(
        about="report_section", key__in=parts.values("pk")
    )


def of_people_here(answers: QuerySet[Answer], on: datetime.date) -> QuerySet[Answer]:
    """Without those about people who left before that day or were refused; what a discharge itself owes stays."""
    open_ = Enrollment.objects.filter(participant=OuterRef("pk")).filter(
        Q(discharge__isnull=True) | Q(discharge__discharged_on__gte=on)
    )
    was_here = Exists(Enrollment.objects.filter(participant=OuterRef("pk")))
    asked = FirstContact.objects.filter(participant=OuterRef("pk"))
    was_refused = Exists(asked.exclude(refused_on=None)) & ~Exists(asked.filter(refused_on=None))
    left = Participant.objects.filter(~Exists(open_), was_here | was_refused)
    gone = StaffMember.objects.filter(ended_on__lt=on)
    ended = Team.objects.filter(ends_on__lt=on)
    left_network = Provider.objects.filter(ended_on__lt=on)
    return (
        answers.exclude(Q(root_table="participant", root__in=left.values("pk")) & ~Q(about__in=AFTER_LEAVING))
        .exclude(root_table="staff", root__in=gone.values("pk"))
        .exclude(root_table="provider", root__in=left_network.values("pk"))
        .exclude(root_table="team", root__in=ended.values("pk"))
    )


def open_duties(answers: QuerySet[Answer]) -> QuerySet[Answer]:
    """Those that wait for somebody, now or on their due day, and that nobody set aside."""
    same = SetAside.objects.filter(rule=OuterRef("rule"), key=OuterRef("key"), reasons=OuterRef("reasons"))
    return answers.filter(answer__in=(NOT_MET, NOT_YET_DUE, FACTS_MISSING, PERSON), is_duty=True).exclude(Exists(same))
