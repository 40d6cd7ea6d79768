"""Excel workbooks (.xlsx, .xlsm). Looked over part by part, then read by calamine."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from .archive import damaged, inflated, open_archive
from .book import Book, Sheet
from .limits import Limits
from .problems import Refused, Unreadable
from .sheet_scan import Scan, scan
from .workbook_parts import Parts, parts
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
        return _sheet(archive, reader, found, sheet, name, limits, lengths)

    return Book(name, [s for s in reader.sheet_names if s in found.sheets], load, notes)


def _calamine(file: BinaryIO, name: str) -> CalamineWorkbook:
    file.seek(0)
    try:
        return CalamineWorkbook.from_filelike(file)
    except BaseException as error:
        raise _as_damage(error, name, "its table of contents") from error


def _as_damage(error: BaseException, name: str, what: str) -> BaseException:
    # A panic in the Rust reader arrives as a BaseException of its own; only what stops the program may pass.
    if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError | Refused):
        return error
    return damaged(name, f"{what} cannot be read")


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


def _sheet(
    archive: zipfile.ZipFile, reader: CalamineWorkbook, found: Parts, sheet: str, name: str, limits: Limits,
    lengths: list[int] | None,
) -> Sheet:  # fmt: skip
    looked = scan(inflated(archive, found.sheets[sheet], name, limits), f"The sheet “{sheet}”", name, limits, lengths)
    if looked.columns > limits.columns:
        found_, most = f"The sheet “{sheet}” has {looked.columns} columns", f"at most {limits.columns}"
        raise Refused(name, found_, most, "Delete the columns that stand far to the right.")
    try:
        cells = reader.get_sheet_by_name(sheet)
    except BaseException as error:
        raise _as_damage(error, name, f"the sheet “{sheet}”") from error
    # Rows come from the first of the sheet on, but their cells only from the first column that holds anything.
    before: list[Any] = [""] * (cells.start[1] if cells.start else 0)

    trouble = _trouble(looked)

    def rows() -> Iterator[tuple[int, list[Any]]]:
        number = 0
        for number, row in enumerate(cells.iter_rows(), 1):
            yield number, before + row
        # Rows that hold nothing else stand past the last one the library hands over.
        for late in sorted({row for row, _ in trouble if row > number}):
            yield late, []

    return Sheet(
        name=sheet, rows=rows, height=looked.rows, trouble=trouble, merged=looked.merged, is_1904=found.is_1904,
        notes=_formula_note(sheet, looked),
    )  # fmt: skip


def _trouble(looked: Scan) -> dict[tuple[int, int], Unreadable]:
    value = "a value"
    trouble = {
        place: Unreadable(value, "Correct the formula, or type the value itself.", f"the spreadsheet error {shows}")
        for place, shows in looked.errors.items()
    }
    fix = "Open the file in Excel, which calculates it, save, and try again; or type the value itself."
    for place in looked.uncalculated:
        trouble.setdefault(place, Unreadable(value, fix, "a formula that was never calculated"))
    return trouble


def _formula_note(sheet: str, looked: Scan) -> list[str]:
    if not looked.formulas:
        return []
    read = "What they showed when the file was last saved is what was read."
    return [f"The sheet “{sheet}” holds {looked.formulas} formulas. {read}"]
