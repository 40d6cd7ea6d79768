"""R6: what may be there once only is there once, however many enter it at the same moment."""

from __future__ import annotations

import random
from collections import Counter
from functools import partial
from uuid import uuid4

from ..at_once import together
from ..bed import Bed, Found, Tell
from ..ground import ground
from ..house import House, house
from ..visitor import Answer
from ..without import without

CROWD = 8
TAKEN, REFUSED = 302, 422
EVERYBODY = ""
TWICE = """
select medicaid_id, count(*) from participant where %(number)s in (medicaid_id, '')
group by program_id, medicaid_id having count(*) > 1
"""
OPEN = """
select e.participant_id::text, count(*) from enrollment e
join participant p using (participant_id)
where %(number)s in (p.medicaid_id, '')
  and not exists (select 1 from discharge d where d.enrollment_id = e.enrollment_id)
group by e.participant_id having count(*) > 1
"""
NEWEST = "select participant_id::text from participant where medicaid_id = %s limit 1"
SECOND_ONES = """
create temporary table second_one on commit preserve rows as select participant_id from participant p where exists (
    select 1 from participant o where o.medicaid_id = p.medicaid_id and o.participant_id < p.participant_id)
"""
CLEAN_UP = (
    SECOND_ONES,
    "delete from enrollment where participant_id in (select participant_id from second_one)",
    "delete from first_contact where participant_id in (select participant_id from second_one)",
    "delete from participant where participant_id in (select participant_id from second_one)",
)


def run(size: int, tell: Tell) -> Found:
    """So many transactions, in crowds: all record one new person, then all enroll that person."""
    found, said = Found(), Counter[int]()
    with house(ground()) as served:
        while found.tried < size:
            number = str(random.randint(10**9, 10**10 - 1))
            answers = _contacts(served, number)
            answers += _enrollments(served, number)
            said.update(answer.status for answer in answers)
            found.failures += _wrong(served, number, answers)
            found.tried += len(answers)
            if found.tried // CROWD % 500 == 0:
                tell(f"{found.tried} transactions, {len(found.failures)} wrong")
        found.failures += _twice(served, EVERYBODY)
    found.measured = {"taken": f"{said[TAKEN]:,}", "refused with reasons": f"{said[REFUSED]:,}"}
    return found


def planted(size: int, tell: Tell) -> Found:
    """Two people of a program may have one Medicaid id."""
    with without(ground(), "participant_known_as", CLEAN_UP):
        return run(size, tell)


def _contacts(served: House, number: str) -> list[Answer]:
    said = {"medicaid_id": number, "born_on": "1980-09-08", "contacted_on": "2025-08-01", "is_somebody_else": "on"}
    forms = [
        {**said, "given_name": f"Fern {nth}", "family_name": f"Hazel {uuid4().hex[:6]}", "token": str(uuid4())}
        for nth in range(CROWD)
    ]
    visitors = [served.visitor(nth % 2) for nth in range(CROWD)]
    return together([partial(v.post, "/participants/new/", form) for v, form in zip(visitors, forms, strict=True)])


def _enrollments(served: House, number: str) -> list[Answer]:
    with served.ground.connect() as connection:
        found = connection.execute(NEWEST, [number]).fetchone()
    if found is None:
        return []
    page, why = f"/participants/{found[0]}/enroll/", {"decided_reason": "The screen is on its way."}
    days = random.sample(range(1, 29), CROWD)
    forms = [{**why, "enrolled_on": f"2025-08-{day:02}", "token": str(uuid4())} for day in days]
    return together([partial(served.visitor(nth % 2).post, page, form) for nth, form in enumerate(forms)])


def _wrong(served: House, number: str, answers: list[Answer]) -> list[str]:
    said = [f"a transaction was answered {one.status}" for one in answers if one.status not in (TAKEN, REFUSED)]
    if sum(answer.status == TAKEN for answer in answers) != 2:
        said.append(f"{sum(answer.status == TAKEN for answer in answers)} of two crowds were taken")
    return [f"{number}: {flaw}" for flaw in [*said, *_twice(served, number)]]


def _twice(served: House, number: str) -> list[str]:
    about = {"number": number}
    with served.ground.connect() as connection:
        people = connection.execute(TWICE, about).fetchall()
        enrolled = connection.execute(OPEN, about).fetchall()
    said = [f"{times} people have the Medicaid id {one}" for one, times in people]
    return said + [f"{person} has {times} open enrollments" for person, times in enrolled]


BEDS = (
    Bed(
        "R6", "What may be there once is there once, however many enter it at a time.", "transactions", 1_000_000,
        {"slice": 16, "nightly": 4_000, "release": 1_000_000}, run,
        "no constraint keeps a Medicaid id to one person", planted, 16,
    ),
)  # fmt: skip
