"""Illinois: certified peer workers, and what may be billed for them. In the order of the supervisors' Q & A."""

from pathlib import Path

from alongside.packs.pack import Pack

from . import agencies, billing, certification, codes, files, papers, substance_use, teams
from .library import LIBRARY
from .questions import QUESTIONS
from .readings import READINGS

PACK = Pack(
    id="illinois_peer",
    name="Illinois certified peer workers",
    rules=(
        *billing.RULES,
        *substance_use.RULES,
        *codes.RULES,
        *agencies.RULES,
        *files.RULES,
        *papers.RULES,
        *teams.RULES,
        *certification.RULES,
    ),
    readings=READINGS,
    questions=QUESTIONS,
    cases=Path(__file__).parent / "cases",
    library=LIBRARY,
)
