"""The record models. Tables and columns the law may look at are named as in `alongside.facts.tables`."""

from .agencies import Provider
from .approvals import ProviderApproval, ServiceCode
from .attachments import AttachedTo, Attachment, MediaType
from .changes import Change
from .corrections import Correction
from .credential_hours import CredentialHours
from .credential_words import CredentialDomain, CredentialPart
from .delivered import Claim, Service
from .discharges import Discharge, DischargeSummary
from .documents import Document, DocumentKind, FormTemplate, Rendering
from .emergencies import EmergencyAccess, EmergencyReview
from .emergency_words import EmergencyConclusion
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
from .peer_agency_words import DegreeField, DegreeLevel, Engagement, ExperienceSetting, IllinoisProvider, TeamKind
from .peer_paper_words import ApprovalKind, PersonnelPaper
from .peer_service_words import Funding, IllinoisService, Modality
from .peer_words import IllinoisCredential, PeerCredential, Role, Tier
from .people import BackgroundCheck, ChangedCircumstance, Credential, Person, StaffMember
from .plan_drafts import DraftKind, PlanDraft
from .plans import Assessment, PlanLine, ServicePlan, SupportPlan
from .qualifications import CredentialApplication, Degree, Experience, PersonnelRecord, RoleAssignment
from .record import ProgramRecord
from .record_marks import RecordMark
from .release_words import RecipientKind, RecordClass, ReleasePurpose, WithoutConsent
from .releases import Consent, Disclosure
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
from .supervising import Supervision, SupervisionSession
from .teams import Extension, Team, TeamMember
from .training import Exemption, Training, TrainingClass, TrainingSheet
from .treatment import PlanReview, TreatmentEpisode
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
    "ApprovalKind",
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
    "Consent",
    "Correction",
    "Coverage",
    "CoveragePlan",
    "Credential",
    "CredentialApplication",
    "CredentialDomain",
    "CredentialHours",
    "CredentialKind",
    "CredentialPart",
    "Degree",
    "DegreeField",
    "DegreeLevel",
    "Discharge",
    "DischargeCause",
    "DischargePart",
    "DischargeSection",
    "DischargeSummary",
    "Disclosure",
    "Document",
    "DocumentKind",
    "DraftKind",
    "EmergencyAccess",
    "EmergencyConclusion",
    "EmergencyReview",
    "Employment",
    "EndedFor",
    "Engagement",
    "Enrollment",
    "Exemption",
    "ExemptionDecision",
    "Experience",
    "ExperienceSetting",
    "Extension",
    "FieldKind",
    "FirstContact",
    "FollowUp",
    "FormMatch",
    "FormTemplate",
    "FunctionalScreen",
    "Funding",
    "GuidingCopy",
    "HoldKind",
    "IllinoisCredential",
    "IllinoisProvider",
    "IllinoisService",
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
    "Modality",
    "NoteHold",
    "NoteStatus",
    "OwnWords",
    "Participant",
    "PeerCredential",
    "Person",
    "PersonnelPaper",
    "PersonnelRecord",
    "PlanDraft",
    "PlanKind",
    "PlanLine",
    "PlanReview",
    "ProgramRecord",
    "ProgressNote",
    "ProvenBy",
    "Provider",
    "ProviderApproval",
    "ProviderFile",
    "ProviderKind",
    "ProviderLicense",
    "ProviderLocation",
    "QuestionKind",
    "RateEdition",
    "RateSheet",
    "RecipientKind",
    "RecordClass",
    "RecordMark",
    "ReleasePurpose",
    "Rendering",
    "Repeats",
    "ReportPart",
    "ReportSection",
    "Representative",
    "RepresentativeKind",
    "Residence",
    "Role",
    "RoleAssignment",
    "ScreenKind",
    "ScreenResult",
    "ScreenType",
    "Service",
    "ServiceCode",
    "ServiceKind",
    "ServicePlan",
    "Setting",
    "SharedExperience",
    "SignOff",
    "SignOffDecision",
    "Signature",
    "StaffMember",
    "StateForm",
    "Supervision",
    "SupervisionSession",
    "SupportPlan",
    "Team",
    "TeamKind",
    "TeamMember",
    "Tier",
    "ToldHow",
    "ToldKind",
    "Topic",
    "Training",
    "TrainingClass",
    "TrainingSheet",
    "TrainingSource",
    "TreatmentEpisode",
    "Unit",
    "WaitingNote",
    "WithoutConsent",
    "WritingRole",
    "WrittenAs",
]  # fmt: skip
