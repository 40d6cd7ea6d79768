"""Rows waiting to be stored together, with keys and days that come out the same for the same seed."""

from __future__ import annotations

import calendar
import datetime
import random
from collections import defaultdict
from typing import Any, TypeVar
from uuid import UUID

from alongside.records.models import (
    AgencyApplication,
    Agreement,
    Assessment,
    BackgroundCheck,
    ChangedCircumstance,
    Claim,
    Consent,
    Coverage,
    Credential,
    CredentialApplication,
    CredentialHours,
    Degree,
    Discharge,
    DischargeSection,
    DischargeSummary,
    Disclosure,
    Employment,
    Enrollment,
    Exemption,
    FirstContact,
    FollowUp,
    FunctionalScreen,
    IncidentCategory,
    IncidentReport,
    IncidentStep,
    Participant,
    Person,
    PersonnelRecord,
    PlanDraft,
    PlanLine,
    PlanReview,
    ProgramRecord,
    ProgressNote,
    Provider,
    ProviderApproval,
    ProviderLicense,
    ProviderLocation,
    ReportSection,
    Representative,
    Residence,
    RoleAssignment,
    Service,
    ServiceCode,
    ServicePlan,
    SharedExperience,
    SignOff,
    StaffMember,
    Supervision,
    SupervisionSession,
    SupportPlan,
    Team,
    TeamMember,
    Training,
    TrainingClass,
    TrainingSheet,
    TreatmentEpisode,
)  # fmt: skip

R = TypeVar("R", bound=ProgramRecord)

# Parents before what refers to them; plan lines before their plans, to which nothing is added once they are signed.
IN_ORDER: tuple[type[ProgramRecord], ...] = (
    Provider, AgencyApplication, Agreement, ProviderLocation, ProviderLicense, Person, StaffMember, Credential,
    BackgroundCheck, ChangedCircumstance, TrainingClass, TrainingSheet, Training, Exemption, Participant, FirstContact,
    Representative, Enrollment, Coverage, FunctionalScreen, Residence, Assessment, PlanLine, ServicePlan, SupportPlan,
    PlanDraft, Employment, Service, ProgressNote, SignOff, IncidentCategory, IncidentReport, IncidentStep, FollowUp,
    Discharge, DischargeSummary,
    ProviderApproval, ServiceCode, Degree, RoleAssignment, Supervision, SupervisionSession, Team, TeamMember,
    PersonnelRecord, CredentialApplication, CredentialHours, TreatmentEpisode, PlanReview, ReportSection,
    DischargeSection, SharedExperience, Claim, Consent, Disclosure,
)  # fmt: skip


class Shelf:
    """The rows of one program, as they stand on the day `on`."""

    def __init__(self, *, program_id: UUID, on: datetime.date, chance: random.Random) -> None:
        self.program_id = program_id
        self.on = on
        self.chance = chance
        self.rows: dict[type[ProgramRecord], list[Any]] = defaultdict(list)

    def add(self, model: type[R], **fields: Any) -> R:
        """Put a row on the shelf."""
        row = model(id=new_key(self.chance), program_id=self.program_id, **fields)
        self.rows[model].append(row)
        return row

    def store(self) -> dict[str, int]:
        """Insert everything; how many rows of each table. Raises LookupError for rows with no place in the order."""
        if lost := [model.__name__ for model, rows in self.rows.items() if rows and model not in IN_ORDER]:
            raise LookupError(f"No place in IN_ORDER for {', '.join(lost)}: they would be lost.")
        for model in IN_ORDER:
            model._default_manager.bulk_create(self.rows[model])
        return {model._meta.db_table: len(self.rows[model]) for model in IN_ORDER}

    def of(self, model: type[R]) -> list[R]:
        """The rows of one model, in the order they were put there."""
        return self.rows[model]

    def ago(self, least: int, most: int) -> datetime.date:
        """A day so many days before the day of the demo."""
        return before(self.on, self.chance.randint(least, most))

    def yes(self, share: float) -> bool:
        """True for that share of people."""
        return self.chance.random() < share


def new_key(chance: random.Random) -> UUID:
    """A row key that comes out the same for the same seed."""
    return UUID(int=chance.getrandbits(128), version=4)


def before(day: datetime.date, days: int) -> datetime.date:
    """The day so many days earlier."""
    return day - datetime.timedelta(days=days)


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month so many months on, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return datetime.date(day.year + years, month + 1, min(day.day, last))


def day_of_month_kept(day: datetime.date) -> datetime.date:
    """The day, moved back to the 28th where a later one would not exist in every month."""
    return day.replace(day=min(day.day, 28))
