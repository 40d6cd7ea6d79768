"""Words that say the staff member did the task. A prompt for the writer and the reviewer, never a proof.

Written in what the patterns of all engines have in common: no looking ahead or back, no classes by letter.
"""

from typing import Any

import ibis

HERS = "(her|his|their|the participant's)"
FOR_HER = "for (her|him|them|the participant)"
WORKER = "(i|staff|(this|the) (worker|writer|provider|specialist|caregiver))"

# What somebody says, and how something is done, is not yet done: "she said I cleaned", 'showed how I cleaned'.
NOT_TOLD = r'"[^"]*("|$)|“[^”]*(”|$)|(said|says|how) (that )?(i|we|staff) [a-z]+'

_CHORES = {
    "cleaned": "cleaning", "cooked": "cooking", "dusted": "dusting", "fixed": "fixing", "folded": "folding",
    "ironed": "ironing", "mopped": "mopping", "organized": "organizing", "packed": "packing", "paid": "paying",
    "prepared": "preparing", "scrubbed": "scrubbing", "shopped": "shopping", "sorted": "sorting", "swept": "sweeping",
    "tidied": "tidying", "vacuumed": "vacuuming", "washed": "washing", "wiped": "wiping",
}  # fmt: skip
# With these only what follows tells a chore: "took out the trash", but "took out a checklist".
_WITH_A_THING = {
    "did": ("doing", "(dishes|laundry|cooking|cleaning|shopping|paperwork|budget|chores?|taxes|ironing)"),
    "made": ("making", "(bed|breakfast|lunch|dinner|supper|meals?|food|coffee|appointments?|budget|shopping list)"),
    "took out": ("taking out", "(trash|garbage|recycling)"),
    "put away": ("putting away", "(dishes|laundry|clothes|groceries)"),
    "picked up": ("picking up", "(room|apartment|flat|mail|laundry|groceries|medicines?|prescriptions?)"),
    "bought": ("buying", "(groceries|food|clothes|medicines?)"),
    "filled out": ("filling out", "(forms?|applications?)"),
    "wrote": ("writing", "(budget|shopping list|letters?)"),
}
_OBJECT = (
    f"(the |all |every |both |some |{HERS} |up |down |out |{FOR_HER}|dishes|clothes|laundry|floors?|windows?|bills?|"
    "groceries|breakfast|lunch|dinner|supper)"
)
_FILLED = "((then|also|again|just|had|have|already|later|first|finally|quickly) )*"
_IS = "(am|is|was|were|kept|began|started|finished|had been|have been)"


def _any(words: Any) -> str:
    return f"({'|'.join(words)})"


def _with_a_thing(form: int) -> str:
    verbs = ((past, doing, thing) for past, (doing, thing) in _WITH_A_THING.items())
    return _any(f"{verb[form]} (all )?((the|some|{HERS}) )?{verb[2]}" for verb in verbs)


_DONE = f"({_any(_CHORES)} {_OBJECT}|{_with_a_thing(0)})"
_DOING = f"({_any(_CHORES.values())} {_OBJECT}|{_with_a_thing(1)})"
_START = "(^|[.;:!?] ?)((then|also|again|later|finally) )?"

# Apart, for a database takes twice as long over one long pattern as over all of these.
_SAID = (
    f"(^|[^a-z]){WORKER} {_FILLED}({_DONE}|{_IS} {_DOING})",
    f"(^|[^a-z])we {_FILLED}({_any(_CHORES)} {HERS} |{_any(_CHORES)} [^.;:!?]*{FOR_HER})",
    # Notes leave the writer out: "Cleaned the flat for her. Took out his trash."
    f"{_START}{_any(_CHORES)} {HERS} ",
    f"{_START}({_any(_CHORES)} |{_with_a_thing(0)})[^.;:!?]*{FOR_HER}([^a-z]|$)",
    f"{_START}{_any(_WITH_A_THING)} (all )?{HERS} {_any(thing for _, thing in _WITH_A_THING.values())}",
    f"{_any(_CHORES)} by (me|staff|the (worker|writer|provider))([^a-z]|$)",
)
DID_THE_TASK = _any(_SAID)


# Most notes name no chore, or nobody who could have done it but the participant: this is quickly seen, and spares
# them the long patterns. Each of those asks for one word of both.
_NAMES_A_CHORE = _any(
    (
        *_CHORES,
        *_CHORES.values(),
        *(verb[:4] for verb in _WITH_A_THING),
        *(verb[:4] for verb, _ in _WITH_A_THING.values()),
    )
)
_NAMES_A_DOER = _any(
    (
        r"(^|[^a-z])(i|we|staff|worker|writer|provider|specialist|caregiver)\s",
        r"(^|[.;:!?]\s*)((then|also|again|later|finally)\s+)?"
        + _any((*_CHORES, *(verb[:4] for verb in _WITH_A_THING))),
        r"\sby\s+(me|staff|the)",
    )
)


def does_the_task(text: Any) -> Any:
    """Whether a text says so. Never unknown."""
    lower = text.lower()
    plain = lower.re_replace(r"\s+", " ").re_replace("’", "'").re_replace(NOT_TOLD, "…")
    may = lower.re_search(_NAMES_A_CHORE).fill_null(False) & lower.re_search(_NAMES_A_DOER).fill_null(False)
    return ibis.cases((may, ibis.or_(*(plain.re_search(pattern) for pattern in _SAID))), else_=False)
