"""The report as a workbook: what is owed, every answer, and the rejected rows to correct and give back."""

from __future__ import annotations

from alongside.law import ANSWERS, Answer

from .checked import Checked
from .rejected import add_rejected
from .wording import message
from .workbook_out import Workbook

# Who and when come first, where the eye looks; the rule's own words and the kind of answer last.
COLUMNS = (
    "Person ID", "Date due", "Message", "How to fix", "Rule", "Criterion", "Name", "Who can take it", "Answer",
    "Source words", "Source", "Row in the file",
)  # fmt: skip


def xlsx(checked: Checked) -> bytes:
    """The workbook's bytes."""
    book = Workbook()
    summary = [
        [f"{rule} {checked.pack.rule(rule).name}", *(counts[word] or "" for word in ANSWERS)]
        for rule, counts in checked.counts.items()
        if counts
    ]
    book.sheet("Summary", ["Rule", *ANSWERS], summary)
    book.sheet("What is owed", COLUMNS, [row(checked, answer) for answer in checked.owed])
    book.sheet("Not yet due", COLUMNS, [row(checked, answer) for answer in checked.ahead])
    rest = [a for a in checked.answers if a.answer in ("met", "does not apply")]
    book.sheet("Met or does not apply", COLUMNS, [row(checked, answer) for answer in rest])
    problems = [(p.sheet, p.row, p.cell, p.found, p.expected, p.fix) for p in checked.reading.rejected]
    book.sheet("Problems", ["Sheet", "Row", "Cell", "Found", "Expected", "How to fix"], problems)
    said = [*checked.reading.notes, *map(str, checked.not_asked)]
    book.sheet("How it was read", ["Note"], [[note] for note in said])
    add_rejected(book, checked.reading.rejected_rows)
    return book.content()


def row(checked: Checked, answer: Answer) -> list[object]:
    """One answer as a row of `COLUMNS`."""
    open_ = [c for c in answer.criteria if c.holds is not True] or list(answer.criteria)
    cites = list(dict.fromkeys(cite for c in open_ for cite in c.cites))
    return [
        answer.subject, answer.due, message(answer), answer.next_step, f"{answer.rule} {answer.name}",
        ", ".join(c.id for c in open_), checked.name(answer), answer.who, answer.answer,
        "\n".join(c.words for c in cites), "\n".join(dict.fromkeys(map(str, cites))), checked.where(answer),
    ]  # fmt: skip
