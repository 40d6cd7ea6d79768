"""The readings chosen where the page is silent about documentation oversight."""

from alongside.law import Reading

ROUNDING = Reading(
    "rounding", "How 20 percent of the participants is rounded",
    "The page says 20 percent and not how it is rounded. 7 participants make 1.4: fewer than two would be less than 20 percent.",
    "up", {"up": "Up, and at least one where anybody was served.", "nearest": "To the nearest whole number, and at least one."}, (18,),
)  # fmt: skip
SERVED_YEAR = Reading(
    "served_year", "Which twelve months \"served within the last year\" means",
    "The page asks 30 days before the oversight period for the enrollments and discharges within the last year, and not from which day back.",
    "request",
    {
        "request": "The twelve months before the day the list is asked for.",
        "period": "The twelve months before the oversight period begins.",
        "calendar": "The last full calendar year.",
    },
    (27,),
)  # fmt: skip
BUSINESS_DAYS = Reading(
    "business_days", "Which days are business days",
    "The page says 15 business days and defines none. The materials go to a state office, closed by Wis. Stat. 230.35(4)(a); the legal "
    "holidays of s. 995.20 are other days.",
    "state_offices",
    {
        "state_offices": "Days on which state offices are open.",
        "legal_holidays": "Monday to Friday but for the legal holidays.",
        "weekdays": "Monday to Friday.",
    },
    (25,),
)  # fmt: skip
SAMPLE_NAMED = Reading(
    "sample_named", "From which day the 15 business days run",
    "The page gives them after the Division selects the sample. They are counted from the day the Division names it, which itself does not "
    "count. A packet sent at any time of the last day is in time.",
    "named", {"named": "From the day the sample is named to the program."},
)  # fmt: skip
LIST_REMINDER = Reading(
    "list_reminder", "Whether the list of enrollments and discharges is ever late",
    "No day is named for returning it. The step stays open; nothing is broken by waiting.",
    "open", {"open": "It stays open until the list is sent."}, (17,),
)  # fmt: skip
MOST_RECENT = Reading(
    "most_recent", "Which initial, six-month and annual documents a packet holds",
    "The page names the three occasions and not of which year. The page of 2020 asked for the most recently completed materials.",
    "last of each",
    {"last of each": "The last enrollment or recertification and the last six-month update before the end of the year looked at. Six months "
        "not yet over owe no update."},
)  # fmt: skip

READINGS_OF_OVERSIGHT = (ROUNDING, SERVED_YEAR, BUSINESS_DAYS, SAMPLE_NAMED, LIST_REMINDER, MOST_RECENT)
