"""From a row of answers to sentences with their citations; from a rule to the page a program manager signs."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .rule import ANSWERS, DOES_NOT_APPLY, FACTS_MISSING, MET, Criterion, Rule
from .source import Citation


@dataclass(frozen=True)
class CriterionAnswer:
    """One criterion on one row: its sentence with the numbers filled in and whether it holds (None: not known)."""

    id: str
    kind: str
    sentence: str
    holds: bool | None
    note: str
    cites: tuple[Citation, ...]
    fix: str
    who: str
    binds: bool

    def as_json(self) -> dict[str, Any]:
        """The command-line contract's shape; `cite` is the first citation, `cites` all of them."""
        cites = [{"source": c.source.title, "place": c.place, "quote": c.quote} for c in self.cites]
        said = {"id": self.id, "kind": self.kind, "sentence": self.sentence, "holds": self.holds, "note": self.note}
        read = [{**cite, "read": c.source.read} for cite, c in zip(cites, self.cites, strict=True)]
        return {**said, "cite": cites[0], "cites": read}


@dataclass(frozen=True)
class Answer:
    """One rule about one subject on one day, with every reason. Screen, sheet, PDF and command line print from this."""

    rule: str
    name: str
    about: str
    subject: str
    key: str
    root: str
    answer: str
    due: datetime.date | None
    changes_on: datetime.date | None
    asked_on: datetime.date
    since: datetime.date
    criteria: tuple[CriterionAnswer, ...]
    facts: Mapping[str, Any]
    missing: tuple[str, str] = ("", "")

    @property
    def _blocking(self) -> CriterionAnswer | None:
        """The first criterion to act on: a broken or unknown duty, or advice where every duty is met."""
        duties = self.answer != MET and any(c.binds for c in self.criteria)
        open_ = [c for c in self.criteria if c.holds is not True and c.binds == duties]
        return None if self.answer == DOES_NOT_APPLY else min(open_, key=lambda c: c.holds is None, default=None)

    @property
    def next_step(self) -> str:
        return self.missing[0] or (self._blocking.fix if self._blocking else "")

    @property
    def who(self) -> str:
        return self.missing[1] or (self._blocking.who if self._blocking else "")

    @property
    def advice(self) -> tuple[CriterionAnswer, ...]:
        """Recommendations not followed: never a finding."""
        return tuple(c for c in self.criteria if not c.binds and c.holds is False)

    def as_json(self) -> dict[str, Any]:
        """The command-line contract's shape, with the facts the answer rests on."""
        said = {name: _plain(getattr(self, name)) for name in ("rule", "name", "about", "subject", "answer", "due")}
        step = {"next_step": self.next_step, "who": self.who, "asked_on": _plain(self.asked_on)}
        facts = {name: _plain(value) for name, value in self.facts.items()}
        return {**said, "criteria": [c.as_json() for c in self.criteria], **step, "facts": facts}


def explain(rule: Rule, row: Mapping[str, Any], on: datetime.date) -> Answer:
    """One row of `law.answers` as an `Answer`. `row` maps column names to Python values."""
    facts = {name: value for name, value in row.items() if not name.startswith("law_")}
    words = {name: said(value, rule.about.labels) for name, value in facts.items()} | {"due": said(row["law_due"])}
    is_late = row["law_due"] is not None and row["law_due"] < on
    criteria = tuple(_criterion(criterion, n, row, words, is_late) for n, criterion in enumerate(rule.criteria))
    untold = row["law_answer"] == FACTS_MISSING and (row["law_dated_on"] is None or row["law_applies"] is None)
    if row["law_answer"] not in ANSWERS:
        raise ValueError(f"{rule.id} answered {row['law_answer']!r}, expected one of {ANSWERS}")
    return Answer(
        rule=rule.id, name=rule.name, about=rule.about.name, since=rule.since, asked_on=on, criteria=criteria,
        subject=str(row[rule.about.known_as] or ""), key=str(row[rule.about.key]), root=str(row[rule.about.root]),
        answer=row["law_answer"], due=row["law_due"], changes_on=row["law_changes_on"], facts=facts,
        missing=rule.missing if untold else ("", ""),
    )  # fmt: skip


def _criterion(
    criterion: Criterion, n: int, row: Mapping[str, Any], words: Mapping[str, str], is_late: bool
) -> CriterionAnswer:
    note = ""
    fix = criterion.late if is_late and criterion.late else criterion.fix
    if row[f"law_unless_{n}"]:
        note = "Not needed here."
    elif row[f"law_decide_{n}"] and criterion.question:
        note = f"Open question {criterion.question.number}: {criterion.question.text}"
    return CriterionAnswer(
        id=criterion.id, kind=criterion.kind, sentence=criterion.sentence.format_map(words),
        holds=row[f"law_holds_{n}"], note=note, cites=criterion.cites,
        fix=fix.format_map(words), who=criterion.who, binds=criterion.binds,
    )  # fmt: skip


def said(value: Any, labels: Mapping[str, str] | None = None) -> str:
    """A fact as a reader writes it: 15 April 2026, 9.5, yes, a word by its label, *not recorded*."""
    if value is None or value == "":
        return "not recorded"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime):
        return f"{value.day} {value:%B %Y, %H:%M}"
    if isinstance(value, datetime.date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, Decimal | float):
        return f"{float(value):g}"
    return (labels or {}).get(str(value), str(value))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value if value is None or isinstance(value, bool | int | float) else str(value)
