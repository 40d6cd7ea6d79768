"""The rule book: every rule as data and as the page a program manager signs."""

from __future__ import annotations

import re
import textwrap
from functools import cache
from typing import Any

from alongside.law import Citation, Criterion, Rule, said

from .cases import Case, read_cases
from .pack import Pack

# What the blanks in a sentence stand for while no subject fills them.
BLANKS = {
    "due": "the due date",
    "held_on": "the day it was held",
    "place": "the place",
    "report_by": "24 hours after it was learned of",
    "served_on": "the day of service",
    "topic": "its topic",
}


@cache
def cases_of(pack: Pack) -> dict[str, list[Case]]:
    """The worked cases of a pack, by rule id."""
    found: dict[str, list[Case]] = {}
    for case in read_cases(pack.cases):
        found.setdefault(case.rule, []).append(case)
    return found


# One of what a rule is about, in words, where the table's own name does not say it.
ABOUT = {
    "staff": "staff member",
    "report_section": "section of an incident report",
    "discharge_section": "section of a discharge paper",
    "training": "training record",
    "employment": "wish to work",
}


def asked(criterion: Criterion) -> str:
    """A criterion's sentence as the law puts it, without one subject's numbers."""
    sentence = re.sub(r" \([^()]*\{[^()]*\)| (due|of) \{due\}", "", criterion.sentence)
    return re.sub(r"\{(\w+)\}", lambda blank: BLANKS.get(blank[1], blank[1].replace("_", " ")), sentence)


def about(rule: Rule) -> str:
    """Whom or what the rule asks, and by when: each staff member, by three months after …"""
    each = f"Each {ABOUT.get(rule.about.name, rule.about.name.replace('_', ' '))}"
    return f"{each}, {rule.due_in_words}" if rule.due_in_words else each


def as_json(pack: Pack, rule: Rule) -> dict[str, Any]:
    """The command line's shape of one rule."""
    criteria = [
        {
            "id": c.id,
            "kind": c.kind,
            "sentence": asked(c),
            "cite": _cite(c.cites[0]),
            "cites": [_cite(x) for x in c.cites],
        }
        for c in rule.criteria
    ]
    readings = [
        {
            "id": r.id,
            "title": r.title,
            "why": r.why,
            "default": r.default,
            "choices": r.choices,
            "questions": r.questions,
        }
        for r in rule.readings
    ]
    return {
        "id": rule.id,
        "name": rule.name,
        "pack": pack.id,
        "about": rule.about.name,
        "since": rule.since.isoformat(),
        "replaces": rule.replaces and rule.replaces.since.isoformat(),
        "cite": _cite(rule.cite),
        "criteria": criteria,
        "readings": readings,
        "unsettled": [{"number": q.number, "text": q.text} for q in rule.unsettled],
        "cases": [{"id": c.id, "on": c.on.isoformat(), "answer": c.answer} for c in cases_of(pack).get(rule.id, [])],
    }


def _cite(cite: Citation) -> dict[str, Any]:
    source = cite.source
    return {
        "source": source.title,
        "place": cite.place,
        "quote": cite.quote,
        "authority": source.authority,
        "read": source.read,
        "read_on": source.read_on and source.read_on.isoformat(),
    }


def as_page(pack: Pack, rule: Rule, width: int = 100) -> str:
    """One rule as plain text, to read, print and sign."""

    def lines(lead: str, text: str) -> list[str]:
        return textwrap.wrap(
            text, width, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False
        ) or [lead]

    source = rule.cite.source
    read = f"read {said(source.read_on)}" if source.read_on else f"read: {source.read}"
    page = [f"{rule.name:<{width - 42}}  {rule.id}   in force since {said(rule.since)}"]
    page += lines("", f"{rule.cite}   ({source.authority}, {read})")
    page += ["", *lines("", about(rule)), ""]
    for criterion in rule.criteria:
        page += lines(f"   {criterion.kind:<7}", asked(criterion))
        for cite in criterion.cites:
            where = cite.place if cite.source is source else str(cite)
            page += lines("           ", f"{cite.words} ({where})")
    if rule.readings:
        page += ["", "Our readings"]
        for reading in rule.readings:
            page += lines("   ", f"{reading.title}: {reading.choices[reading.default]} {reading.why}")
            others = [text for choice, text in reading.choices.items() if choice != reading.default]
            page += [line for other in others for line in lines("      or: ", other)]
    if rule.unsettled:
        page += ["", "Not settled"]
        for question in rule.unsettled:
            page += lines(f"   {question.number:>3}  ", question.text)
    cases = cases_of(pack).get(rule.id, [])
    if cases:
        page += ["", "Worked cases"]
        for case in cases:
            page += lines(f"   {case.id:<8} ", f"{case.answer}: {case.because}")
    page += ["", "Signed for the program ______________________   on ______________"]
    return "\n".join(page)
