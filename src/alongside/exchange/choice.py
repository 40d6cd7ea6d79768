"""Which sheets of a book are read, and as what. Unknown ones are passed over and said; likely ones are offered."""

from __future__ import annotations

from .book import Book, Sheet
from .headers import header_of, kinds_by_headings
from .mapping import Mapping, SheetMapping
from .naming import nearest, plain
from .problems import Refused, listed

FIX = "Rename the sheet, or add its name to the mapping (--save-mapping FILE, edit it, --mapping FILE)."

# Sheets of this program's own reports. Their rejected rows come back on sheets with the tracker's names.
OUR_SHEETS = ("Summary", "What is owed", "Not yet due", "Met or does not apply", "Problems", "How it was read")


def sheets_to_read(
    book: Book, mapping: Mapping, notes: list[str], unknown: list[str]
) -> list[tuple[Sheet, SheetMapping]]:
    """The sheets the mapping knows, each with what it is read as. Adds to `notes` and `unknown` what was passed over.

    Raises `Refused` where the mapping knows none of them.
    """
    if book.is_text:
        only = book.load(book.sheet_names[0])
        return [(only, _by_headings(only, mapping))]
    known = {name: mapping.sheet_called(name) for name in book.sheet_names}
    if not any(known.values()):
        raise _nothing_known(book, mapping)
    for name in (n for n, k in known.items() if k is None and n not in OUR_SHEETS):
        unknown.append(f"sheet “{name}”")
        notes.append(f"The sheet “{name}” is not in the mapping. It was passed over.{_might_be(book, name, mapping)}")
    return [(book.load(name), k) for name, k in known.items() if k is not None]


def _nothing_known(book: Book, mapping: Mapping) -> Refused:
    names = [f"“{s.names[0]}”" for s in mapping.sheets if s.names]
    guesses = [_might_be(book, name, mapping).strip() for name in book.sheet_names[:20]]
    there = listed([f"“{n}”" for n in book.sheet_names], joint="and")
    found = f"No sheet goes by a name of the mapping; the workbook has {there}"
    return Refused(book.name, found, f"a sheet called {listed(names)}", " ".join([*filter(None, guesses), FIX]))


def _might_be(book: Book, name: str, mapping: Mapping) -> str:
    try:
        sheet = book.load(name)
        kinds = kinds_by_headings(sheet, mapping) if sheet.height else []
    except Refused:
        kinds = []
    if kinds:
        return f" “{name}” has the headings of “{kinds[0].names[0]}”: if it is one, add its name to the mapping."
    near = nearest(name, [n for s in mapping.sheets for n in s.names], most=1)
    return f" Is “{name}” meant as “{near[0]}”? If so, rename it." if near else ""


def _by_headings(sheet: Sheet, mapping: Mapping) -> SheetMapping:
    kinds = kinds_by_headings(sheet, mapping)
    if len(kinds) > 1:
        found = f"Its headings fit {listed([f'“{k.names[0]}”' for k in kinds], joint='and')}"
        fix = "Give a workbook, whose sheets have names."
        raise Refused(sheet.name, found, "the headings of one sheet of the mapping", fix)
    if not kinds:
        likeliest = max(mapping.sheets, key=lambda known: _shared(sheet, known, mapping.header_within))
        header_of(sheet, likeliest, mapping)  # says what is missing
    return kinds[0]


def _shared(sheet: Sheet, known: SheetMapping, within: int) -> int:
    """The most headings of this kind that one row has."""
    most = 0
    for number, cells in sheet.rows():
        if number > within:
            break
        most = max(most, len({known.field_of.get(plain(str(c))) for c in cells} - {None}))
    return most
