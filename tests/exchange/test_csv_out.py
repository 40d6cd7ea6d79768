"""What goes out to a spreadsheet: nothing in it is a formula, and numbers stay numbers."""

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest

from alongside.exchange.csv_out import csv_of, inert
from alongside.exchange.workbook_out import Workbook

SRC = Path(__file__).resolve().parents[2] / "src/alongside"
FORMULAS = (
    "=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", '=HYPERLINK("http://evil.example")',
    "=cmd|'/c calc'!A1", "＝1+1", "＋1", "－cmd", "＠SUM(1)", "-", "+1;=1",
)  # fmt: skip


@pytest.mark.parametrize("words", FORMULAS)
def test_what_a_spreadsheet_would_compute_begins_with_an_apostrophe(words):
    assert inert(words) == f"'{words}"
    assert next(csv.reader(io.StringIO(csv_of([words], []), newline="")))[0] == f"'{words}"


@pytest.mark.parametrize(
    "words", ["-5", "+5", "-5.25", "1,000.00", "+1 608 555-0100", "Ana", "O'Brien", "", "2026-11-20"]
)
def test_numbers_telephone_numbers_and_names_stay_as_they_are(words):
    assert inert(words) == words


@pytest.mark.parametrize("words", [word for word in FORMULAS if word.isprintable()])
def test_no_cell_of_a_workbook_is_a_formula(words):
    made = Workbook()
    made.sheet("Rows", [words], [[words]])

    sheet = openpyxl.load_workbook(io.BytesIO(made.content())).active

    assert [[(cell.data_type, cell.value) for cell in row] for row in sheet] == [[("s", words)]] * 2


def test_every_file_for_a_spreadsheet_is_written_by_these_two():
    writers = re.compile(r"csv\.(?:writer|DictWriter)\(|xlsxwriter\.Workbook\(|to_csv\(|openpyxl")
    found = {str(path.relative_to(SRC)) for path in SRC.rglob("*.py") if writers.search(path.read_text())}

    assert found == {"exchange/csv_out.py", "exchange/workbook_out.py"}
