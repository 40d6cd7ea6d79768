"""Illinois: certified peer workers, and what may be billed for them. In the order of the supervisors' Q & A."""

from pathlib import Path

from alongside.packs.pack import Pack

from . import billing
from .questions import QUESTIONS
from .readings import READINGS

PACK = Pack(
    id="illinois_peer",
    name="Illinois certified peer workers",
    rules=(*billing.RULES,),
    readings=READINGS,
    questions=QUESTIONS,
    cases=Path(__file__).parent / "cases",
)
