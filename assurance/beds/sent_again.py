"""R4: a form sent any number of times at once, with answers dropped and late, is taken once."""

from __future__ import annotations

import random
import time
from functools import partial
from uuid import uuid4

from ..at_once import in_lanes, together
from ..bed import Bed, Found, Tell
from ..coverages import a_form, page_of, there, wrong
from ..ground import Ground, ground
from ..house import House, house, kill
from ..visitor import NO_ANSWER, UNAVAILABLE, Answer
from ..without import without

LANES = 2
TIMES = (3, 1, 20, 2, *(1, 2) * 6, 4, 3, 1, 2, 1, 1, 2, 1, 8, 1, 2, 1, *(2, 1) * 6)
SMALL = 100  # no server is killed in so few forms
KILLS_EVERY = 1_000
PATIENCE_SECONDS = 60
SHARE_HUNG_UP = 0.3
SAVED = "select count(*), min(led_to), max(led_to) from submission where token = %s"


def run(size: int, tell: Tell) -> Found:
    """So many forms, each sent one to twenty times at once, and once more when all is over. Beyond a slice a worker
    of the server is killed now and then while a form is being sent."""
    with house(ground()) as served:
        return _sent(served, size, tell)


def planted(size: int, tell: Tell) -> Found:
    """Two forms may carry one token."""
    with without(ground(), "submission_pkey", ("delete from submission",)), house(ground()) as served:
        return _sent(served, size, tell)


def _sent(served: House, size: int, tell: Tell) -> Found:
    series = f"again-{uuid4().hex[:8]}-"

    def once(nth: int) -> list[str]:
        kills = nth % KILLS_EVERY == KILLS_EVERY - 1
        return _once(served, nth, f"{series}{nth}", kills=kills, is_killed=size > SMALL)

    found = Found(tried=size)
    found.failures = in_lanes(
        once, size, LANES, lambda done, wrong: tell(f"{done} forms, {wrong} wrong"),
    )  # fmt: skip
    kills = size // KILLS_EVERY
    found.measured = {"requests": f"{sum(times_of(nth) + 1 for nth in range(size)):,}", "kills meanwhile": f"{kills}"}
    return found


def times_of(nth: int) -> int:
    """How often the nth form is sent at once: one to twenty times, and few times more often than many."""
    return TIMES[nth % len(TIMES)]


def _once(served: House, nth: int, reference: str, *, kills: bool, is_killed: bool) -> list[str]:
    """What is wrong after one form was sent so many times at once, and then once more."""
    visitor, page, times = served.visitor(nth % 2), page_of(served.ground, nth), times_of(nth)
    form = a_form(reference)
    hung_up = [nth_time > 0 and random.random() < SHARE_HUNG_UP for nth_time in range(times)]
    calls = [partial(visitor.post, page, form, hangs_up=one) for one in hung_up]
    answers = together([*calls, partial(_kill, served)] if kills else calls)
    late = visitor.post(page, form)
    until = time.monotonic() + PATIENCE_SECONDS * is_killed
    while not late.is_taken and time.monotonic() < until:
        time.sleep(0.1)
        late = visitor.post(page, form)
    heard = [answer for answer, is_lost in zip(answers, hung_up, strict=False) if not is_lost]
    if is_killed:
        heard = [answer for answer in heard if answer.status not in (NO_ANSWER, UNAVAILABLE)]
    said = [f"{reference}: {flaw}" for flaw in _different([*heard, late])]
    said += _there(served.ground, reference, form["token"], late)
    return [f"{flaw} (sent {times} times at once)" for flaw in said]


def _kill(served: House) -> Answer:
    kill(served.web_workers()[:1])
    return Answer(NO_ANSWER)


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
        {"slice": 4, "nightly": 20_000, "release": 100_000}, run,
        "the token of a form is not unique in the database", planted, 4,
    ),
)  # fmt: skip
