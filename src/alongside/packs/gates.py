"""What stands between somebody who serves and a service on a day: rules already answered, put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from alongside.law import Answer
from alongside.law.rule import DOES_NOT_APPLY, FACTS_MISSING, MET, NOT_MET, NOT_YET_DUE, PERSON

MAY, MAY_NOT, NOT_KNOWN = "may serve", "may not serve", "not known"


@dataclass(frozen=True)
class Gate:
    """One rule that has to be met before somebody serves, about them or (`root` provider) about whom they serve for.

    `services` are those it is asked for; none stand for all. `lacking` is said where the rule is about nothing there is,
    such as a certificate nobody holds, and that itself stands in the way; of providers of some kinds only, if named.
    A warning stands in nobody's way.
    """

    rule: str
    root: str
    services: tuple[str, ...] = ()
    is_warning: bool = False
    lacking: str = ""
    lacking_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hurdle:
    """One reason. `stands` is no, unknown or advice; `answer` the rule's own, where there is one.

    `is_of_others` says that they never had what this one service asks: it is others who give it.
    """

    stands: str
    rule: str
    sentence: str
    answer: Answer | None = None
    is_of_others: bool = False


def hurdles(
    gates: Sequence[Gate], service: str, provider_kind: str | None, answers: Mapping[str, Sequence[Answer]]
) -> list[Hurdle]:
    """Everything in the way of one staff member giving a service. `answers` are by rule, of their own and their
    provider's; `service` is a service kind, or empty: then what single services ask is a warning."""
    found: list[Hurdle] = []
    for gate in gates:
        if service and gate.services and service not in gate.services:
            continue
        is_warning = gate.is_warning or (not service and bool(gate.services))
        applying = [answer for answer in answers.get(gate.rule, ()) if answer.answer != DOES_NOT_APPLY]
        if applying:
            found += _of(applying, is_warning)
        elif gate.lacking and not is_warning and (not gate.lacking_of or provider_kind in gate.lacking_of):
            found.append(Hurdle("no", gate.rule, gate.lacking, is_of_others=bool(gate.services)))
    return found


def verdict(found: Iterable[Hurdle]) -> str:
    """May serve, may not serve, or not known. Every reason counts, not the first."""
    stands = {hurdle.stands for hurdle in found}
    return MAY_NOT if "no" in stands else NOT_KNOWN if "unknown" in stands else MAY


def _of(answers: Sequence[Answer], is_warning: bool) -> list[Hurdle]:
    """Of several places one in order is enough to serve at; the others are told as a warning."""
    in_order = any(answer.answer in (MET, NOT_YET_DUE) for answer in answers)
    stands = {NOT_MET: "no", FACTS_MISSING: "unknown", PERSON: "unknown"}
    return [
        Hurdle("advice" if is_warning or in_order else stands[answer.answer], answer.rule, _sentence(answer), answer)
        for answer in answers
        if answer.answer in stands
    ]


def _sentence(answer: Answer) -> str:
    open_ = [c for c in answer.criteria if c.binds and c.holds is not True]
    said = [f"{c.kind} {c.sentence}" for c in open_]
    return "; ".join(said) if said else answer.next_step
