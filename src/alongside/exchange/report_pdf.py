"""The report as a tagged PDF that a screen reader can follow, set by typst."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import typst

from alongside.law import ANSWERS, said

from .checked import Checked
from .wording import SIGNS, counted, due, message


def pdf(checked: Checked) -> bytes:
    """The document's bytes, PDF/UA-1."""
    template = (files("alongside.exchange") / "report.typ").read_bytes()
    return bytes(typst.compile(template, sys_inputs={"report": json.dumps(_report(checked))}, pdf_standards=["ua-1"]))


def _report(checked: Checked) -> dict[str, Any]:
    reading = checked.reading
    people = [
        {
            "who": " ".join(part for part in (checked.name(answers[0]), subject) if part),
            "answers": [
                {
                    "word": f"{SIGNS[a.answer]} {a.answer}", "rule": f"{a.rule} {a.name}", "due": due(a),
                    "message": message(a),
                    "step": f"{a.next_step} ({a.who})" if a.next_step else "",
                    "words": [f"{c.cites[0].words} {c.cites[0]}" for c in a.criteria if c.holds is not True],
                }
                for a in answers
            ],
        }
        for (_, subject), answers in checked.by_person(checked.owed)
    ]  # fmt: skip
    return {
        "title": f"{reading.name} on {said(checked.on)}",
        "pack": checked.pack.name,
        "read": f"{counted(reading.rows_read, 'row')} read, {counted(len(reading.rejected_rows), 'row')} rejected, "
        f"{counted(len(checked.owed), 'answer')} to act on.",
        "answers": [f"{SIGNS[word]} {word}" for word in ANSWERS],
        "counts": [
            [f"{rule} {checked.pack.rule(rule).name}", *(str(counts[word] or "") for word in ANSWERS)]
            for rule, counts in checked.counts.items()
            if counts
        ],
        "people": people,
        "rejected": [[p.sheet, str(p.row), p.cell, p.found, p.expected, p.fix] for p in reading.rejected],
        "notes": reading.notes,
        "not_asked": [one.in_a_list for one in checked.not_asked],
    }
