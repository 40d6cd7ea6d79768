"""One sheet of an Excel workbook, looked over and then read by calamine."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineWorkbook

from .archive import as_damage, inflated
from .book import Sheet
from .limits import Limits
from .problems import Refused, Unreadable
from .sheet_scan import Scan, scan
from .workbook_parts import Parts


def sheet_of(
    archive: zipfile.ZipFile, reader: CalamineWorkbook, found: Parts, sheet: str, name: str, limits: Limits,
    lengths: list[int] | None,
) -> Sheet:  # fmt: skip
    """The sheet with its rows and what is wrong in them. Raises `Refused` where it is too wide or damaged."""
    looked = scan(inflated(archive, found.sheets[sheet], name, limits), f"The sheet “{sheet}”", name, limits, lengths)
    if looked.columns > limits.columns:
        found_, most = f"The sheet “{sheet}” has {looked.columns} columns", f"at most {limits.columns}"
        raise Refused(name, found_, most, "Delete the columns that stand far to the right.")
    try:
        cells = reader.get_sheet_by_name(sheet)
    except BaseException as error:
        raise as_damage(error, name, f"the sheet “{sheet}”") from error
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
