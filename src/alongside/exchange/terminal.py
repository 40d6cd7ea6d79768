"""The report on a terminal: what was read, what is owed, by whom, the most urgent first."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from alongside.facts.tables import TABLES
from alongside.law import ANSWERS, Answer, said

from .checked import FACTS_MISSING, NOT_MET, PERSON, Checked, open_criteria
from .collected import Rejected
from .wording import NOT_KNOWN_WHETHER, OWED_AS, SIGNS, counted, due

STYLES = {NOT_MET: "bold red", PERSON: "bold magenta", FACTS_MISSING: "bold yellow"}
SOME = 10
NARROW = 110


def console(stream: TextIO) -> Console:
    """A console on a stream; without a terminal a plain one, wide enough that lines need not break."""
    if stream.isatty():
        return Console(file=stream, highlight=False)
    width = int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdecimal() else 160
    return Console(file=stream, highlight=False, width=max(60, width), color_system=None, emoji=False)


def print_report(checked: Checked, out: Console, *, show_all: bool = False) -> None:
    """Print the whole report. `show_all` prints every line of a long group instead of the first ones."""
    reading = checked.reading
    out.print(Text(f"{reading.name} on {said(checked.on)}", style="bold"))
    rejected = counted(len(reading.rejected_rows), "row was", "rows were") + " rejected"
    out.print(f"{counted(reading.rows_read, 'row')} read; {rejected}. Rules: {checked.pack.name}.")
    for note in reading.notes:
        out.print(Padding(Text(f"· {note}"), (0, 0, 0, 2), expand=False))
    out.print()
    _owed(checked, out, None if show_all else SOME)
    _ahead(checked, out, None if show_all else SOME)
    _rejected(reading.rejected_rows, out, None if show_all else SOME * 3)
    _counts(checked, out)
    _not_asked(checked, out)
    out.print(_verdict(checked))


def _verdict(checked: Checked) -> Text:
    if not checked.status:
        asked = "that is due and could be asked" if checked.not_asked else "that is due"
        return Text(f"Everything {asked} is met.", style="bold green")
    parts = [counted(len(checked.owed), "answer") + " to act on"] if checked.owed else []
    if checked.reading.rejected_rows:
        parts.append(counted(len(checked.reading.rejected_rows), "row") + " to correct")
    more = "--report FILE.html writes everything to a page, .xlsx to a workbook whose rejected rows can be given back."
    return Text(f"{' and '.join(parts)}. {more}", style="bold")


def _owed(checked: Checked, out: Console, most: int | None) -> None:
    for rule, answers in checked.by_rule(checked.owed):
        counts = [f"{sum(a.answer == word for a in answers)} {OWED_AS[word]}" for word in OWED_AS]
        title = Text(f"{rule} {checked.pack.rule(rule).name}", style="bold underline")
        title.append(f"  {', '.join(c for c in counts if not c.startswith('0 '))}", style="not bold not underline")
        out.print(title)
        for who, step in _steps(answers):
            out.print(Padding(Text(f"{who[:1].upper()}{who[1:]}: {step}", style="italic"), (0, 0, 0, 2), expand=False))
        out.print(_lines(checked, answers if most is None else answers[:most], out.width))
        _more(len(answers), most, out)
        out.print()


def _steps(answers: Sequence[Answer]) -> list[tuple[str, str]]:
    """Who can take the next steps of a group, with the step where it is one for all."""
    steps: dict[str, set[str]] = {}
    for answer in answers:
        steps.setdefault(answer.who, set()).add(answer.next_step)
    several = "next steps differ; each is named below."
    return [(who, min(said) if len(said) == 1 else several) for who, said in steps.items() if who]


def _lines(checked: Checked, answers: Sequence[Answer], width: int) -> Padding:
    several = len({a.next_step for a in answers}) > 1
    table = Table.grid(padding=(0, 2))
    if width < NARROW:
        for answer in answers:
            table.add_row(Text.assemble(*_head(checked, answer), "\n  ", _reasons(checked, answer, several)))
        return Padding(table, (0, 0, 0, 2))
    for _ in range(3):
        table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for answer in answers:
        sign, who, when = _head(checked, answer)
        table.add_row(sign, who.strip(), when.strip(), _reasons(checked, answer, several))
    return Padding(table, (0, 0, 0, 2))


def _head(checked: Checked, answer: Answer) -> tuple[Text, str, str]:
    sign = Text(f"{SIGNS[answer.answer]} {answer.answer}", style=STYLES.get(answer.answer, ""))
    return sign, f"  {answer.subject} {checked.name(answer)}".rstrip(), f"  {due(answer) or 'now'}"


def _reasons(checked: Checked, answer: Answer, with_step: bool) -> Text:
    reasons = [f"{c.kind} {c.sentence}" + (" (not known)" * (c.holds is None)) for c in open_criteria(answer)]
    text = Text("; ".join(reasons) or NOT_KNOWN_WHETHER)
    if where := checked.where(answer) if TABLES[answer.about].parent else "":
        text.append(f" [{where}]")
    if with_step and answer.next_step:
        text.append(f"  → {answer.next_step}", style="italic")
    return text


def _ahead(checked: Checked, out: Console, most: int | None) -> None:
    if not checked.ahead:
        return
    out.print(
        Text("Not yet due", style="bold underline"), f" {counted(len(checked.ahead), 'answer')}, the soonest first"
    )
    table = Table.grid(padding=(0, 2))
    for answer in checked.ahead if most is None else checked.ahead[:most]:
        who = f"{answer.subject} {checked.name(answer)}".strip()
        table.add_row(f"{SIGNS[answer.answer]} {due(answer)}", who, f"{answer.rule} {answer.name}")
    out.print(Padding(table, (0, 0, 0, 2), expand=False))
    _more(len(checked.ahead), most, out)
    out.print()


def _rejected(rows: Sequence[Rejected], out: Console, most: int | None) -> None:
    if not rows:
        return
    out.print(
        Text("Rejected rows", style="bold underline"),
        " none of these rows was used; correct them and give the file again",
    )
    for row in rows if most is None else rows[:most]:
        for problem in row.problems:
            out.print(Padding(Text(f"✗ {problem}"), (0, 0, 0, 2), expand=False))
    _more(len(rows), most, out)
    out.print()


def _more(there: int, most: int | None, out: Console) -> None:
    if most is not None and there > most:
        out.print(Padding(Text(f"… and {there - most} more; --all prints them."), (0, 0, 0, 2), expand=False))


def _counts(checked: Checked, out: Console) -> None:
    table = Table(
        title="Answers by rule", title_justify="left", title_style="bold", header_style="bold", box=None, padding=(0, 1)
    )
    table.add_column("rule", no_wrap=True)
    for word in ANSWERS:
        table.add_column(f"{SIGNS[word]} {word}", justify="right")
    for rule, counts in checked.counts.items():
        if counts:
            cells = [str(counts[word]) if counts[word] else "" for word in ANSWERS]
            table.add_row(f"{rule} {checked.pack.rule(rule).name}", *cells)
    out.print(table)
    out.print()


def _not_asked(checked: Checked, out: Console) -> None:
    for one in checked.not_asked:
        out.print(Padding(Text(f"· {one}"), (0, 0, 0, 2), expand=False))
    if checked.not_asked:
        out.print()


def print_answers(answers: Sequence[Answer], out: Console) -> None:
    """Answers of one rule with every reason and the words each rests on."""
    for answer in answers:
        title = f"{SIGNS[answer.answer]} {answer.rule} {answer.name}, {answer.subject}: {answer.answer}"
        out.print(
            Text(
                title + (f", due {due(answer)}" if answer.due else ""),
                style=f"bold {STYLES.get(answer.answer, '')}".strip(),
            )
        )
        for criterion in answer.criteria:
            state = {True: "yes", False: "NO", None: "not known"}[criterion.holds]
            out.print(
                Padding(
                    Text(f"{state:<10}{criterion.kind} {criterion.sentence}. {criterion.note}".rstrip()), (0, 0, 0, 2)
                )
            )
            out.print(
                Padding(
                    Text(f"{criterion.cites[0].words} {criterion.cites[0]}", style="dim"), (0, 0, 0, 12), expand=False
                )
            )
        if answer.next_step:
            out.print(Padding(Text(f"next: {answer.next_step} ({answer.who})"), (0, 0, 0, 2), expand=False))
