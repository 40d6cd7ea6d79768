"""Why no header was found on a sheet: what is missing, and what stands near."""

from __future__ import annotations

from typing import Any

from .book import Sheet
from .cells import is_blank
from .fields import FIELDS
from .mapping import Mapping, SheetMapping
from .naming import nearest, plain
from .problems import Refused, listed


def missing(sheet: Sheet, known: SheetMapping, row: int, cells: list[Any]) -> Refused:
    """The refusal of a row that lacks needed headings, with those that are near."""
    there = {known.field_of.get(plain(str(c))) for c in cells if not is_blank(c)}
    unused = [str(c) for c in cells if not is_blank(c) and plain(str(c)) not in known.field_of]
    lines = []
    for name, f in FIELDS[known.kind].items():
        if f.is_needed and name not in there:
            guesses = _guesses(known.headings.get(name, ()), unused)
            near = f" (the sheet has {listed(guesses)}; is that it?)" if guesses else ""
            lines.append(f"“{known.first_headings.get(name, name)}”{near}")
    expected = "one of the headings " + listed([f"“{h}”" for h in known.first_headings.values()], most=30, joint="and")
    fix = "Correct the heading, or add it to the mapping (--save-mapping FILE, edit it, --mapping FILE)."
    found = f"The header has no column for {listed(lines, joint='and')}"
    return Refused(f"{sheet.name}, row {row}", found, expected.replace("one of the", "the"), fix)


def _guesses(names: tuple[str, ...], unused: list[str]) -> list[str]:
    near = [u for name in names for u in nearest(name, unused)]
    return [f"“{u}”" for u in dict.fromkeys(near)][:3]


def no_header(sheet: Sheet, known: SheetMapping, mapping: Mapping) -> Refused:
    """The refusal of a sheet where no row looks like a header."""
    wanted = [
        known.first_headings[n] for n, f in FIELDS[known.kind].items() if f.is_needed and n in known.first_headings
    ]
    fix = "Put the headings above the rows, or name them in the mapping (--save-mapping FILE, edit it, --mapping FILE)."
    return Refused(
        sheet.name, f"No header was found in the first {mapping.header_within} rows",
        f"a row with the headings {listed([f'“{w}”' for w in wanted], joint='and')}", fix,
    )  # fmt: skip
