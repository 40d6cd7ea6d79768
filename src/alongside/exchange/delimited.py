"""Text files with separators (.csv, .tsv). Encoding and separator are found out, and said where they are unusual."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from .book import Book, Sheet
from .kinds import WANTED
from .limits import Limits
from .problems import Refused
from .text_encoding import CHUNK, SAMPLE, encoding_of

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}


def text_book(file: BinaryIO, name: str, limits: Limits) -> Book:
    """A text file as a book of one sheet named after the file. Raises `Refused`."""
    encoding, notes = encoding_of(file, name)
    start = _opened(file, encoding).read(SAMPLE)
    if not start.strip():
        raise Refused(name, "The file holds nothing but blanks", WANTED, "Save the spreadsheet again and try again.")
    given = _given_separator(start)
    separator = given or _separator(start)
    if separator != ",":
        notes.append(f"{name} is separated by {SEPARATORS.get(separator, repr(separator))}.")

    def rows() -> Iterator[tuple[int, list[Any]]]:
        return _rows(file, encoding, separator, bool(given), name, limits)

    sheet = Sheet(name=name, rows=rows, height=_count_lines(file), is_text=True)
    return Book(name, [name], lambda _: sheet, notes, is_text=True)


def _opened(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    file.seek(0)
    return io.TextIOWrapper(_Kept(file), encoding=encoding, newline="")  # type: ignore[arg-type]


class _Kept(io.BufferedIOBase):
    """A file that stays open when the text layer over it is dropped."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        return self.file.read(-1 if size is None else size)

    read1 = read


def _given_separator(start: str) -> str:
    first = start.splitlines()[0].strip().strip('"')
    return first[4:5] if first.lower().startswith("sep=") and len(first) == 5 else ""


def _separator(start: str) -> str:
    lines = [line for line in start.splitlines()[:60] if line.strip()]
    counts = {s: sorted(_outside_quotes(line, s) for line in lines) for s in SEPARATORS}
    # The middle count, so that a title above or one name with commas does not decide.
    return max(SEPARATORS, key=lambda s: (counts[s][len(lines) // 2], counts[s][-1]))


def _outside_quotes(line: str, separator: str) -> int:
    return sum(part.count(separator) for part in line.split('"')[::2])


def _count_lines(file: BinaryIO) -> int:
    file.seek(0)
    return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(CHUNK), b"")) + 1


def _rows(
    file: BinaryIO, encoding: str, separator: str, has_separator_line: bool, name: str, limits: Limits
) -> Iterator[tuple[int, list[Any]]]:
    # The module's own limit holds for the whole process, so it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), limits.field_characters))
    text = _opened(file, encoding)
    if has_separator_line:
        text.readline()
    reader = csv.reader(text, delimiter=separator, strict=True)
    number, cells = 0, 0
    while True:
        line = reader.line_num + 1 + has_separator_line
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise _unreadable_row(error, name, line, number + 1) from error
        if row is None:
            return
        number += 1
        cells += len(row)
        if cells > limits.cells:
            fix = "Split it by year, or give a folder of CSV or Parquet files."
            raise Refused(name, f"The file has more than {limits.cells} cells", f"at most {limits.cells}", fix)
        yield number, row


def _unreadable_row(error: csv.Error, name: str, line: int, row: int) -> Refused:
    said = str(error)
    where = f"{name}, line {line} (row {row})"
    fix = 'Look at that line: a quotation mark (") opens a text. Close it, or double it where it is part of the text.'
    if "end of data" in said or "field larger" in said:
        return Refused(where, "A quotation mark opens a text that is never closed", "every quotation mark closed", fix)
    if "expected after" in said:
        return Refused(
            where, "Something follows a closing quotation mark", "a separator or the end of the line there", fix
        )
    return Refused(where, f"The line cannot be read ({said})", "values with separators between them", fix)
