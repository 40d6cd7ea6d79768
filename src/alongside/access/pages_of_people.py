"""Who may open the pages of qualifications, supervision and teams, by the URL's name: the roles, and why."""

from __future__ import annotations

from .page import Page, only
from .people_policies import CERTIFIES, DRIFT_SEEN, QUALIFIES, SUPERVISES, TEAMS_CHANGED, TEAMS_SEEN
from .roles import RUNS_THE_PROGRAM, SEES_STAFF, Role

_QUALIFIED = only(RUNS_THE_PROGRAM, QUALIFIES)
_SUPERVISED = only(SEES_STAFF, SUPERVISES)
_TEAMS = only(SEES_STAFF, TEAMS_SEEN)
_DRIFT = only(SEES_STAFF, DRIFT_SEEN)
_WAY = only(SEES_STAFF | {Role.DIRECT_STAFF}, CERTIFIES)
_TEAM_CHANGED = only(RUNS_THE_PROGRAM, TEAMS_CHANGED)

PAGES_OF_PEOPLE: dict[str, Page] = {
    "add_qualification": _QUALIFIED,
    "correct_qualification": _QUALIFIED,
    "correct_employment": _QUALIFIED,
    "add_supervision": _SUPERVISED,
    "correct_supervision": _SUPERVISED,
    "role_drift": _DRIFT,
    "role_drift_of": _DRIFT,
    "certificate_of": _WAY,
    "log_hours": _WAY,
    "correct_hours": _WAY,
    "open_application": _WAY,
    "correct_application": _WAY,
    "teams": _TEAMS,
    "team": _TEAMS,
    "new_team": _TEAM_CHANGED,
    "correct_team": _TEAM_CHANGED,
    "add_to_team": _TEAM_CHANGED,
    "correct_in_team": _TEAM_CHANGED,
}
