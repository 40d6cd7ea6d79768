"""R5: of two people who correct one record at once, neither loses a word."""

from __future__ import annotations

import html
from functools import partial
from typing import Any
from uuid import uuid4

from ..at_once import in_lanes, together
from ..bed import Bed, Found, Tell
from ..ground import ground
from ..house import House, house, planted_house
from ..visitor import Answer

PAGE = "/participants/{person}/correct/"
READ = "select given_name, family_name, medicaid_id, born_on::text, version from participant where participant_id = %s"
FIELDS = ("given_name", "family_name", "medicaid_id", "born_on", "version")
UNPROCESSABLE = 422
LANES = 2


def run(size: int, tell: Tell, defect: str = "") -> Found:
    """So many pairs: every second one in the same field, the others in different ones."""
    with planted_house(ground(), defect) if defect else house(ground()) as served:
        # A lane has people of its own, so that only the two of a pair meet.
        lanes = min(LANES, len(served.ground.said["people"]))
        failures = in_lanes(
            lambda nth: _pair(served, nth, is_same=nth // lanes % 2 == 0), size, lanes,
            lambda done, wrong: tell(f"{done} pairs, {wrong} wrong"),
        )  # fmt: skip
    return Found(tried=size, failures=failures)


def planted(size: int, tell: Tell) -> Found:
    """Saving does not look at what was read."""
    return run(size, tell, defect="plain_save")


def _pair(served: House, nth: int, *, is_same: bool) -> list[str]:
    people = served.ground.said["people"]
    person = people[nth % len(people)]
    page, before = PAGE.format(person=person), _read(served, person)
    mark = uuid4().hex[:8]
    fields = ("given_name", "given_name" if is_same else "family_name")
    texts = (f"Fern {mark} one", f"Hazel {mark} two")
    forms = [{**before, field: text, "token": str(uuid4())} for field, text in zip(fields, texts, strict=True)]
    answers = together(
        [partial(served.visitor(who).post, page, form) for who, form in enumerate(forms)],
    )
    check = _same if is_same else _apart
    said = check(served, person, page, list(zip(forms, texts, fields, answers, strict=True)))
    return [f"pair {nth} on {person}: {flaw}" for flaw in said]


Tried = list[tuple[dict[str, str], str, str, Answer]]


def _apart(served: House, person: str, page: str, tried: Tried) -> list[str]:
    """Both stand."""
    now = _read(served, person)
    said = [f"answered {answer.status} in a field nobody else changed" for *_, answer in tried if not answer.is_taken]
    return said + [f"{text!r} was saved and is lost" for _, text, field, _ in tried if now[field] != text]


def _same(served: House, person: str, page: str, tried: Tried) -> list[str]:
    """One stands; the other is shown both texts, keeps their own, and may save it knowingly."""
    won = [one for one in tried if one[3].is_taken]
    lost = [one for one in tried if one[3].status == UNPROCESSABLE]
    if (len(won), len(lost)) != (1, 1):
        return [f"two saved the same field and were answered {[one[3].status for one in tried]}"]
    (_, theirs, field, _), (form, mine, _, answer) = won[0], lost[0]
    said = [f"{text!r} is not shown to who lost" for text in (theirs, mine) if text not in html.unescape(answer.text)]
    now = _read(served, person)
    if now[field] != theirs:
        said.append(f"{theirs!r} was saved and is lost")
    again = served.visitor().post(page, {**form, "version": now["version"], "token": str(uuid4())})
    if not again.is_taken or _read(served, person)[field] != mine:
        said.append(f"{mine!r} could not be saved knowingly: {again.status}")
    return said


def _read(served: House, person: str) -> dict[str, str]:
    with served.ground.connect() as connection:
        row: Any = connection.execute(READ, [person]).fetchone()
    return dict(zip(FIELDS, (str(value) for value in row), strict=True))


BEDS = (
    Bed(
        "R5", "Of two who correct one record at once, the one who loses sees both texts and keeps theirs.", "pairs",
        100_000, {"slice": 6, "nightly": 10_000, "release": 100_000}, run,
        "a form is saved without looking at the version it was read at", planted, 4,
    ),
)  # fmt: skip
