"""The report as one page that needs nothing else: no server, no script, no style from outside."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from alongside.law import ANSWERS, Answer, CriterionAnswer, said

from .checked import Checked
from .wording import NOT_KNOWN_WHETHER, SIGNS, counted, due

STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
body { max-width: 72rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.75rem; } h2 { margin-top: 2.5rem; border-bottom: 2px solid #1a4480; } h3 { margin: 1.5rem 0 .25rem; }
a { color: #005ea2; } a:focus, summary:focus { outline: 3px solid #2491ff; outline-offset: 2px; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { border: 1px solid #71767a; padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: #e7f2ff; } td.count { text-align: right; }
.answer { border-left: .4rem solid #71767a; padding: .1rem 0 .1rem .75rem; margin: .5rem 0; }
.not-met { border-color: #b50909; } .facts-missing { border-color: #936f00; }
.a-person-must-decide { border-color: #7a2e8e; }
.word { font-weight: 700; white-space: nowrap; }
.answer p, .answer ul { margin: .15rem 0; } blockquote { margin: .25rem 0 .25rem 1rem; color: #3d4551; }
@media print { details > * { display: block; } .answer { break-inside: avoid; } body { max-width: none; } }
"""


def html(checked: Checked) -> str:
    """The whole page."""
    reading = checked.reading
    title = f"{reading.name} on {said(checked.on)}"
    sections = [
        ("summary", "Summary", _summary(checked)),
        ("owed", "What is owed", _people(checked)),
        ("ahead", "Not yet due", _ahead(checked)),
        ("rejected", "Rejected rows", _rejected(checked)),
        ("reading", "How the file was read", _notes(reading.notes)),
    ]
    links = "".join(f'<li><a href="#{id}">{heading}</a></li>' for id, heading, _ in sections)
    body = "".join(f'<section id="{id}"><h2>{heading}</h2>{content}</section>' for id, heading, content in sections)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
        f'<body><a class="skip" href="#owed">To what is owed</a><header><h1>{escape(title)}</h1>'
        f"<p>{escape(checked.pack.name)}. Answers say what the rules ask; only a reviewer makes a finding.</p></header>"
        f'<nav aria-label="On this page"><ul>{links}</ul></nav><main>{body}</main></body></html>\n'
    )


def _summary(checked: Checked) -> str:
    reading = checked.reading
    read = f"{counted(reading.rows_read, 'row')} read, {counted(len(reading.rejected_rows), 'row')} rejected, "
    owed = f"{counted(len(checked.owed), 'answer')} to act on."
    head = "".join(f'<th scope="col">{SIGNS[word]} {word}</th>' for word in ANSWERS)
    rows = "".join(
        f'<tr><th scope="row">{escape(f"{rule} {checked.pack.rule(rule).name}")}</th>'
        + "".join(f'<td class="count">{counts[word] or ""}</td>' for word in ANSWERS)
        + "</tr>"
        for rule, counts in checked.counts.items()
        if counts
    )
    left_out = "".join(f"<li>{escape(one.in_a_list)}</li>" for one in checked.not_asked)
    said_ = f"<h3>Not asked of this file</h3><ul>{left_out}</ul>" if left_out else ""
    table = _wide("Answers by rule", f'<tr><th scope="col">rule</th>{head}</tr>', rows)
    return f"<p>{read}{owed}</p>{table}{said_}"


def _people(checked: Checked) -> str:
    if not checked.owed:
        return "<p>Nothing is owed.</p>"
    parts = []
    for (_, subject), answers in checked.by_person(checked.owed):
        name = " ".join(part for part in (checked.name(answers[0]), subject) if part)
        parts.append(f"<h3>{escape(name)}</h3>" + "".join(_answer(checked, answer) for answer in answers))
    return "".join(parts)


def _answer(checked: Checked, answer: Answer) -> str:
    row = checked.where(answer)
    facts = [f"due {due(answer)}" if answer.due else "", f"from {row}" if row else ""]
    step = (
        f"<p><strong>Next:</strong> {escape(answer.next_step)} ({escape(answer.who)})</p>" if answer.next_step else ""
    )
    criteria = "".join(_criterion(c) for c in answer.criteria if c.holds is not True)
    met = [c for c in answer.criteria if c.holds is True]
    rest = (
        f"<details><summary>{len(met)} met</summary><ul>{''.join(map(_criterion, met))}</ul></details>" if met else ""
    )
    return (
        f'<div class="answer {answer.answer.replace(" ", "-")}">'
        f'<p><span class="word">{SIGNS[answer.answer]} {answer.answer}</span> '
        f"{escape(f'{answer.rule} {answer.name}')}. {escape(', '.join(filter(None, facts)))}</p>"
        f"<ul>{criteria or f'<li>{NOT_KNOWN_WHETHER}</li>'}</ul>{rest}{step}</div>"
    )


def _criterion(criterion: CriterionAnswer) -> str:
    state = {True: "yes", False: "no", None: "not known"}[criterion.holds]
    quotes = "".join(f"<blockquote>{escape(c.words)} {escape(str(c))}</blockquote>" for c in criterion.cites)
    note = f" {escape(criterion.note)}" if criterion.note else ""
    return f"<li>{criterion.kind} {escape(criterion.sentence)}: <strong>{state}</strong>.{note}{quotes}</li>"


def _ahead(checked: Checked) -> str:
    if not checked.ahead:
        return "<p>Nothing.</p>"
    rows = [
        (due(a), f"{checked.name(a)} {a.subject}".strip(), f"{a.rule} {a.name}", a.next_step) for a in checked.ahead
    ]
    return _table("Soonest first", ("due", "who", "rule", "next step"), rows)


def _rejected(checked: Checked) -> str:
    problems = checked.reading.rejected
    if not problems:
        return "<p>No row was rejected.</p>"
    rows = [(p.sheet, str(p.row), p.cell, p.found, p.expected, p.fix) for p in problems]
    said_ = "<p>A row is taken whole or not at all. None of these was used. Correct them and give the file again.</p>"
    return said_ + _table(
        "Every problem of every rejected row", ("sheet", "row", "cell", "found", "expected", "how to fix it"), rows
    )


def _notes(notes: list[str]) -> str:
    return (
        f"<ul>{''.join(f'<li>{escape(note)}</li>' for note in notes)}</ul>"
        if notes
        else "<p>Every sheet and heading was known.</p>"
    )


def _table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    headings = "".join(f'<th scope="col">{h}</th>' for h in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return _wide(caption, f"<tr>{headings}</tr>", body)


def _wide(caption: str, head: str, body: str) -> str:
    table = f"<table><caption>{caption}</caption><thead>{head}</thead><tbody>{body}</tbody></table>"
    return f'<div class="wide" tabindex="0" role="region" aria-label="{caption}">{table}</div>'
