"""R6: what may be there once only is there once, however many enter it at the same moment."""

from __future__ import annotations

import random
import time
from collections import Counter
from functools import partial
from uuid import uuid4

from ..at_once import TELL_SECONDS, together
from ..bed import Bed, Found, Tell
from ..ground import ground
from ..house import House, planted_house
from ..visitor import UNAVAILABLE, Answer, Visitor
from ..without import without

CROWD = 8
TAKEN, REFUSED = 302, 422
EVERYBODY = ""
TRIES = 4
NEW = "/participants/new/"
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
    """So many transactions, in crowds: all record one new person, then all enroll that person. The database lets every
    fourth of them give way, before its work or after, as it would after a deadlock."""
    found, said = Found(), Counter[int]()
    told = time.monotonic()
    with planted_house(ground(), "gives_way") as served:
        while found.tried < size:
            number = str(random.randint(10**9, 10**10 - 1))
            answers = _contacts(served, number, said)
            answers += _enrollments(served, number, said)
            said.update(answer.status for answer in answers)
            found.failures += _wrong(served, number, answers)
            found.tried += len(answers)
            if time.monotonic() - told > TELL_SECONDS:
                told = time.monotonic()
                tell(f"{found.tried} transactions, {len(found.failures)} wrong")
        found.failures += _twice(served, EVERYBODY)
        gave_way = len(served.times.read_text())
    found.measured = {
        "taken": f"{said[TAKEN]:,}", "refused with reasons": f"{said[REFUSED]:,}", "made to give way": f"{gave_way:,}",
        "asked to send it again": f"{said[UNAVAILABLE]:,}",
    }  # fmt: skip
    return found


def planted(size: int, tell: Tell) -> Found:
    """Two people of a program may have one Medicaid id."""
    with without(ground(), "participant_known_as", CLEAN_UP):
        return run(size, tell)


def _sent(visitor: Visitor, page: str, form: dict[str, str], said: Counter[int]) -> Answer:
    """Send a form, and again where the page asks for it."""
    for _ in range(TRIES):
        answer = visitor.post(page, form)
        if answer.status != UNAVAILABLE:
            break
        said[UNAVAILABLE] += 1
    return answer


def _contacts(served: House, number: str, asked: Counter[int]) -> list[Answer]:
    person = {"medicaid_id": number, "born_on": "1980-09-08", "contacted_on": "2025-08-01", "is_somebody_else": "on"}
    forms = [
        {**person, "given_name": f"Fern {nth}", "family_name": f"Hazel {uuid4().hex[:6]}", "token": str(uuid4())}
        for nth in range(CROWD)
    ]
    return together([partial(_sent, served.visitor(nth % 2), NEW, form, asked) for nth, form in enumerate(forms)])


def _enrollments(served: House, number: str, asked: Counter[int]) -> list[Answer]:
    with served.ground.connect() as connection:
        found = connection.execute(NEWEST, [number]).fetchone()
    if found is None:
        return []
    page, why = f"/participants/{found[0]}/enroll/", {"decided_reason": "The screen is on its way."}
    days = random.sample(range(1, 29), CROWD)
    forms = [{**why, "enrolled_on": f"2025-08-{day:02}", "token": str(uuid4())} for day in days]
    return together([partial(_sent, served.visitor(nth % 2), page, form, asked) for nth, form in enumerate(forms)])


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
        {"slice": 16, "nightly": 2_400, "release": 1_000_000}, run,
        "no constraint keeps a Medicaid id to one person", planted, 16,
    ),
)  # fmt: skip
