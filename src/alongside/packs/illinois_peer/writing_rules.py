"""How a limit of question 6 becomes a rule: a section that is not a peer's, and words that are not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from ibis import _
from ibis.expr.types import Table

from alongside.facts.contract import FactTable
from alongside.facts.writing import PEERS
from alongside.law import Citation, Criterion, Rule, cannot, chosen, written
from alongside.law.rule import Step

from .judging import Judging, unquoted
from .writing_readings import PEER_ROLES, PENALTY, READINGS, ROLE_LIMITS

SINCE = date(2018, 8, 1)
WRITER = "whoever wrote it"
ROLE_UNSAID = ("Say in which role it was written, and which section it is.", WRITER)

is_peer = (chosen(PEER_ROLES, "crss") & (_.written_as == "crss")) | (
    chosen(PEER_ROLES, "every peer role") & _.written_as.isin(PEERS)
)
is_advice = chosen(ROLE_LIMITS, "advice")
written_on = _.written_on.fill_null(_.asked_on)


def limit(
    id: str,
    name: str,
    about: FactTable,
    cite: Citation,
    *,
    closed: Sequence[str],
    section: str,
    fix: str,
    who: str,
    judgings: Sequence[Judging] = (),
    words: str = "",
) -> Rule:
    """A rule that keeps sections to other roles and, where `judgings` are given, words out of a peer's text."""
    own = _.section.isin(closed)
    criteria = [_cannot(f"{id}.section" if judgings else id, section, ~own | ~is_peer, cite, fix, who)]
    facts: tuple[Step, ...] = ()
    if judgings:
        instead = f"{judgings[0].instead} Quoting the person is always open."
        criteria.append(_cannot(f"{id}.words", words, ~_.judges | ~is_peer, cite, instead, WRITER))
        facts = (_judging(judgings),)
    return Rule(
        id=id,
        name=name,
        about=about,
        cite=cite,
        since=SINCE,
        dated_by=written_on,
        facts=facts,
        applies=is_peer | own,
        criteria=tuple(criteria),
        missing=ROLE_UNSAID,
        needs=(f"{about.name}.written_as", f"{about.name}.section or {about.name}.body"),
        readings=READINGS,
        unsettled=(PENALTY,),
    )


def _judging(judgings: Sequence[Judging]) -> Step:
    """Names whether what was written judges. The text it looked at does not stay among the facts an answer shows."""

    def step(sections: Table) -> Table:
        read = sections.mutate(unquoted=unquoted(sections.body))
        any_of = reduce(or_, (judging.is_in(read.unquoted) for judging in judgings))
        return read.mutate(judges=(any_of & written(read.body)).fill_null(False)).drop("unquoted")

    return step


def _cannot(id: str, sentence: str, holds: Any, cite: Citation, fix: str, who: str) -> Criterion:
    return cannot(id, sentence, holds, cite, fix=fix, who=who, unless=is_advice)
