"""An invented county to look at: Juniper County, with a small neighbor, the Heron Bend Nation, behind its own walls.

Most people in it are in order; `stories.py` counts out the trouble. All names are trees, birds and short given names.
"""

from .county import PASSWORD, DemoCounty, SignIn, load

__all__ = ["PASSWORD", "DemoCounty", "SignIn", "load"]
