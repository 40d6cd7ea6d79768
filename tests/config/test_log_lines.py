"""Log lines are JSON, and carry nothing of a person's record, whatever went wrong."""

import json
import logging

import pytest

from alongside.config.log_lines import JsonLines

CANARY = "Bittern-Canary-4711"


def line_of(log):
    """What a logger writes."""
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(JsonLines().format(record))
    logger = logging.getLogger("alongside.test_log_lines")
    logger.propagate = False
    logger.addHandler(handler)
    try:
        log(logger)
    finally:
        logger.removeHandler(handler)
    [line] = lines
    return line


def failing(logger):
    try:
        raise ValueError(f"Key (medicaid_id)=({CANARY}) already exists.")
    except ValueError:
        logger.exception("Work in the background failed; it is tried again in %s seconds.", 2)


def test_an_exception_is_told_by_its_kind_and_place_without_its_words():
    line = line_of(failing)

    said = json.loads(line)
    assert CANARY not in line
    assert said["error"] == "ValueError"
    assert said["where"][-1].endswith(" failing")
    assert said["said"] == "Work in the background failed; it is tried again in 2 seconds."


@pytest.mark.parametrize(
    "log",
    [
        lambda logger: logger.warning("%s: %s", "Not Found", f"/participants/?name={CANARY}"),
        lambda logger: logger.error("It failed: %s", ValueError(CANARY)),
        lambda logger: logger.error(ValueError(CANARY)),
    ],
)
def test_what_was_searched_or_said_by_an_exception_stays_out(log):
    assert CANARY not in line_of(log)


def test_a_line_is_one_line():
    assert "\n" not in line_of(lambda logger: logger.info("one\ntwo"))
