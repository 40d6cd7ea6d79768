"""R4: a form sent any number of times at once, with answers dropped and late, is taken once."""

from __future__ import annotations

import random
from functools import partial
from uuid import uuid4

from ..at_once import together
from ..bed import Bed, Found, Tell
from ..coverages import a_form, page_of, there, wrong
from ..ground import Ground, ground
from ..house import House, house
from ..visitor import Answer
from ..without import without

MOST = 20
SHARE_HUNG_UP = 0.3
SAVED = "select count(*), min(led_to), max(led_to) from submission where token = %s"


def run(size: int, tell: Tell) -> Found:
    """So many forms, each sent one to twenty times at once, and once more when all is over."""
    with house(ground()) as served:
        return _sent(served, size, tell)


def planted(size: int, tell: Tell) -> Found:
    """Two forms may carry one token."""
    with without(ground(), "submission_pkey", ("delete from submission",)), house(ground()) as served:
        return _sent(served, size, tell)


def _sent(served: House, size: int, tell: Tell) -> Found:
    found, requests = Found(), 0
    series = f"again-{uuid4().hex[:8]}-"
    for nth in range(size):
        times = 1 + nth * 7 % MOST
        said = _once(served, nth, times, f"{series}{nth}")
        requests += times + 1
        found.tried += 1
        found.failures += said
        if nth % 500 == 499:
            tell(f"{nth + 1} forms, {requests} requests, {len(found.failures)} wrong")
    found.measured = {"requests": f"{requests:,}"}
    return found


def _once(served: House, nth: int, times: int, reference: str) -> list[str]:
    """What is wrong after one form was sent so many times at once, and then once more."""
    visitor, page = served.visitor(nth % 2), page_of(served.ground, nth)
    form = a_form(reference)
    hung_up = [time > 0 and random.random() < SHARE_HUNG_UP for time in range(times)]
    answers = together([partial(visitor.post, page, form, hangs_up=one) for one in hung_up])
    late = visitor.post(page, form)
    heard = [answer for answer, is_lost in zip(answers, hung_up, strict=True) if not is_lost]
    said = [f"{reference}: {flaw}" for flaw in _different([*heard, late])]
    said += _there(served.ground, reference, form["token"], late)
    return [f"{flaw} (sent {times} times at once)" for flaw in said]


def _there(here: Ground, reference: str, token: str, late: Answer) -> list[str]:
    with here.connect() as connection:
        found = {key: value for key, value in there(connection, reference).items() if key == reference}
        tokens, first, last = connection.execute(SAVED, [token]).fetchone() or (0, "", "")
    said = wrong(found, [reference])
    if tokens != 1:
        said.append(f"{reference}: its token is kept {tokens} times")
    elif not first == last == late.to:
        said.append(f"{reference}: it led to {first!r}, and the last answer to {late.to!r}")
    return said


def _different(answers: list[Answer]) -> list[str]:
    """The answers that were heard have to be one and the same."""
    kinds = {(answer.status, answer.to) for answer in answers}
    return [] if len(kinds) == 1 and answers[0].is_taken else [f"answered in {len(kinds)} ways: {sorted(kinds)}"]


BEDS = (
    Bed(
        "R4", "A form is taken once, however often and however much at once it is sent.", "forms", 100_000,
        {"slice": 4, "nightly": 2_000, "release": 100_000}, run,
        "the token of a form is not unique in the database", planted, 4,
    ),
)  # fmt: skip
