"""An invented agency in Illinois: Bluestem Recovery Center, with ACT, CST and 590 teams and a substance-use program.

Most of what is done there may be billed; `given.py` counts out the trouble. Names are plants and birds of the prairie.
"""

from .agency import AGENCY, add_agency

__all__ = ["AGENCY", "add_agency"]
