"""The readings by which days are counted and shown."""

from alongside.law import Reading

LAST_DAY = Reading(
    "last_day", "When a last day falls on a weekend or a legal holiday",
    "The page gives days and says nothing of weekends. Wis. Stat. 990.001(4) lets what is due on a Sunday or legal holiday be done on the next "
    "secular day, and on a Saturday too where the office has no Saturday hours. It speaks of laws, and the page is guidance. The calendar shows "
    "the strict day and, by this reading, the rolled one; no rule answers later for it, and what is due within hours never rolls.",
    "rolled",
    {
        "rolled": "Both days are shown: the strict one, and the next day that is no Saturday, Sunday or legal holiday (Wis. Stat. 995.20).",
        "strict": "Only the strict day is shown.",
    },
    (25,),
)  # fmt: skip
