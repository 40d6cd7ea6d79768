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
    if not is_small_enough(file, limits):
        found, most = f"The file is {megabytes(file.tell())}", f"at most {megabytes(limits.file_bytes)}"
        raise Refused(name, found, most, "Split it by year or by sheet, or give a folder of CSV or Parquet files.")
    return workbook(file, name, limits) if kind_of(file, name) == "xlsx" else text_book(file, name, limits)


def is_small_enough(file: BinaryIO, limits: Limits) -> bool:
    """Whether a file is no larger than is read at all. Leaves the file at its end."""
    file.seek(0, 2)
    return file.tell() <= limits.file_bytes
