"""The readings about providers and those who serve for them."""

from alongside.law import Reading

AGREEMENT_FORMS = Reading(
    "agreement_forms", "Which form a provider's agreement is on",
    "Two forms are listed: F-00312, and F-00312A for individual or non-specified providers. No text read here says which providers are "
    "non-specified; the list of providers on the state's page has six kinds besides the individual.",
    "by kind", {"by kind": "An individual, and a provider of none of the kinds the state lists, signs F-00312A; every other one F-00312. "
        "The program's own agency is not asked for one."},
    (60,),
)  # fmt: skip
RENEWAL_AHEAD = Reading(
    "renewal_ahead", "How long before its end a renewal is shown as due",
    "What has to be current has to be renewed before it ends; no text says how long before. This is our choice, so that nobody is surprised.",
    "90 days", {"90 days": "From 90 days before its last day a renewal is due by that day."},
)  # fmt: skip
PENDING = Reading(
    "pending", "Whether a license whose renewal is pending is current",
    "The page asks for current licenses and certifications and says nothing of renewals under way.",
    "not current", {"not current": "What ended has ended, until the renewal is granted."},
)  # fmt: skip
CHECK_ITEMS = Reading(
    "check_items", "What makes a background check complete",
    "The page asks for the confirmation F-02565, whose text could not be read. The Department's pages on caregiver checks name three "
    "items that are kept on file.",
    "three items", {"three items": "The disclosure form F-82064, the answer of the Department of Justice and the response letter of the "
        "Department of Health Services stand behind every confirmation."},
    (6,),
)  # fmt: skip
CHECKED_AGAIN = Reading(
    "checked_again", "When a background check is done again",
    "The page does not say. The Department's pages on caregiver checks say: at least every four years, and when circumstances change.",
    "four years", {"four years": "Four calendar years after the last check, and after every change of circumstances that became known."},
    (6,),
)  # fmt: skip

READINGS = (AGREEMENT_FORMS, RENEWAL_AHEAD, PENDING, CHECK_ITEMS, CHECKED_AGAIN)
