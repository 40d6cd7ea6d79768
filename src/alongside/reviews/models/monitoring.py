"""Biennial monitoring: a visit, whose documents are asked for, what is asked for, and who was spoken with."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import UniqueConstraint

from alongside.records.models import Participant, ProgramRecord, Provider
from alongside.records.models.record import Known, day, in_order, only_words, row_key, together, word, yes

from .monitoring_words import RequestKind, RequestState, SpokenWith, VisitState


class MonitoringVisit(ProgramRecord):
    """One visit of the Division: announced, its requests answered, held, and closed with a meeting and a report."""

    id = row_key("monitoring_visit_id")
    number = models.TextField(db_column="visit_number")
    state = word(VisitState)
    follows = models.ForeignKey("self", on_delete=models.PROTECT, related_name="followed_by", null=True, blank=True)
    announced_on = day()
    announced_by = Known()
    planned_on = day()
    planned_to_on = day()
    where = Known(db_column="visited_where")
    notes_from_on = day()
    notes_to_on = day()
    needed_by_on = day()
    visited_on = day()
    closing_meeting_on = day()
    meeting_words = Known()
    documents_reviewed = Known()
    strengths = Known()
    opportunities = Known()
    report_on = day()
    report_by = Known()

    class Meta:
        db_table = "monitoring_visit"
        verbose_name = "monitoring visit"
        ordering = ["-planned_on", "-created_at"]
        constraints = [
            UniqueConstraint(fields=["program", "number"], name="monitoring_visit_known_as"),
            only_words("monitoring_visit", "state", VisitState),
            in_order("monitoring_visit", "planned_on", "planned_to_on"),
            in_order("monitoring_visit", "notes_from_on", "notes_to_on"),
            in_order("monitoring_visit", "visited_on", "closing_meeting_on"),
            together("monitoring_visit", "report_on", "report_by"),
        ]


class MonitoringPick(ProgramRecord):
    """The one participant of a provider, or of one of its locations, whose documents are asked for.

    The names are written out: the Division reads them here and sees no other record of the program.
    """

    id = row_key("monitoring_pick_id")
    monitoring_visit = models.ForeignKey(MonitoringVisit, on_delete=models.PROTECT, related_name="picks")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="+")
    provider_name = models.TextField()
    location = models.TextField(blank=True, default="")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    participant_name = models.TextField()
    picked_on = day()
    picked_by = Known()

    class Meta:
        db_table = "monitoring_pick"
        verbose_name = "participant picked"
        ordering = ["provider_name", "location"]
        constraints = [
            UniqueConstraint(fields=["monitoring_visit", "provider", "location"], name="monitoring_pick_once"),
        ]


class MonitoringRequest(ProgramRecord):
    """One thing asked for before the visit. `shown` keeps what was sent as it was sent: notes and invoice lines."""

    id = row_key("monitoring_request_id")
    monitoring_visit = models.ForeignKey(MonitoringVisit, on_delete=models.PROTECT, related_name="requests")
    pick = models.ForeignKey(MonitoringPick, on_delete=models.PROTECT, related_name="requests", null=True, blank=True)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kind = word(RequestKind)
    state = word(RequestState)
    about = Known()
    notes_from_on = day()
    notes_to_on = day()
    needed_by_on = day()
    sent_on = day()
    sent_by = Known()
    said = Known()
    has_notes = yes()
    has_invoices = yes()
    valid_until_on = day()
    has_confirmation = yes()
    has_complete_check = yes()
    finding = Known()
    shown = models.JSONField(encoder=DjangoJSONEncoder, default=list, db_default=[])

    class Meta:
        db_table = "monitoring_request"
        verbose_name = "request"
        ordering = ["pick__provider_name", "pick__location", "kind"]
        constraints = [
            only_words("monitoring_request", "kind", RequestKind),
            only_words("monitoring_request", "state", RequestState),
            in_order("monitoring_request", "notes_from_on", "notes_to_on"),
            together("monitoring_request", "sent_on", "sent_by"),
        ]


class Interview(ProgramRecord):
    """Notes of an interview during a visit. Only the state reads them: the database shows them to nobody else."""

    id = row_key("interview_id")
    monitoring_visit = models.ForeignKey(MonitoringVisit, on_delete=models.PROTECT, related_name="interviews")
    spoken_with = word(SpokenWith)
    who = models.TextField()
    held_on = day()
    progress = Known()
    barriers = Known()
    held_by = Known()

    class Meta:
        db_table = "interview"
        ordering = ["held_on", "created_at"]
        constraints = [only_words("interview", "spoken_with", SpokenWith)]
