"""Who may open the pages of the provider network, by the URL's name: the roles, and why."""

from __future__ import annotations

from .roles import RUNS_THE_PROGRAM, SEES_STAFF, Role

_SEEN = (SEES_STAFF, "The provider network is open to those who run the program or supervise.")
_CHANGED = (RUNS_THE_PROGRAM, "The provider network is changed by those who run the program.")
_PAPERS = (RUNS_THE_PROGRAM, "Background checks and certificates are recorded by those who run the program.")
_TREATED = (RUNS_THE_PROGRAM, "Times in treatment are recorded by those who run the program.")

NETWORK: dict[str, tuple[frozenset[Role], str]] = {
    "network": _SEEN,
    "who_may_serve": _SEEN,
    "provider": _SEEN,
    "provider_file": _SEEN,
    "agency_application": _CHANGED,
    "new_provider": _CHANGED,
    "add_to_provider": _CHANGED,
    "correct_in_network": _CHANGED,
    "prove": _CHANGED,
    "add_approval": _CHANGED,
    "correct_approval": _CHANGED,
    "add_episode": _TREATED,
    "correct_episode": _TREATED,
    "add_staff_paper": _PAPERS,
    "correct_staff_paper": _PAPERS,
}
