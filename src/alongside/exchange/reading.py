"""From a file to facts: finds sheets and headers by the mapping, and reads every row whole or not at all."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from .book import Book, Sheet
from .cells import UNKNOWN_WORD
from .collected import Reading
from .fields import PARTICIPANTS, STAFF, TRAINING
from .headers import header_of, kinds_by_headings
from .limits import ONE_MACHINE, Limits
from .mapping import Mapping, SheetMapping, shipped
from .naming import nearest
from .participants import Participants
from .problems import Refused, listed
from .row import Row
from .rows import SheetReader
from .sheets import open_book
from .staffing import Staffing

Progress = Callable[[int, int], None]
FIX = "Rename the sheet, or add its name to the mapping (--save-mapping FILE, edit it, --mapping FILE)."


def read_path(
    path: Path, on: datetime.date, *, mapping: Mapping | None = None, progress: Progress | None = None
) -> Reading:
    """Read a file, or a folder of CSV or Parquet files, as it stood on that day. Raises `Refused`."""
    if path.is_dir():
        from .folder import read_folder

        return read_folder(path, on, progress=progress)
    try:
        with path.open("rb") as file:
            return read_file(file, path.name, on, mapping=mapping, progress=progress)
    except FileNotFoundError as error:
        raise Refused(
            str(path), "There is no such file", "a file or folder", "Check the name and where it is."
        ) from error
    except OSError as error:
        fix = "Close it in other programs, and check that you may read it."
        raise Refused(str(path), f"It cannot be opened ({error.strerror})", "a file that can be read", fix) from error


def read_file(
    file: BinaryIO, name: str, on: datetime.date, *, mapping: Mapping | None = None, limits: Limits = ONE_MACHINE,
    is_known_staff: Callable[[str], bool] = lambda _: False, progress: Progress | None = None,
) -> Reading:  # fmt: skip
    """Read a spreadsheet. `is_known_staff` tells of staff numbers known from elsewhere. Raises `Refused`."""
    mapping = mapping or shipped()
    reading = Reading(name)
    book = open_book(file, name, limits)
    reading.notes += book.notes
    sheets = _mapped(book, mapping, reading)
    readers = {kind: [_reader(s, known, mapping, on) for s, known in sheets if known.kind == kind] for kind in _KINDS}
    total = sum(r.sheet.height for some in readers.values() for r in some)
    people, staffing = Participants(reading, on), Staffing(reading, is_known_staff)
    take = {PARTICIPANTS: people.add, STAFF: staffing.add_member, TRAINING: staffing.add_session}
    for kind in _KINDS:
        for reader in readers[kind]:
            _read_all(reader, take[kind], reading, total, progress)
    people.finish()
    staffing.finish()
    if not reading.rows_read:
        raise Refused(
            name, "There is a header and no row below it", "at least one row", "Check that this is the file you meant."
        )
    return reading


_KINDS = (PARTICIPANTS, STAFF, TRAINING)


def _reader(sheet: Sheet, known: SheetMapping, mapping: Mapping, on: datetime.date) -> SheetReader:
    return SheetReader(sheet, known, header_of(sheet, known, mapping), mapping, on)


def _read_all(
    reader: SheetReader, take: Callable[[Row], None], reading: Reading, total: int, progress: Progress | None
) -> None:
    before = reading.rows_read
    for row in reader.rows():
        reading.rows_read += 1
        take(row)
        if progress is not None and reading.rows_read % 500 == 0:
            progress(reading.rows_read, total)
    if reading.rows_read == before:
        reading.notes.append(f"“{reader.sheet.name}” has a header and no rows.")
    reading.notes += reader.noticed.notes()
    reading.unknown += [f"{reader.sheet.name}: heading “{heading}”" for _, heading in reader.header.unknown]
    words = [p for p in reading.rejected if p.sheet == reader.sheet.name and p.expected.startswith(UNKNOWN_WORD)]
    reading.unknown += list(dict.fromkeys(f"{p.sheet}, {p.heading}: {p.found}" for p in words))


def _mapped(book: Book, mapping: Mapping, reading: Reading) -> list[tuple[Sheet, SheetMapping]]:
    """The sheets to read. Unknown ones are passed over and said; without a known one the file is refused."""
    if len(book.sheet_names) == 1 and (only := book.load(book.sheet_names[0])).is_text:
        return [_known_by_headings(only, mapping)]
    known = {name: mapping.sheet_called(name) for name in book.sheet_names}
    for name in (n for n, k in known.items() if k is None):
        reading.unknown.append(f"sheet “{name}”")
        reading.notes.append(
            f"The sheet “{name}” is not in the mapping. It was passed over.{_might_be(book, name, mapping)}"
        )
    if not any(known.values()):
        names = [f"“{s.names[0]}”" for s in mapping.sheets if s.names]
        guesses = [_might_be(book, name, mapping).strip() for name in book.sheet_names[:20]]
        there = listed([f"“{n}”" for n in book.sheet_names], joint="and")
        found = f"No sheet goes by a name of the mapping; the workbook has {there}"
        raise Refused(book.name, found, f"a sheet called {listed(names)}", " ".join([*filter(None, guesses), FIX]))
    return [(book.load(name), k) for name, k in known.items() if k is not None]


def _might_be(book: Book, name: str, mapping: Mapping) -> str:
    sheet = book.load(name)
    kinds = kinds_by_headings(sheet, mapping) if sheet.height else []
    if kinds:
        return f" “{name}” has the headings of “{kinds[0].names[0]}”: if it is one, add its name to the mapping."
    near = nearest(name, [n for s in mapping.sheets for n in s.names], most=1)
    return f" Is “{name}” meant as “{near[0]}”? If so, rename it." if near else ""


def _known_by_headings(sheet: Sheet, mapping: Mapping) -> tuple[Sheet, SheetMapping]:
    kinds = kinds_by_headings(sheet, mapping)
    if len(kinds) == 1:
        return sheet, kinds[0]
    if len(kinds) > 1:
        found = f"Its headings fit {listed([f'“{k.names[0]}”' for k in kinds], joint='and')}"
        raise Refused(
            sheet.name, found, "the headings of one sheet of the mapping", "Give a workbook, whose sheets have names."
        )
    likeliest = max(mapping.sheets, key=lambda known: _shared(sheet, known, mapping.header_within))
    header_of(sheet, likeliest, mapping)
    raise AssertionError("a sheet that fits no mapping has no header")


def _shared(sheet: Sheet, known: SheetMapping, within: int) -> int:
    from .naming import plain

    most = 0
    for number, cells in sheet.rows():
        if number > within:
            break
        most = max(most, len({known.field_of.get(plain(str(c))) for c in cells} - {None}))
    return most
