"""Wisconsin Community Recovery Services, in the order of the state's page for providers."""

from pathlib import Path

from alongside.packs.pack import Pack

from . import (
    billing,
    discharge,
    eligibility,
    employment,
    incidents,
    participation_system,
    plan_contents,
    progress_notes,
    service_plans,
    settings,
    training,
    training_exposure,
)
from .catalogue import CATALOGUE
from .readings import QUESTIONS, READINGS

PACK = Pack(
    id="wisconsin_crs",
    name="Wisconsin Community Recovery Services",
    rules=(
        *settings.RULES,
        *employment.RULES,
        *eligibility.RULES,
        *training.RULES,
        *service_plans.RULES,
        *plan_contents.RULES,
        *progress_notes.RULES,
        *discharge.RULES,
        *incidents.RULES,
        *billing.RULES,
        *training_exposure.RULES,
        *participation_system.RULES,
    ),
    readings=READINGS,
    questions=QUESTIONS,
    cases=Path(__file__).parent / "cases",
    catalogue=CATALOGUE,
)
