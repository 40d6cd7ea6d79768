"""Wisconsin Community Recovery Services, in the order of the state's page for providers."""

from pathlib import Path

from alongside.packs.pack import Pack

from . import (
    billing,
    discharge,
    eligibility,
    employment,
    improvement,
    incidents,
    invoices,
    monitoring,
    oversight,
    packets,
    participation_system,
    plan_contents,
    progress_notes,
    providers,
    readings_network,
    service_plans,
    serving,
    settings,
    training,
    training_exposure,
)
from .catalogue import CATALOGUE
from .gates import GATES
from .library import LIBRARY
from .older_words import OLDER_WORDS
from .oversight_figures import OVERSIGHT
from .questions import QUESTIONS
from .readings import READINGS

PACK = Pack(
    id="wisconsin_crs",
    name="Wisconsin Community Recovery Services",
    rules=(
        *settings.RULES,
        *employment.RULES,
        *eligibility.RULES,
        *providers.RULES,
        *serving.RULES,
        *training.RULES,
        *service_plans.RULES,
        *plan_contents.RULES,
        *progress_notes.RULES,
        *discharge.RULES,
        *incidents.RULES,
        *oversight.RULES,
        *packets.RULES,
        *billing.RULES,
        *training_exposure.RULES,
        *participation_system.RULES,
        *monitoring.RULES,
        *invoices.RULES,
        *improvement.RULES,
    ),
    readings=(*READINGS, *readings_network.READINGS),
    questions=QUESTIONS,
    cases=Path(__file__).parent / "cases",
    catalogue=CATALOGUE,
    oversight=OVERSIGHT,
    library=LIBRARY,
    older_words=OLDER_WORDS,
    gates=GATES,
)
