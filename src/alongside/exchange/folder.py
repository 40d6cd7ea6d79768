"""A folder of CSV or Parquet files, one for each table, whose names and headings are the data dictionary's."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from alongside.facts.contract import FactTable
from alongside.facts.tables import TABLES

from .book import Sheet
from .collected import Reading
from .delimited import text_book
from .dictionary import DictionaryReader
from .limits import ONE_MACHINE, megabytes
from .naming import nearest
from .problems import Refused, listed

KINDS = (".csv", ".tsv", ".parquet")
BATCH = 10_000


def read_folder(folder: Path, on: datetime.date, *, progress: Any = None) -> Reading:
    """Read every table of a folder. Raises `Refused` where a file cannot be read or none is one of a table."""
    reading = Reading(folder.resolve().name)
    files = _files(folder, reading)
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


def _files(folder: Path, reading: Reading) -> dict[str, Path]:
    files: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        name = path.stem.lower()
        if path.name.startswith(".") or path.suffix.lower() not in KINDS:
            continue
        if name not in TABLES:
            near = nearest(name, TABLES, most=1)
            meant = f" Is it meant as “{near[0]}”?" if near else ""
            reading.notes.append(
                f"{path.name} is not named after a table of the data dictionary. It was not read.{meant}"
            )
        elif name in files:
            both = f"{files[name].name} and {path.name}"
            raise Refused(
                folder.name, f"Two files are of the table {name}: {both}", "one file for each table", "Keep one."
            )
        else:
            files[name] = path
    if not files:
        known = listed([f"{name}.csv" for name in TABLES], most=20)
        raise Refused(
            folder.name, "The folder has no file of a table", f"files named after the data dictionary: {known}",
            "Rename the files, or give the tracker itself.",
        )  # fmt: skip
    return files


def _read_table(table: FactTable, path: Path, on: datetime.date, reading: Reading, keys: dict[str, set[str]]) -> None:
    if path.suffix.lower() == ".parquet":
        _read(table, _parquet(path), on, reading, keys)
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


def _parquet(path: Path) -> Sheet:
    try:
        with duckdb.connect(":memory:") as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            headings = [column[0] for column in found.description or ()]
    except duckdb.Error as error:
        fix = "Write it anew, or save it as CSV."
        raise Refused(path.name, "The file is damaged, or is no Parquet file", "a Parquet file", fix) from error

    def rows() -> Iterator[tuple[int, list[Any]]]:
        yield 1, list(headings)
        with duckdb.connect(":memory:") as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            number = 1
            while batch := found.fetchmany(BATCH):
                for row in batch:
                    number += 1
                    yield number, list(row)

    return Sheet(name=path.name, rows=rows, height=0)
