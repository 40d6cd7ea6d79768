"""Illinois: certified peer workers, and what may be billed for them. In the order of the supervisors' Q & A."""

from pathlib import Path

from alongside.packs.pack import Pack

from . import (
    agencies,
    agency_lpha,
    background,
    billing,
    certification,
    codes,
    discharge_papers,
    incident_reports,
    personnel_files,
    plan_reviews,
    renewal,
    rule_50_training,
    substance_use,
    teams,
    tier_of_staff,
    writing,
    writing_of_discharge,
    writing_of_reports,
    writing_readings,
)
from .credential_path import ORIENTATION
from .held import BILLING
from .library import LIBRARY
from .questions import QUESTIONS
from .readings import READINGS
from .treated import TREATMENT

PACK = Pack(
    id="illinois_peer",
    name="Illinois certified peer workers",
    rules=(
        *billing.RULES,
        *substance_use.RULES,
        *codes.RULES,
        *plan_reviews.RULES,
        *agency_lpha.RULES,
        *agencies.RULES,
        *tier_of_staff.RULES,
        *personnel_files.RULES,
        *background.RULES,
        *rule_50_training.RULES,
        writing.lived,
        *writing_of_reports.RULES,
        *incident_reports.RULES,
        *writing_of_discharge.RULES,
        *discharge_papers.RULES,
        *teams.RULES,
        *renewal.RULES,
        *certification.RULES,
    ),
    readings=(*READINGS, writing_readings.PEER_ROLES, writing_readings.ROLE_LIMITS),
    questions=(*QUESTIONS, *writing_readings.QUESTIONS),
    cases=Path(__file__).parent / "cases",
    library=LIBRARY,
    billing=BILLING,
    treatment=TREATMENT,
    sessions=(ORIENTATION,),
)
