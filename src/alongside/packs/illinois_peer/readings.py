"""The readings chosen where the sources are silent or our understanding goes beyond their words."""

from alongside.law import Reading

from .readings_of_peers import ALWAYS, CAPABLE, CERTIFICATION, MONTHS, SAME_STAFF, SUD_CRSS, WEEKEND

SINCE = Reading(
    "peer_since", "From when these rules are asked",
    "The Q & A is of 9 January 2026 and says how the Rules are now. The IATP, which it builds on, came on 1 August 2018.",
    "2018-08-01", {"2018-08-01": "Everything dated 1 August 2018 or later is judged by these rules, unless one names a later day."},
)  # fmt: skip
CURRENT = Reading(
    "current", "What a current certification is",
    "An MHP is a CRSS or CFPP with current certification. What a lapse does is not said.",
    "in force that day", {"in force that day": "It is in force on the day of the service, its last day included; where no last day is "
        "recorded it is taken to be in force. A lapse takes away this route to MHP, and no other."},
    (9,),
)  # fmt: skip
ASSIGNED = Reading(
    "assigned", "When a peer counts by a degree",
    "The Q & A speaks of the credential somebody bills on. A CPRS, or somebody whose CRSS lapsed, may hold a degree that makes an MHP.",
    "assigned", {"assigned": "The degree counts where the person is assigned to the MHP role and documented in it on that day."},
)  # fmt: skip
DOCUMENTED = Reading(
    "documented", "What shows a QMHP or an RSA",
    "The current list of 140.453 was not read. The older rule has the provider decide and document that a person qualifies as QMHP.",
    "assignment", {"assignment": "The provider's own assignment to the role, with its days."},
    (1,),
)  # fmt: skip
LPHA_SHOWN = Reading(
    "lpha_shown", "What shows an LPHA",
    "Of the list two lines were read: physicians, and advanced practice nurses of the psychiatric specialty.",
    "license", {"license": "A license in force that day: of those two or one recorded as an LPHA's; with another clinical license, "
        "the assignment as LPHA besides."},
    (1,),
)  # fmt: skip
LPHA_TOP = Reading(
    "lpha_top", "Who supervises an LPHA",
    "Taken by the letter, no qualification bills without somebody higher above it, which would leave out every LPHA, though independent "
    "practitioners are paid directly.",
    "nobody", {"nobody": "The chain ends with an LPHA, who needs nobody above and no sign-off.",
        "somebody": "An LPHA needs somebody higher as well, which nobody has."},
    (1, 15),
)  # fmt: skip
SIGNED_OFF = Reading(
    "signed_off", "What is signed off",
    "The Q & A says the services are signed off, and not whether that is each note, the plan or the claim.",
    "each service", {"each service": "Each service, or its progress note, is signed off by somebody of a higher tier than it is billed "
        "under, on the day it was given or later."},
    (4,),
)  # fmt: skip
CONTRACTORS = Reading(
    "contractors", "Whether an independent contractor is an employee",
    "The rule asks for employees of the center or clinic. What a contract with one person makes of them is not said.",
    "no", {"no": "Whoever is engaged by contract is no employee.", "a person decides": "A person decides about each contract."},
    (13,),
)  # fmt: skip
GROUPS = Reading(
    "groups", "Which services are Group A",
    "An independent practitioner gives Group A services only. The current list was not read; one of 2007 has assessment and treatment plan in "
    "Group A and ACT after it.",
    "as far as known", {"as far as known": "IATP is Group A and ACT is not; of every other service a person decides."},
    (15,),
)  # fmt: skip
REVIEW_OVERDUE = Reading(
    "review_overdue", "What an overdue review of the plan does",
    "The IATP is reviewed at least every 180 days. From which day that counts, and what follows, is not said. We count from the last day "
    "the plan was completed or reviewed.",
    "warn", {"warn": "A service after the 180 days is billed with a warning.", "a person decides": "A person decides about each such service."},
    (5,),
)  # fmt: skip
CLINICAL = Reading(
    "clinical", "What is clinical rather than peer work",
    "The Q & A says that what Medicaid allows a CRSS is not always what they should do. It lists no services.",
    "by kind", {"by kind": "IATP and therapy, and every service in which clinical functions were performed."},
)  # fmt: skip

READINGS = (
    SINCE, CURRENT, ASSIGNED, DOCUMENTED, LPHA_SHOWN, LPHA_TOP, SIGNED_OFF, CONTRACTORS, GROUPS, REVIEW_OVERDUE, CLINICAL, MONTHS, WEEKEND,
    CERTIFICATION, CAPABLE, SUD_CRSS, SAME_STAFF, ALWAYS,
)  # fmt: skip
