"""The record models. Tables and columns the law may look at are named as in `alongside.facts.tables`."""

from .agencies import Provider
from .delivered import Service
from .discharges import Discharge, DischargeSummary
from .first_contacts import FirstContact, Representative
from .incidents import IncidentReport
from .notes import ProgressNote
from .participants import Coverage, Enrollment, FunctionalScreen, Participant, Residence
from .people import BackgroundCheck, Credential, Person, StaffMember
from .plans import Assessment, PlanLine, ServicePlan, SupportPlan
from .record import ProgramRecord
from .service_words import Manner, NoteStatus, PlanKind, Repeats, ServiceKind, SignOffDecision, Unit
from .sign_offs import SignOff
from .training import Exemption, Training
from .words import (
    CoveragePlan,
    CredentialKind,
    DischargeCause,
    ExemptionDecision,
    ProviderKind,
    RepresentativeKind,
    ScreenKind,
    ScreenResult,
    ScreenType,
    Setting,
    Topic,
)

__all__ = [
    "Assessment", "BackgroundCheck", "Coverage", "CoveragePlan", "Credential", "CredentialKind", "Discharge",
    "DischargeCause", "DischargeSummary", "Enrollment", "Exemption", "ExemptionDecision", "FirstContact",
    "FunctionalScreen", "IncidentReport", "Manner", "NoteStatus", "Participant", "Person", "PlanKind", "PlanLine",
    "ProgramRecord", "ProgressNote", "Provider", "ProviderKind", "Repeats", "Representative", "RepresentativeKind",
    "Residence", "ScreenKind", "ScreenResult", "ScreenType", "Service", "ServiceKind", "ServicePlan", "Setting",
    "SignOff", "SignOffDecision", "StaffMember", "SupportPlan", "Topic", "Training", "Unit",
]  # fmt: skip
