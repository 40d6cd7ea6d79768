"""From a file to facts: finds sheets and headers by the mapping, and reads every row whole or not at all."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from .cells import UNKNOWN_WORD
from .choice import sheets_to_read
from .collected import Reading
from .corrected import rows_replaced
from .fields import PARTICIPANTS, STAFF, TRAINING
from .headers import header_of
from .limits import ONE_MACHINE, Limits
from .mapping import Mapping
from .mapping_file import shipped
from .participants import Participants
from .problems import Refused
from .row import Row
from .rows import SheetReader
from .sheets import open_book
from .staffing import Staffing

Progress = Callable[[int, int], None]


def read_path(
    path: Path, on: datetime.date, *, mapping: Mapping | None = None, corrected: Path | None = None,
    progress: Progress | None = None,
) -> Reading:  # fmt: skip
    """Read a file, or a folder of CSV or Parquet files, as of that day. Raises `Refused`.

    `corrected` is a workbook of rejected rows that came back corrected; they stand in for the rows they were.
    """
    if path.is_dir():
        from .folder import read_folder

        return read_folder(path, on, progress=progress)
    with opened(path) as file:
        if corrected is None:
            return read_file(file, path.name, on, mapping=mapping, progress=progress)
        with opened(corrected) as more:
            given = more, corrected.name
            return read_file(file, path.name, on, mapping=mapping, corrected=given, progress=progress)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file to read. Raises `Refused` where it is not there or may not be read."""
    try:
        file = path.open("rb")
    except FileNotFoundError as error:
        fix = "Check the name and where it is."
        raise Refused(str(path), "There is no such file", "a file or folder", fix) from error
    except OSError as error:
        fix = "Close it in other programs, and check that you may read it."
        raise Refused(str(path), f"It cannot be opened ({error.strerror})", "a file that can be read", fix) from error
    with file:
        yield file


def read_file(
    file: BinaryIO, name: str, on: datetime.date, *, mapping: Mapping | None = None, limits: Limits = ONE_MACHINE,
    corrected: tuple[BinaryIO, str] | None = None, is_known_staff: Callable[[str], bool] | None = None,
    keeps_rows: bool = False, progress: Progress | None = None,
) -> Reading:  # fmt: skip
    """Read a spreadsheet. `is_known_staff` tells of staff numbers known from elsewhere; `keeps_rows` keeps every row.

    Raises `Refused`.
    """
    mapping, reading = mapping or shipped(), Reading(name, keeps_rows=keeps_rows)
    readers = _readers(file, name, on, mapping, limits, reading)
    if corrected is not None:
        late = _readers(*corrected, on, mapping, limits, reading)
        for reader in readers:
            reader.replaced = rows_replaced(late, reader.sheet.name)
        for reader in late:
            reader.header.sheet_to_write = reader.header.sheet_to_write or reader.sheet.name
            reader.sheet = replace(reader.sheet, name=f"{reader.sheet.name} ({corrected[1]})")
        readers += late
    if is_known_staff is None:
        _refuse_training_alone(readers, name)
    people, staffing = Participants(reading), Staffing(reading, is_known_staff or (lambda _: False))
    reading.told |= {f.tells for reader in readers for _, f in reader.header.fields.values() if f.tells}
    total = sum(reader.sheet.height for reader in readers)
    # Training is held against the staff sheet, so that is read first wherever it stands.
    for kind, take in ((PARTICIPANTS, people.add), (STAFF, staffing.add_member), (TRAINING, staffing.add_session)):
        for reader in (r for r in readers if r.kind == kind):
            _read_all(reader, take, reading, total, progress)
    people.finish()
    staffing.finish()
    if not reading.rows_read:
        fix = "Check that this is the file you meant."
        raise Refused(name, "There is a header and no row below it", "at least one row", fix)
    return reading


def _refuse_training_alone(readers: list[SheetReader], name: str) -> None:
    if {reader.kind for reader in readers} == {TRAINING}:
        fix = "Give the whole tracker. Corrected rows go with it: check TRACKER --corrected ROWS, or are imported."
        found = "The file has a training log and no staff sheet, so nobody's first day is known"
        raise Refused(name, found, "the staff sheet with it", fix)


def _readers(
    file: BinaryIO, name: str, on: datetime.date, mapping: Mapping, limits: Limits, reading: Reading
) -> list[SheetReader]:
    book = open_book(file, name, limits)
    reading.notes += book.notes
    sheets = sheets_to_read(book, mapping, reading.notes, reading.unknown)
    return [SheetReader(sheet, known, header_of(sheet, known, mapping), mapping, on) for sheet, known in sheets]


def _read_all(
    reader: SheetReader, take: Callable[[Row], None], reading: Reading, total: int, progress: Progress | None
) -> None:
    rows, rejected, name = reading.rows_read, len(reading.rejected_rows), reader.sheet.name
    for row in reader.rows():
        reading.rows_read += 1
        take(row)
        if progress is not None and reading.rows_read % 500 == 0:
            progress(reading.rows_read, total)
    if reading.rows_read == rows:
        reading.notes.append(f"“{name}” has a header and no rows.")
    reading.notes += reader.noticed.notes()
    reading.unknown += [f"{name}: heading “{heading}”" for _, heading in reader.header.unknown]
    problems = [problem for row in reading.rejected_rows[rejected:] for problem in row.problems]
    words = [f"{name}, {p.heading}: {p.found}" for p in problems if p.expected.startswith(UNKNOWN_WORD)]
    reading.unknown += list(dict.fromkeys(words))
