"""The record models. Tables and columns the law may look at are named as in `alongside.facts.tables`."""

from .agencies import Provider
from .discharges import Discharge, DischargeSummary
from .participants import Coverage, Enrollment, FunctionalScreen, Participant, Residence
from .people import BackgroundCheck, Credential, Person, StaffMember
from .plans import Assessment, ServicePlan
from .record import ProgramRecord
from .training import Exemption, Training
from .words import (
    CoveragePlan,
    CredentialKind,
    DischargeCause,
    ExemptionDecision,
    ProviderKind,
    ScreenKind,
    ScreenResult,
    Setting,
    Topic,
)

__all__ = [
    "Assessment", "BackgroundCheck", "Coverage", "CoveragePlan", "Credential", "CredentialKind", "Discharge",
    "DischargeCause", "DischargeSummary", "Enrollment", "Exemption", "ExemptionDecision", "FunctionalScreen",
    "Participant", "Person", "ProgramRecord", "Provider", "ProviderKind", "Residence", "ScreenKind",
    "ScreenResult", "ServicePlan", "Setting", "StaffMember", "Topic", "Training",
]  # fmt: skip
