"""Every table the law may look at. The data dictionary, the headings of files and the worlds are printed from them."""

from __future__ import annotations

from .contract import FactTable
from .delivered import claim, progress_note, service
from .discharges import discharge, discharge_summary
from .employment import employment
from .incidents import incident_report
from .oversight import documentation_oversight
from .packets import packet
from .participants import coverage, enrollment, functional_screen, participant, representative, residence
from .plans import assessment, plan_line, service_plan, support_plan
from .staff import TOPICS, credential, exemption, staff, training

TABLES: dict[str, FactTable] = {
    t.name: t
    for t in (
        participant, enrollment, coverage, functional_screen, residence, representative,
        assessment, service_plan, plan_line, support_plan, service, progress_note, claim, employment, incident_report,
        discharge, discharge_summary, staff, training, exemption, credential,
        documentation_oversight, packet,
    )
}  # fmt: skip

__all__ = [
    "TABLES", "TOPICS", "assessment", "claim", "coverage", "credential", "discharge", "discharge_summary",
    "documentation_oversight", "employment", "enrollment", "exemption", "functional_screen", "incident_report",
    "packet", "participant", "plan_line", "progress_note", "representative", "residence", "service",
    "service_plan", "staff", "support_plan", "training",
]  # fmt: skip
