"""Excel workbooks (.xlsx, .xlsm). Looked over part by part, then read by calamine."""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from .archive import as_damage, inflated, open_archive
from .book import Book, Sheet
from .limits import Limits
from .problems import Refused
from .workbook_parts import Parts, parts
from .xlsx_sheet import sheet_of
from .xml_events import walk


def workbook(file: BinaryIO, name: str, limits: Limits) -> Book:
    """Open a workbook. Raises `Refused` where it is another kind of file, damaged, or too big."""
    archive = open_archive(file, name, limits)
    found = parts(archive, name, limits)
    if not found.sheets:
        fix = "Open it and look for the sheet with the people."
        raise Refused(name, "The workbook has no sheet with cells", "a workbook with sheets", fix)
    lengths = _shared_texts(archive, found, name, limits)
    reader = _calamine(file, name)
    notes = ["The workbook holds macros. They were not run."] if found.has_macros else []
    notes += _hidden(reader)

    def load(sheet: str) -> Sheet:
        return sheet_of(archive, reader, found, sheet, name, limits, lengths)

    return Book(name, [s for s in reader.sheet_names if s in found.sheets], load, notes)


def _calamine(file: BinaryIO, name: str) -> CalamineWorkbook:
    file.seek(0)
    try:
        return CalamineWorkbook.from_filelike(file)
    except BaseException as error:
        raise as_damage(error, name, "its table of contents") from error


def _hidden(reader: CalamineWorkbook) -> list[str]:
    hidden = [s.name for s in reader.sheets_metadata if s.visible != SheetVisibleEnum.Visible]
    return [f"The sheet “{sheet}” is hidden in the workbook. It is read like the others." for sheet in hidden]


def _shared_texts(archive: zipfile.ZipFile, found: Parts, name: str, limits: Limits) -> list[int] | None:
    """Lengths of the workbook's shared texts, or None when no sheet could make too much of them by repeating them."""
    if found.shared_strings is None:
        return None
    lengths: list[int] = []

    def start(tag: str, _: list[str]) -> None:
        if tag.endswith("si"):
            lengths.append(0)

    def characters(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    walk(inflated(archive, found.shared_strings, name, limits), start, characters, "the list of shared texts", name)
    most = max(lengths, default=0)
    return lengths if most * limits.cells > limits.text_bytes else None
