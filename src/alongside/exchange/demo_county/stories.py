"""How many people of which story the demo county has. Whoever has no story is in order."""

from __future__ import annotations

from collections.abc import Mapping

# Participants with something to attend to: 34 of 180.
TROUBLED_PARTICIPANTS: Mapping[str, int] = {
    "enrolled at 13": 2,
    "coverage pending": 3,
    "coverage limited": 2,
    "coverage not recorded": 2,
    "minor with the adult screen": 3,
    "CBRF of 4 beds": 1,
    "CBRF of 17 beds": 1,
    "nursing home": 2,
    "jail": 2,
    "found not eligible": 1,
    "six-month update overdue": 4,
    "annual recertification overdue": 4,
    "assessment without a plan": 2,
    "planned discharge, participant did not sign": 2,
    "discharge without a summary": 2,
    "unplanned discharge, nobody signed": 1,
}

# Participants in order whose story shows on a page.
ORDERLY_PARTICIPANTS: Mapping[str, int] = {
    "minor": 9,
    "update due this week": 4,
    "enrolls soon": 2,
    "newly enrolled": 6,
    "came back": 2,
    "planned discharge": 7,
    "unplanned discharge": 5,
}

# Staff members with something to attend to: 13 of 64.
TROUBLED_STAFF: Mapping[str, int] = {
    "hours short": 2,
    "topic missing": 2,
    "finished late": 2,
    "exemption asked": 1,
    "exemption refused": 1,
    "signature missing": 2,
    "method missing": 1,
    "certificate expired": 1,
    "background check too old": 1,
}

ORDERLY_STAFF: Mapping[str, int] = {
    "newcomer": 5,
    "newcomer due this week": 1,
    "exemption granted": 2,
    "certificate runs out soon": 2,
    "left": 4,
    "here before the rule": 2,
}


def dealt(*counts: Mapping[str, int], people: int) -> list[str]:
    """One story for each person, `in order` for the rest. Where people are few, a third of them take the first ones."""
    stories = [story for count in counts for story, n in count.items() for _ in range(n)]
    if len(stories) > people:
        stories = [story for count in counts for story in count][: people // 3]
    return stories + ["in order"] * (people - len(stories))
