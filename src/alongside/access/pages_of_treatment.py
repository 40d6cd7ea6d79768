"""Who may record what happens to a treatment plan after it is complete, by the URL's name: the roles, and why."""

from __future__ import annotations

from .page import Page, only
from .policies_of_plans import AUTHORIZED
from .roles import SEES_STAFF

PAGES_OF_TREATMENT: dict[str, Page] = {
    "authorize_plan": only(SEES_STAFF, AUTHORIZED),
    "review_plan": only(SEES_STAFF, AUTHORIZED),
}
