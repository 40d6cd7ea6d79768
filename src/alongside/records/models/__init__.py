"""The record models. Tables and columns the law may look at are named as in `alongside.facts.tables`."""

from .agencies import Provider
from .attachments import AttachedTo, Attachment, MediaType
from .changes import Change
from .corrections import Correction
from .delivered import Claim, Service
from .discharges import Discharge, DischargeSummary
from .documents import Document, DocumentKind, FormTemplate, Rendering
from .employment import Employment
from .first_contacts import FirstContact, Representative
from .incident_categories import IncidentCategory
from .incident_parts import FollowUp, IncidentStep, IncidentSupervisor
from .incident_words import ClockUnit, QuestionKind, ToldHow, ToldKind
from .incidents import IncidentReport
from .invoices import Invoice, InvoiceLine
from .library import FieldKind, GuidingCopy, JoiningDetails, RateEdition, RateSheet
from .network import AgencyApplication, Agreement, ProviderLicense, ProviderLocation
from .network_files import ProviderFile
from .network_words import AgreementForm, LicenseKind, ProvenBy
from .notes import ProgressNote
from .own_words import OwnWords, WrittenAs
from .participants import Coverage, Enrollment, FunctionalScreen, Participant, Residence
from .people import BackgroundCheck, ChangedCircumstance, Credential, Person, StaffMember
from .plan_drafts import DraftKind, PlanDraft
from .plans import Assessment, PlanLine, ServicePlan, SupportPlan
from .record import ProgramRecord
from .seats import HoldKind, Invitation, NoteHold
from .service_words import (
    Activity,
    AskedFirst,
    EndedFor,
    Manner,
    NoteStatus,
    PlanKind,
    Repeats,
    ServiceKind,
    SignOffDecision,
    Unit,
)
from .sign_offs import SignOff
from .signatures import ACTING, SERVED, SERVING, Capacity, Method, Signature
from .state_forms import FormMatch, StateForm
from .training import Exemption, Training, TrainingClass, TrainingSheet
from .waiting import WaitingNote
from .words import (
    CoveragePlan,
    CredentialKind,
    DischargeCause,
    ExemptionDecision,
    License,
    ProviderKind,
    RepresentativeKind,
    ScreenKind,
    ScreenResult,
    ScreenType,
    Setting,
    Topic,
    TrainingSource,
)
from .writing import DischargeSection, ReportSection, SharedExperience
from .writing_words import DischargePart, ReportPart, WritingRole

__all__ = [
    "ACTING",
    "SERVED",
    "SERVING",
    "Activity",
    "AgencyApplication",
    "Agreement",
    "AgreementForm",
    "AskedFirst",
    "Assessment",
    "AttachedTo",
    "Attachment",
    "BackgroundCheck",
    "Capacity",
    "Change",
    "ChangedCircumstance",
    "Claim",
    "ClockUnit",
    "Correction",
    "Coverage",
    "CoveragePlan",
    "Credential",
    "CredentialKind",
    "Discharge",
    "DischargeCause",
    "DischargePart",
    "DischargeSection",
    "DischargeSummary",
    "Document",
    "DocumentKind",
    "DraftKind",
    "Employment",
    "EndedFor",
    "Enrollment",
    "Exemption",
    "ExemptionDecision",
    "FieldKind",
    "FirstContact",
    "FollowUp",
    "FormMatch",
    "FormTemplate",
    "FunctionalScreen",
    "GuidingCopy",
    "HoldKind",
    "IncidentCategory",
    "IncidentReport",
    "IncidentStep",
    "IncidentSupervisor",
    "Invitation",
    "Invoice",
    "InvoiceLine",
    "JoiningDetails",
    "License",
    "LicenseKind",
    "Manner",
    "MediaType",
    "Method",
    "NoteHold",
    "NoteStatus",
    "OwnWords",
    "Participant",
    "Person",
    "PlanDraft",
    "PlanKind",
    "PlanLine",
    "ProgramRecord",
    "ProgressNote",
    "ProvenBy",
    "Provider",
    "ProviderFile",
    "ProviderKind",
    "ProviderLicense",
    "ProviderLocation",
    "QuestionKind",
    "RateEdition",
    "RateSheet",
    "Rendering",
    "Repeats",
    "ReportPart",
    "ReportSection",
    "Representative",
    "RepresentativeKind",
    "Residence",
    "ScreenKind",
    "ScreenResult",
    "ScreenType",
    "Service",
    "ServiceKind",
    "ServicePlan",
    "Setting",
    "SharedExperience",
    "SignOff",
    "SignOffDecision",
    "Signature",
    "StaffMember",
    "StateForm",
    "SupportPlan",
    "ToldHow",
    "ToldKind",
    "Topic",
    "Training",
    "TrainingClass",
    "TrainingSheet",
    "TrainingSource",
    "Unit",
    "WaitingNote",
    "WritingRole",
    "WrittenAs",
]  # fmt: skip
