"""What the sections say, in the words of those who saw it. All of it is invented."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.records.models import DischargePart, ReportPart, Role


@dataclass(frozen=True)
class Words:
    """What one person wrote in one section; `later` counts the days after an incident, or before a discharge."""

    section: ReportPart | DischargePart
    body: str
    by: str = "posy"
    role: Role = Role.CRSS
    later: int = 0


@dataclass(frozen=True)
class Told:
    """One incident, so many days ago and so many minutes after midnight, and its sections."""

    about: str
    ago: int
    minute: int
    category: str
    place: str
    what: str
    words: tuple[Words, ...]
    by: str = "posy"
    how: str = "Saw it"
    is_suspected: bool = False
    is_seen: bool = True
    is_reviewed: bool = False


_R, _D = ReportPart, DischargePart
# Waits for the supervisor's clinical sections and the review.
FALL = Told(
    "avens", 2, 11 * 60 + 20, "Injury or fall", "the steps of the food pantry",
    "Slipped on the wet second step and sat down hard.",
    (
        Words(_R.FACTS_SEEN, "We were leaving the pantry at 11:15. It had rained. She slipped on the second step, sat "
              "down and held her left wrist. She walked to the car by herself."),
        Words(_R.OWN_WORDS, "“It hurts when I turn it. I want to go home first.”"),
        Words(_R.DONE_AT_ONCE, "I sat with her ten minutes. The pantry’s volunteer brought ice."),
        Words(_R.WHO_WAS_TOLD, "I called Quill Sedge at 11:40 and left a message at the nurse’s line."),
    ),
)  # fmt: skip
# Completed, and reviewed.
OFF_THE_BUS = Told(
    "heath", 20, 15 * 60 + 5, "Found unwell", "the stop at Cedar Street",
    "Got off the bus three stops early and stood at the curb for a while.",
    (
        Words(_R.FACTS_SEEN, "He rang the bell at Cedar Street, got off and stood at the curb. I got off with him. "
              "After six minutes he sat down on the bench."),
        Words(_R.OWN_WORDS, "“I wanted to be anywhere else.” Later: “Thanks for sitting here.”"),
        Words(_R.PEER_SERVICES, "I sat beside him, and we called the warm line together at 15:30."),
        Words(_R.RISK_ASSESSMENT, "Seen the same afternoon; safety plan gone over.", "quill", Role.QMHP, 1),
        Words(_R.RECOMMENDATION, "Rides together for two weeks; plan looked at on Friday.", "quill", Role.QMHP, 1),
        Words(_R.FINAL_SIGN_OFF, "Finished.", "quill", Role.QMHP, 2),
    ),
    is_reviewed=True,
)  # fmt: skip
# Four hours ran out: nobody has called the hotline.
HIT = Told(
    "oxeye", 1, 9 * 60, "Abuse, neglect or exploitation", "on the telephone",
    "Told me that somebody on the evening staff of the house slapped the back of her hand.",
    (
        Words(_R.OWN_WORDS, "“She slapped my hand when I reached for the bread.”", "marsh"),
        Words(_R.WHO_WAS_TOLD, "I told the team leader at 09:20, who wants to look into it first.", "marsh"),
    ),
    by="marsh", how="Was told", is_suspected=True, is_seen=False,
)  # fmt: skip
ENDED = (
    Words(_D.GOALS_IN_OWN_WORDS, "“I want to cook on Sundays and have my brother over.”", later=4),
    Words(_D.RESOURCES, "Tuesday peer group at the library, ask for Fern. Rent help: township office.", later=4),
    Words(_D.TRANSITION_SUPPORTS, "Two walks along the new bus line, and a first visit to the laundromat.", later=3),
    Words(_D.RISK_ASSESSMENT, "No present concern; crisis line and early signs gone over.", "quill", Role.QMHP, 2),
    Words(_D.READINESS, "Agreed in the team on the day of the meeting.", "quill", Role.QMHP, 2),
)  # fmt: skip
