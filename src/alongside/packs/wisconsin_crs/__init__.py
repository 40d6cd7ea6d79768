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
)
from .catalogue import CATALOGUE
from .older_words import OLDER_WORDS
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
        *participation_system.RULES,
    ),
    readings=READINGS,
    questions=QUESTIONS,
    cases=Path(__file__).parent / "cases",
    catalogue=CATALOGUE,
    older_words=OLDER_WORDS,
)
