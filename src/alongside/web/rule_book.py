"""What the rule book says of a rule: its readings, what it is about, and the topic it stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from os.path import commonprefix

from alongside.access.models import Membership
from alongside.law import Citation, Reading, Rule
from alongside.packs.library import OlderWord
from alongside.packs.pack import Pack
from alongside.reviews.models import ReadingChoice


def readings(rule: Rule, membership: Membership | None) -> list[tuple[Reading, str, str]]:
    """Each reading with the choice in force and, where the program chose it, why."""
    rows = ReadingChoice.objects.in_force() if membership else ()
    chosen = {row.reading: (row.choice, row.reason) for row in rows}
    return [(reading, *chosen.get(reading.id, (reading.default, ""))) for reading in rule.readings]


def each(sentence: str) -> str:
    """What a table has a row for, from its own sentence: One row for each staff member: … → each staff member."""
    return re.split(r"[:.,(]", sentence.removeprefix("One row for "))[0].strip()


def topics(pack: Pack) -> list[tuple[str, list[Rule]]]:
    """Rules by the part of their id before the dash, each topic named by the place of its first rule in the source.

    Letters that begin every id of the pack tell nothing apart. Another source than the first rule's is named as well.
    """
    all_begin = commonprefix([rule.id for rule in pack.rules])  # noqa: RUF071  (of letters, not of folders)

    def topic(rule: Rule) -> str:
        return rule.id.removeprefix(all_begin).lstrip("-").partition("-")[0]

    def heading(cite: Citation) -> str:
        return cite.place.partition(", “")[0] if cite.source == pack.rules[0].cite.source else str(cite)

    grouped = (list(group) for _, group in groupby(pack.rules, key=topic))
    return [(heading(members[0].cite), members) for members in grouped]


def older_words(pack: Pack, cites: Sequence[Citation]) -> list[OlderWord]:
    """The words other years used, where these citations come from documents that used them."""
    return [word for word in pack.older_words if word.is_in(cites)]
