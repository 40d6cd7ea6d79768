"""Papers of a personnel file, and who is asked for them: whoever works there on the day."""

from typing import Any

from ibis import _

from alongside.law import its

WORKS = ~(_.ended_on < _.asked_on).fill_null(False) & ~(_.started_on > _.asked_on).fill_null(False)
BY_NOW = (_.dated_on <= its.asked_on).fill_null(False)


def on_file(kind: str) -> Any:
    """How many papers of a kind there are."""
    return (_.kind == kind).sum()
