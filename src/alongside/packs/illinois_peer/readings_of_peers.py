"""The readings about teams, substance use and what peers write."""

from alongside.law import Reading

MONTHS = Reading(
    "peer_months", "How the months and years from the date of hire are counted",
    "No text read says it. Within includes the last day.",
    "calendar", {"calendar": "Calendar months, to the last day of a shorter month."},
    (11,),
)  # fmt: skip
WEEKEND = Reading(
    "weekend", "When a last day falls on a weekend",
    "No text read says it for these windows. The earlier day is the safe one.",
    "strict", {"strict": "It stays where it is.", "rolled": "It moves to the Monday after."},
    (11,),
)  # fmt: skip
CERTIFICATION = Reading(
    "certification", "Which certification an ACT team's person needs",
    "The sentence names CRSS and CFPP before it says certification.",
    "CRSS or CFPP", {"CRSS or CFPP": "CRSS or CFPP. A CPRS does not count."},
    (2,),
)  # fmt: skip
CAPABLE = Reading(
    "capable", "What capable of obtaining asks",
    "The 590 text asks for people capable of obtaining the credential within a year of hire, not for the credential.",
    "warn", {"warn": "Whoever has no credential after the year is shown with a warning; more time that the program manager allowed counts."},
    (12,),
)  # fmt: skip
SUD_CRSS = Reading(
    "sud_crss", "Whether a CRSS may give peer recovery support paid by Medicaid",
    "The Q & A speaks of CPRS. The statute's definition names neither, and the notice that says who qualifies was not read.",
    "a person decides", {"a person decides": "A person decides.", "no": "Only a CPRS may."},
    (7,),
)  # fmt: skip
SAME_STAFF = Reading(
    "same_staff", "Where the same staff should not give treatment and recovery support",
    "Said in 2020 of services under the grant; nothing is said of those paid by Medicaid.",
    "grant", {"grant": "Under the grant only.", "both": "Under the grant and where Medicaid pays."},
    (8,),
)  # fmt: skip
ALWAYS = Reading(
    "always", "Whether the review of a peer's incident report is a duty",
    "A supervisor “should always” review it. We take what should always be done as asked every time.",
    "duty", {"duty": "A report that was not reviewed is not in order.", "advice": "It is advice."},
)  # fmt: skip
