"""Who may open the pages of documentation oversight. Which step is whose, a policy says."""

from __future__ import annotations

from .page import Page, only
from .roles import RUNS_THE_PROGRAM, SEES_STAFF, Role

REVIEWER = frozenset({Role.STATE_REVIEWER})
_BOTH_SIDES = only(
    SEES_STAFF | REVIEWER,
    "Documentation oversight is between those who run the program or supervise and the state’s reviewer.",
)
_STEP = only(
    RUNS_THE_PROGRAM | REVIEWER,
    "Steps of a documentation oversight are taken by those who run the program and by the state’s reviewer.",
)
_REVIEWER = only(REVIEWER, "Documents are checked by the state’s reviewer.")
_PRACTICE = only(
    SEES_STAFF, "A practice review is for those who run the program or supervise. The state does not see it."
)

PAGES_OF_OVERSIGHT: dict[str, Page] = {
    "oversights": _BOTH_SIDES,
    "oversight": _BOTH_SIDES,
    "announce_oversight": only(REVIEWER, "A documentation oversight is announced by the state’s reviewer."),
    "oversight_step": _STEP,
    "oversight_list": _BOTH_SIDES,
    "draw_file": _BOTH_SIDES,
    "checklist": _REVIEWER,
    "check_member": _REVIEWER,
    "check_requirement": _REVIEWER,
    "check_rest": _REVIEWER,
    "start_practice": only(RUNS_THE_PROGRAM, "A practice review is started by those who run the program."),
    "practice_review": _PRACTICE,
}
