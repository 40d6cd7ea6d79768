"""What the sources leave open about monitoring, plans of action and corrective action plans, and how we read it."""

from alongside.law import Reading

QUESTIONS_OF_MONITORING = {
    19: "By when a new program is visited for the first time.",
    20: "By when what is asked for before a visit must be sent, and whether one participant may stand for two providers.",
    21: "Whether the 10 days for the draft are calendar or business days, and from which day they run.",
    22: "What follows when a corrective action plan is late or not carried out.",
    38: "Whether a corrective action plan must follow a missed date: one passage says it may, the other that it is issued.",
    39: "Who chooses the participant whose documents are asked for: the Division or the program.",
}

DRAFT_DAYS = Reading(
    "draft_days", "How the 10 days for the draft are counted",
    "The page says 10 days here and 15 business days elsewhere, so calendar days are meant. Wis. Stat. 990.001(4) leaves out the first "
    "day and lets an end on a Saturday, Sunday or legal holiday roll on. It governs laws; the page is guidance.",
    "calendar",
    {"calendar": "Calendar days; late only after the rolled day.", "business": "Days on which state offices are open."},
    (21,),
)  # fmt: skip
NOTIFIED = Reading(
    "notified", "When a program is notified of the concerns",
    "The concerns are discussed in a meeting and then shared in writing. The page does not say which of the two notifies.",
    "writing",
    {"writing": "On the day they come in writing.", "meeting": "On the day of the meeting, where there was one."},
    (21,),
)  # fmt: skip
VISIT_ANCHOR = Reading(
    "visit_anchor", "From which day the two years between visits run",
    "The page says once every two years, and not from when.",
    "last visit", {"last visit": "From the first day of the last visit. For a program never visited there is no day."}, (19,),
)  # fmt: skip

READINGS_OF_MONITORING = (DRAFT_DAYS, NOTIFIED, VISIT_ANCHOR)
