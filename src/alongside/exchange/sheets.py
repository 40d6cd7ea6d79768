"""Any file an office hands over, as sheets of rows. What cannot be read is refused with a sentence."""

from __future__ import annotations

from typing import BinaryIO

from .book import Book
from .delimited import text_book
from .kinds import kind_of
from .limits import ONE_MACHINE, Limits, megabytes
from .problems import Refused
from .xlsx import workbook


def open_book(file: BinaryIO, name: str, limits: Limits = ONE_MACHINE) -> Book:
    """Open a spreadsheet or text file. `name` is what messages call it. Raises `Refused`."""
    file.seek(0, 2)
    if (size := file.tell()) > limits.file_bytes:
        found, most = f"The file is {megabytes(size)}", f"at most {megabytes(limits.file_bytes)}"
        raise Refused(name, found, most, "Split it by year or by sheet, or give a folder of CSV or Parquet files.")
    return workbook(file, name, limits) if kind_of(file, name) == "xlsx" else text_book(file, name, limits)
