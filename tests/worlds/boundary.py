"""The days about which the boundary tests ask, and how: the day before, the day and the day after."""

from calendar import monthrange
from datetime import date, timedelta

from alongside.facts.tables import TOPICS
from alongside.packs import PACKS
from alongside.packs.asking import ask
from law.people import ask_each, world_of

PACK = PACKS["wisconsin_crs"]
LATER = date(2030, 6, 15)
MONTH_ENDS = [date(year, month, monthrange(year, month)[1]) for year in (2023, 2024, 2025) for month in range(1, 13)]
ANCHORS = sorted(
    {
        *MONTH_ENDS, *(day + timedelta(days=1) for day in MONTH_ENDS), date(2024, 2, 28), date(2024, 2, 29),
        date(2025, 2, 28), date(2023, 11, 29), date(2023, 11, 30), date(2024, 8, 29), date(2024, 8, 30),
    }
)  # fmt: skip
FEW = [
    date(2024, 2, 29), date(2023, 2, 28), date(2024, 8, 31), date(2023, 8, 31), date(2024, 11, 30), date(2024, 12, 31),
    date(2025, 1, 1), date(2023, 5, 31), date(2024, 3, 1), date(2024, 10, 31),
]  # fmt: skip
OFF = (-1, 0, 1)
NEVER, LATE = ["not met"] * 3, ["met", "met", "not met"]
FROM_THE_DAY, UNTIL_THE_DAY = ["not met", "met", "met"], ["met", "met", "not met"]
NOT_YET = ["not yet due", "not yet due", "not met"]


def days(count):
    return timedelta(days=count)


def words(rule_id, anchors, facts, on=LATER, choices=None):
    """Anchor to the three answers for facts made from it and -1, 0 or 1 day; all asked on one day."""
    worlds = {f"{anchor} {off:+}": facts(anchor, days(off)) for anchor in anchors for off in OFF}
    found = ask_each(PACK.rule(rule_id), worlds, on, choices)
    return {anchor: [found[f"{anchor} {off:+}"][-1].answer for off in OFF] for anchor in anchors}


def words_when_asked(rule_id, anchors, facts, due):
    """Anchor to the three answers for one set of facts asked the day before it is due, on the day and after it."""
    rule = PACK.rule(rule_id)
    world = world_of(rule, {str(anchor): facts(anchor) for anchor in anchors})
    return {
        anchor: [ask(rule, world, on=due(anchor) + days(off), about=[str(anchor)])[0] for off in OFF]
        for anchor in anchors
    }


def words_on_the_day(rule_id, anchors, facts, choices=None):
    """Anchor to the three answers for facts made from it and -1, 0 or 1 day; asked on the anchor itself."""
    rule = PACK.rule(rule_id)
    world = world_of(rule, {f"{anchor} {off:+}": facts(anchor, days(off)) for anchor in anchors for off in OFF})
    found = {}
    for anchor in anchors:
        names = [f"{anchor} {off:+}" for off in OFF]
        said = {a.root: a for a in ask(rule, world, on=anchor, about=names, choices=choices)}
        found[anchor] = [said[name].answer for name in names]
    return found


def advised(rule_id, criterion, anchors, facts, on=LATER):
    """The same as `words`, of one criterion that answers nothing by itself: whether it holds."""
    worlds = {f"{anchor} {off:+}": facts(anchor, days(off)) for anchor in anchors for off in OFF}
    found = ask_each(PACK.rule(rule_id), worlds, on)
    told = {name: {c.id: c.holds for c in answers[-1].criteria}[criterion] for name, answers in found.items()}
    return {anchor: [told[f"{anchor} {off:+}"] for off in OFF] for anchor in anchors}


def each(anchors, *answers):
    """The same three answers for every anchor."""
    return {anchor: list(answers) for anchor in anchors}


def enrolled(day, **more):
    return {"enrollment": [{"enrolled_on": day}], **more}


def completed(*on):
    return [{"completed_on": day} for day in on]


def served(day):
    return {"service_id": "V1", "served_on": day}


def trained(held_on):
    return [{"topic": topic, "hours": "1.5", "held_on": held_on} for topic in TOPICS]
