"""What an import asks: words and headings the mapping does not know, with the choices; and the answers given.

An answer travels as a form field named `word:KIND:SPELLING` or `heading:SHEET KIND:HEADING`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from alongside.exchange.cells import UNKNOWN_WORD
from alongside.exchange.collected import Reading, Rejected
from alongside.exchange.fields import FIELDS
from alongside.exchange.mapping import WORDS, SheetMapping
from alongside.exchange.mapping import Mapping as SheetsMapping
from alongside.exchange.naming import plain
from alongside.facts.contract import LABELS

WORD, HEADING = "word", "heading"


@dataclass(frozen=True)
class Asked:
    """One thing met and not known. `name` is its form field, `answer` what was chosen for it so far."""

    name: str
    where: str
    found: str
    times: int
    choices: tuple[tuple[str, str], ...]
    answer: str = ""


def asked(reading: Reading, mapping: SheetsMapping, given: Mapping[str, str]) -> list[Asked]:
    """What this reading did not know, and what was answered before, so that an answer can be changed."""
    found = {one.name: one for one in (*_words(reading, mapping), *_headings(reading, mapping))}
    before = [_answered(name, answer) for name, answer in given.items() if name not in found]
    return [*before, *found.values()]


def answered(mapping: SheetsMapping, given: Mapping[str, str]) -> SheetsMapping:
    """The mapping with the answers in it. Answers that name nothing the mapping has are passed over."""
    for name, answer in given.items():
        what, kind, text = name.split(":", 2)
        if what == WORD and answer in WORDS.get(kind, ()):
            spellings = {**mapping.words.get(kind, {})}
            spellings[answer] = (*spellings.get(answer, ()), text)
            mapping = replace(mapping, words={**mapping.words, kind: spellings}, _by_spelling={})
        elif what == HEADING and answer in FIELDS.get(kind, {}):
            mapping = replace(mapping, sheets=tuple(_with_heading(s, kind, answer, text) for s in mapping.sheets))
    return mapping


def answers_in(form: Mapping[str, str]) -> dict[str, str]:
    """The answers among the fields of a form; those left open are not among them."""
    return {
        name: form[name]
        for name in form
        if name.split(":")[0] in (WORD, HEADING) and name.count(":") >= 2 and form[name]
    }


def _words(reading: Reading, mapping: SheetsMapping) -> Iterator[Asked]:
    times: Counter[tuple[str, str, str]] = Counter()
    for row in reading.rejected_rows:
        for problem in row.problems:
            kind = _kind_of_word(row, problem.heading, mapping)
            if kind and problem.expected.startswith(UNKNOWN_WORD):
                text = str(row.cells[row.headings.index(problem.heading)])
                times[kind, " ".join(text.split()), f"{row.sheet}, {problem.heading}"] += 1
    for (kind, text, where), count in times.items():
        yield Asked(f"{WORD}:{kind}:{text}", where, text, count, _word_choices(kind))


def _kind_of_word(row: Rejected, heading: str, mapping: SheetsMapping) -> str:
    sheet = mapping.sheet_called(row.sheet_to_write)
    if sheet is None or heading not in row.headings:
        return ""
    field = FIELDS[sheet.kind].get(sheet.field_of.get(plain(heading), ""))
    return field.reads.partition(":")[2] if field else ""


def _headings(reading: Reading, mapping: SheetsMapping) -> Iterator[Asked]:
    headers = {row.sheet: row.header for row in reading.rows.values()}
    for sheet, header in headers.items():
        known = mapping.sheet_called(header.sheet_to_write or sheet)
        there = {name for name, _ in header.fields.values()}
        for _, heading in header.unknown if known else ():
            choices = tuple((n, f.sentence) for n, f in FIELDS[known.kind].items() if n not in there)
            yield Asked(f"{HEADING}:{known.kind}:{heading}", f"{sheet}, a column", heading, 1, choices)


def _answered(name: str, answer: str) -> Asked:
    what, kind, text = name.split(":", 2)
    if what == WORD:
        return Asked(name, "Explained by you", text, 0, _word_choices(kind), answer)
    choices = tuple((n, f.sentence) for n, f in FIELDS.get(kind, {}).items())
    return Asked(name, "Explained by you", text, 0, choices, answer)


def _word_choices(kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((word, LABELS.get(word, word.replace("_", " "))) for word in WORDS.get(kind, ()))


def _with_heading(sheet: SheetMapping, kind: str, field: str, heading: str) -> SheetMapping:
    if sheet.kind != kind or plain(heading) in sheet.field_of:
        return sheet
    return replace(sheet, headings={**sheet.headings, field: (*sheet.headings.get(field, ()), heading)})
