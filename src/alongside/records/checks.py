"""What can be wrong with a record before it is stored. The database refuses the same things, but without a sentence.

Days are checked against `on`, the day the record is made.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import timezone

from .models import (
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
    Disclosure,
    Employment,
    Enrollment,
    Exemption,
    Experience,
    Extension,
    FirstContact,
    FollowUp,
    FunctionalScreen,
    IncidentCategory,
    IncidentReport,
    IncidentStep,
    Invoice,
    InvoiceLine,
    Participant,
    Person,
    PersonnelRecord,
    PlanLine,
    PlanReview,
    ProgramRecord,
    Provider,
    ProviderApproval,
    ProviderLicense,
    ProviderLocation,
    RateEdition,
    RateSheet,
    RecordMark,
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
    TreatmentEpisode,
)
from .models.credential_hours import MOST_AT_ONCE
from .order import problems_within
from .problems import Problem, is_nothing, nothing

# Days of what has already happened. Other days may lie ahead.
HAPPENED = {
    "approved_on", "authorized_on", "born_on", "checked_on", "claimed_on", "completed_on", "conferred_on",
    "confirmed_on", "contacted_on", "coordinator_signed_on", "decided_on", "disclosure_on", "done_on", "happened_on",
    "held_on", "invoiced_on", "issued_on", "job_started_on", "justice_on", "known_on", "last_contact_on", "letter_on",
    "marked_on", "met_on", "opened_on", "participant_signed_on", "pps_recorded_on", "read_on", "recalculated_on",
    "refused_on", "renewal_asked_on", "representative_signed_on", "requested_on", "reviewed_on", "search_started_on",
    "sent_on", "served_on", "shared_on", "signed_on", "wanted_on",
}  # fmt: skip

# Without these a record says nothing. Everything else may be unknown, and the rules say what that means.
NEEDED: dict[type[ProgramRecord], tuple[str, ...]] = {
    Participant: ("medicaid_id", "family_name"),
    Enrollment: ("enrolled_on",),
    Coverage: ("plan",),
    FunctionalScreen: ("kind",),
    Residence: ("setting",),
    FirstContact: ("contacted_on",),
    Representative: ("kind", "name"),
    Assessment: ("completed_on",),
    ServicePlan: ("completed_on",),
    PlanLine: ("kind",),
    PlanReview: ("reviewed_on",),
    SupportPlan: ("completed_on",),
    Service: ("kind", "served_on"),
    ServiceCode: ("code", "kind", "starts_on", "source_url", "read_on"),
    Claim: ("claimed_on",),
    Invoice: ("number", "invoiced_on"),
    InvoiceLine: ("served_on", "units"),
    Employment: ("wanted_on",),
    SignOff: ("decision", "decided_on", "decided_by"),
    FollowUp: ("what", "who"),
    IncidentCategory: ("name", "source"),
    IncidentStep: ("kind",),
    IncidentReport: ("what_happened", "reported_by", "learned_at"),
    Discharge: ("discharged_on",),
    DischargeSection: ("section", "written_as", "body"),
    ReportSection: ("section", "written_as", "body"),
    SharedExperience: ("written_as", "shared_on"),
    Provider: ("name",),
    Agreement: ("form",),
    ProviderLocation: ("place",),
    ProviderLicense: ("kind",),
    ChangedCircumstance: ("known_on",),
    Person: ("family_name",),
    StaffMember: ("staff_number", "started_on"),
    Credential: ("kind",),
    BackgroundCheck: ("completed_on",),
    Training: ("topic",),
    Exemption: ("topic",),
    RateEdition: ("name", "source"),
    RateSheet: ("place", "starts_on"),
    Degree: ("level",),
    CredentialApplication: ("kind", "opened_on"),
    CredentialHours: ("kind", "part", "domain", "done_on", "hours"),
    Experience: ("setting", "months"),
    PersonnelRecord: ("kind",),
    ProviderApproval: ("kind",),
    RoleAssignment: ("role", "starts_on"),
    TreatmentEpisode: ("starts_on",),
    Consent: ("recipient", "purpose", "signed_on", "expires_on"),
    RecordMark: ("record_class", "marked_on", "why"),
    Disclosure: ("recipient", "purpose", "what", "disclosed_at", "statement"),
    Supervision: ("supervisor", "starts_on"),
    SupervisionSession: ("supervisor", "held_on", "hours"),
    Team: ("name", "kind"),
    TeamMember: ("staff",),
    Extension: ("approved_on", "approved_by", "ends_on"),
}
FIRST_DAY = datetime.date(1900, 1, 1)
YEARS_AHEAD = 10
LONGEST_TEXT = 20_000
MOST_HOURS = {
    "training": Decimal(24),
    "supervision_session": Decimal(24),
    "exemption": Decimal("9999.99"),
    "credential": Decimal(1000),
    "credential_application": Decimal(1000),
    "credential_hours": Decimal(MOST_AT_ONCE),
}
# Whole numbers: the least, the most, and what to do about another.
COUNTED = {
    "affected_count": (1, 1_000, "Count the participants."),
    "attendee_count": (1, 1_000, "Count those who took part."),
    "beds": (1, 10_000, "Give the licensed number of beds."),
    "minutes": (1, 24 * 60, "Give the minutes it took."),
    "months": (1, 720, "Count the months it lasted."),
    "recovery_support_percent": (0, 100, "Give the percent of the work."),
    "units": (1, 1_000, "Give the units of this line."),
}
AMOUNTS = {"amount", "charged_amount", "hourly_wage", "minimum_wage", "rate"}
MOST_CHARGED = Decimal(9_998)


def problems_of(record: ProgramRecord, *, on: datetime.date) -> list[Problem]:
    """Everything wrong with the record itself."""
    needed = NEEDED.get(type(record), ())
    problems = [nothing(field) for field in needed if is_nothing(getattr(record, field))]
    for field in record._meta.concrete_fields:
        value = getattr(record, field.attname)
        if value not in (None, ""):
            problems.extend(_of_field(record, field, value, on))
    if not problems:
        problems.extend(problems_within(record))
    return problems


def _of_field(record: ProgramRecord, field: models.Field[Any, Any], value: Any, on: datetime.date) -> Iterator[Problem]:
    name = field.name
    if field.choices:
        if value not in dict(field.flatchoices):
            words = ", ".join(str(key) for key, _ in field.flatchoices)
            yield Problem(name, repr(value), f"one of: {words}", "Choose one of these words.")
    elif isinstance(field, models.DateTimeField):
        if field.editable:  # the database writes the others
            yield from _of_instant(name, value, on)
    elif isinstance(field, models.DateField):
        yield from _of_day(name, value, on)
    elif isinstance(field, models.BooleanField):
        if not isinstance(value, bool):
            yield Problem(name, repr(value), "yes, no or nothing", "Answer yes or no, or leave it open.")
    elif isinstance(field, models.DecimalField):
        yield from (
            _of_charge(name, value) if name in AMOUNTS else _of_hours(name, value, MOST_HOURS[record._meta.db_table])
        )
    elif isinstance(field, (models.TextField, models.CharField)):
        yield from _of_text(record, name, value)
    elif name in COUNTED:
        least, most, fix = COUNTED[name]
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            yield Problem(name, repr(value), f"a whole number from {least} to {most}", fix)


def _of_day(name: str, value: Any, on: datetime.date) -> Iterator[Problem]:
    if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
        yield Problem(name, repr(value), "a day such as 2026-11-20", "Write year, month and day.")
    elif value < FIRST_DAY:
        yield Problem(name, str(value), f"a day no earlier than {FIRST_DAY}", "Check the year.")
    elif name in HAPPENED and value > on:
        yield Problem(name, str(value), f"a day no later than {on}", "Correct it, or record it once it has happened.")
    elif value.year > on.year + YEARS_AHEAD:
        yield Problem(name, str(value), f"a day before the end of {on.year + YEARS_AHEAD}", "Check the year.")


def _of_instant(name: str, value: Any, on: datetime.date) -> Iterator[Problem]:
    """Every instant on record is of the past; which day it fell on is said in the program's own time."""
    if not isinstance(value, datetime.datetime) or value.tzinfo is None:
        expected = "a moment such as 2026-11-20 09:30, with its time zone"
        yield Problem(name, repr(value), expected, "Write the day and the time.")
    elif not FIRST_DAY.year <= value.year <= on.year + 1 or not FIRST_DAY <= timezone.localtime(value).date() <= on:
        found = f"{value:%Y-%m-%d %H:%M %Z}"
        expected = f"a moment from {FIRST_DAY} to {on}"
        yield Problem(name, found, expected, "Correct it, or record it once it has happened.")


def _of_charge(name: str, value: Any) -> Iterator[Problem]:
    is_number = isinstance(value, (int, Decimal)) and not isinstance(value, bool) and Decimal(value).is_finite()
    if not is_number or not 0 <= value <= MOST_CHARGED or Decimal(value) != round(Decimal(value), 2):
        expected = f"dollars and cents from 0 to {MOST_CHARGED}"
        yield Problem(name, str(value), expected, "Write the amount as a number, such as 20.00.")


def _of_hours(name: str, value: Any, most: Decimal) -> Iterator[Problem]:
    expected = f"more than 0 hours and at most {most}, with two decimals at most"
    if not isinstance(value, (int, Decimal)) or isinstance(value, bool):
        yield Problem(name, repr(value), expected, "Write the hours as a number.")
    elif not Decimal(value).is_finite() or not 0 < value <= most:
        yield Problem(name, str(value), expected, "Give the hours of this one topic on this one day.")
    elif Decimal(value) != round(Decimal(value), 2):
        yield Problem(name, str(value), expected, "Write 1.25, not 1.2537.")


def _of_text(record: ProgramRecord, name: str, value: Any) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield Problem(name, repr(value), "text", "Write it as text.")
    elif len(value) > LONGEST_TEXT:
        yield Problem(name, f"{len(value)} characters", f"at most {LONGEST_TEXT}", "Shorten it.")
    elif re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", value):
        yield Problem(name, repr(value[:40]), "text without control characters", "Type it again instead of pasting it.")
    elif isinstance(record, Participant) and name == "medicaid_id" and not re.fullmatch("[0-9]{10}", value):
        yield Problem(name, repr(value), "ten digits", "Copy the id from the card; zeros in front count.")
    elif isinstance(record, StaffMember) and name == "staff_number" and not value.strip():
        yield nothing(name)
