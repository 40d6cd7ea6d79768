"""Trackers made for a test: rows by heading, sheets as a county has them, and any file an office might hand over."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl

from alongside.exchange.collected import Reading
from alongside.exchange.reading import read_file

ON = datetime.date(2026, 11, 20)

PARTICIPANTS = (
    "MA ID", "Last name", "First name", "DOB", "Enrolled", "Coverage", "Screen type", "Screen date", "Screen result",
    "Lives in", "CBRF beds", "Last assessment", "Last service plan", "Discharged", "D/C type", "comments",
)  # fmt: skip
STAFF = (
    "Staff #", "Name", "Works for", "Title", "Start date", "End date", "Peer cert", "Cert expires", "Background check",
)  # fmt: skip
TRAINING = ("Staff #", "Date", "Topic", "Hours", "How", "Employer", "What was covered", "County signature")

Row = Mapping[str, Any]


def person(**cells: Any) -> dict[str, Any]:
    """A participant in good order, with cells of your own by heading (spaces as _)."""
    usual = {
        "MA ID": "0123456789", "Last name": "Alder", "First name": "Ava", "DOB": "3/16/1980", "Enrolled": "2025-05-03",
        "Coverage": "MA", "Screen type": "MH/SUD", "Screen date": "4/12/2025", "Screen result": "Eligible",
        "Lives in": "House", "Last assessment": "10/17/2026", "Last service plan": "10/23/2026",
    }  # fmt: skip
    return usual | _named(cells, PARTICIPANTS)


def member(**cells: Any) -> dict[str, Any]:
    """A staff member in good order."""
    usual = {"Staff #": "S001", "Name": "Lee Rowan", "Works for": "Lakeside AFH", "Title": "CLSS worker"}
    return usual | {"Start date": "2026-06-11"} | _named(cells, STAFF)


def session(**cells: Any) -> dict[str, Any]:
    """A training session in good order."""
    usual = {
        "Staff #": "S001", "Date": "2026-07-05", "Topic": "FH updates", "Hours": 1.5, "How": "webinar",
        "Employer": "Lakeside AFH", "What was covered": "covered FH updates", "County signature": "K. Berg",
    }  # fmt: skip
    return usual | _named(cells, TRAINING)


def _named(cells: Mapping[str, Any], headings: Sequence[str]) -> dict[str, Any]:
    plain = {re.sub(r"\W+", "_", h).strip("_").lower(): h for h in headings}
    return {plain.get(name.lower(), name): value for name, value in cells.items()}


def rows_of(headings: Sequence[str], rows: Sequence[Row], titles: Sequence[Sequence[Any]] = ()) -> list[list[Any]]:
    """Titles, header and rows as lists of cells."""
    return [*map(list, titles), list(headings), *([row.get(h) for h in headings] for row in rows)]


def workbook(
    people: Sequence[Row] = (), staff: Sequence[Row] = (), sessions: Sequence[Row] = (), *,
    change: Callable[[openpyxl.Workbook], None] | None = None, **sheets: list[list[Any]],
) -> bytes:  # fmt: skip
    """A tracker with the three sheets, and others by name. `change` may do anything to it before it is saved."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, cells in {
        "CRS Participants": rows_of(PARTICIPANTS, people),
        "Staff": rows_of(STAFF, staff),
        "Training Log": rows_of(TRAINING, sessions),
        **sheets,
    }.items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    if change is not None:
        change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(content: bytes, name: str = "tracker.xlsx", on: datetime.date = ON, **more: Any) -> Reading:
    """Read a file's bytes."""
    return read_file(io.BytesIO(content), name, on, **more)


def read_people(*people: Row, **more: Any) -> Reading:
    """Read a tracker of these participants."""
    return read(workbook(people), **more)


def problems(reading: Reading) -> list[tuple[str, str]]:
    """What was rejected: cell and what was found, in order."""
    return [(p.cell, p.found) for p in reading.rejected]


def csv(headings: Sequence[str], rows: Sequence[Row], separator: str = ",") -> str:
    """A text file of one sheet."""
    import csv as _csv

    text = io.StringIO()
    writer = _csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerows(rows_of(headings, rows))
    return text.getvalue()


def with_part(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one part of its archive rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            told = old.read(entry.filename)
            new.writestr(entry.filename, change(told) if entry.filename == part else told)
    return out.getvalue()
