"""A folder of CSV or Parquet files, one for each table, whose headings are the data dictionary's."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from alongside.facts.contract import FactTable
from alongside.facts.tables import TABLES

from .book import Sheet
from .collected import Reading
from .delimited import text_book
from .dictionary import DictionaryReader
from .folder_files import files_of
from .limits import ONE_MACHINE, megabytes
from .parquet import parquet_sheet
from .problems import Refused


def read_folder(folder: Path, on: datetime.date, *, progress: Any = None) -> Reading:
    """Read every table of a folder. Raises `Refused` where a file cannot be read or none is one of a table."""
    reading = Reading(folder.resolve().name)
    files = files_of(folder, reading)
    total = sum(path.stat().st_size for path in files.values())
    keys: dict[str, set[str]] = {}
    # Whoever gave a service is named before it: people come first.
    for name in sorted(TABLES, key=lambda table: TABLES[table].parent is not None):
        if (path := files.get(name)) is not None:
            _read_table(TABLES[name], path, on, reading, keys)
            if progress is not None:
                progress(sum(files[done].stat().st_size for done in keys if done in files), total)
    if not reading.rows_read:
        raise Refused(folder.name, "No file has a row below its header", "at least one row", "Check the folder.")
    return reading


def _read_table(table: FactTable, path: Path, on: datetime.date, reading: Reading, keys: dict[str, set[str]]) -> None:
    if path.suffix.lower() == ".parquet":
        _read(table, parquet_sheet(path), on, reading, keys)
        return
    with path.open("rb") as file:
        if (size := path.stat().st_size) > ONE_MACHINE.inflated_bytes:
            most = f"at most {megabytes(ONE_MACHINE.inflated_bytes)} of text"
            raise Refused(path.name, f"The file is {megabytes(size)}", most, "Save it as Parquet.")
        book = text_book(file, path.name, ONE_MACHINE)
        reading.notes += book.notes
        _read(table, book.load(path.name), on, reading, keys)


def _read(table: FactTable, sheet: Sheet, on: datetime.date, reading: Reading, keys: dict[str, set[str]]) -> None:
    reader = DictionaryReader(table, sheet, on, keys)
    reading.told |= {f"{table.name}.{column}" for column in (table.key, *reader.columns.values())}
    for row, values in reader.rows():
        reading.rows_read += 1
        if row.problems:
            reading.reject(row)
            continue
        key = values[table.key]
        keys.setdefault(table.name, set()).add(key)
        reading.add(table.name, key, row, **values)
    keys.setdefault(table.name, set())
