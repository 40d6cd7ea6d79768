"""Every table the law may look at. The data dictionary, the headings of files and the worlds are printed from them."""

from __future__ import annotations

from .contract import FactTable
from .delivered import claim, progress_note, service
from .discharges import discharge, discharge_summary
from .employment import employment
from .episodes import treatment_episode
from .improvement import corrective_action_plan, plan_of_action
from .incidents import incident_report
from .invoices import invoice_line
from .monitoring import monitoring_request, monitoring_visit
from .oversight import documentation_oversight
from .packets import packet
from .participants import coverage, enrollment, functional_screen, participant, representative, residence
from .plans import assessment, plan_line, service_plan, support_plan
from .provider_approvals import provider_approval
from .providers import agency_application, agreement, provider, provider_license, provider_location
from .qualifications import (
    credential_application,
    degree,
    experience,
    personnel_record,
    role_assignment,
    supervision,
    supervision_session,
)
from .service_codes import service_code
from .sign_offs import plan_review, sign_off
from .staff import TOPICS, background_check, changed_circumstance, credential, exemption, staff, training
from .teams import extension, team, team_member
from .writing import discharge_section, report_section, shared_experience

TABLES: dict[str, FactTable] = {
    t.name: t
    for t in (
        participant, enrollment, coverage, functional_screen, residence, representative,
        assessment, service_plan, plan_line, support_plan, service, progress_note, claim, employment, incident_report,
        discharge, discharge_summary, staff, training, exemption, credential,
        invoice_line, monitoring_visit, monitoring_request, plan_of_action, corrective_action_plan,
        background_check, changed_circumstance, provider, agency_application, agreement, provider_location,
        provider_license,
        documentation_oversight, packet,
        degree, experience, role_assignment, supervision, supervision_session, credential_application, personnel_record,
        team, team_member, extension, treatment_episode, sign_off, plan_review, provider_approval, service_code,
        report_section, discharge_section, shared_experience,
    )
}  # fmt: skip

__all__ = [
    "TABLES",
    "TOPICS",
    "agency_application",
    "agreement",
    "assessment",
    "background_check",
    "changed_circumstance",
    "claim",
    "corrective_action_plan",
    "coverage",
    "credential",
    "credential_application",
    "degree",
    "discharge",
    "discharge_section",
    "discharge_summary",
    "documentation_oversight",
    "employment",
    "enrollment",
    "exemption",
    "experience",
    "extension",
    "functional_screen",
    "incident_report",
    "invoice_line",
    "monitoring_request",
    "monitoring_visit",
    "packet",
    "participant",
    "personnel_record",
    "plan_line",
    "plan_of_action",
    "plan_review",
    "progress_note",
    "provider",
    "provider_approval",
    "provider_license",
    "provider_location",
    "report_section",
    "representative",
    "residence",
    "role_assignment",
    "service",
    "service_code",
    "service_plan",
    "shared_experience",
    "sign_off",
    "staff",
    "supervision",
    "supervision_session",
    "support_plan",
    "team",
    "team_member",
    "training",
    "treatment_episode",
]  # fmt: skip
