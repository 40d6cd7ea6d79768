# ruff: noqa: DTZ001  (spreadsheets know no zones)
"""What Excel can do to a cell: formulas, errors, merged cells, date systems, hidden sheets."""

import datetime
import io

import xlsxwriter

from .tracker import (
    PARTICIPANTS,
    STAFF,
    TRAINING,
    member,
    person,
    problems,
    read,
    rows_of,
    session,
    with_part,
    workbook,
)


def with_formulas(**formulas):
    """A workbook of one person, with formulas and what they showed when it was saved: {cell: (formula, value)}."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    for name, headings, row in (
        ("CRS Participants", PARTICIPANTS, person()), ("Staff", STAFF, member()), ("Training Log", TRAINING, session()),
    ):  # fmt: skip
        sheet = book.add_worksheet(name)
        for number, cells in enumerate(rows_of(headings, [row])):
            sheet.write_row(number, 0, cells)
        if name == "CRS Participants":
            for cell, (formula, value) in formulas.items():
                sheet.write_formula(cell, formula, None, value)
    book.close()
    return file.getvalue()


def test_what_a_formula_showed_when_it_was_saved_is_read_and_said():
    reading = read(with_formulas(F2=('="M"&"A"', "MA"), K2=("=4+4", 8)))

    assert reading.rejected == []
    assert reading.tables["residence"][0]["beds"] == 8
    assert any("holds 2 formulas" in note for note in reading.notes)


def test_an_error_is_named_by_its_cell():
    reading = read(with_formulas(D2=("=A99999999", "#REF!"), F2=("=1/0", "#DIV/0!")))

    assert problems(reading) == [("D2", "the spreadsheet error #REF!"), ("F2", "the spreadsheet error #DIV/0!")]


def test_a_formula_nobody_calculated_is_not_taken_for_a_blank():
    def formula(book):
        book["CRS Participants"]["F2"] = '="MA"'
        book["CRS Participants"]["A9"] = "=1+1"

    reading = read(workbook([person()], change=formula))

    assert [cell for cell, _ in problems(reading)] == ["F2", "A9"]
    assert problems(reading)[0][1] == "a formula that was never calculated"


def test_a_formula_that_gives_nothing_is_a_blank():
    content = with_formulas(F2=('=""', "nothing"))
    emptied = with_part(content, "xl/worksheets/sheet1.xml", lambda told: told.replace(b"<v>nothing</v>", b"<v></v>"))

    assert read(emptied).rejected == []


def test_merged_cells_in_a_row_reject_the_rows_they_touch():
    rows = [person(ma_id="1111111111"), person(ma_id="2222222222"), person(ma_id="3333333333")]
    reading = read(workbook(rows, change=lambda book: book["CRS Participants"].merge_cells("F2:F3")))

    assert problems(reading) == [("F2", "merged cells F2:F3"), ("F3", "merged cells F2:F3")]
    assert len(reading.tables["participant"]) == 1


def test_merged_titles_and_remarks_do_no_harm():
    def change(book):
        sheet = book["CRS Participants"]
        sheet.insert_rows(1)
        sheet["A1"] = "Juniper County"
        sheet.merge_cells("A1:P1")
        sheet.merge_cells("P3:P4")

    reading = read(workbook([person(), person(ma_id="2222222222")], change=change))

    assert reading.rejected == []


def test_dates_numbers_and_texts_of_excel():
    day = datetime.date(1980, 3, 16)
    for dob in (day, datetime.datetime(1980, 3, 16, 9), 29296, "1980-03-16", "Mar 16, 1980"):
        assert read(workbook([person(dob=dob)])).tables["participant"][0]["born_on"] == day


def test_the_date_system_of_old_macs():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"date_1904": True})
    sheet = book.add_worksheet("CRS Participants")
    days = book.add_format({"num_format": "m/d/yyyy"})
    for number, cells in enumerate(rows_of(PARTICIPANTS, [person(enrolled=None)])):
        sheet.write_row(number, 0, cells)
    sheet.write_datetime("D2", datetime.datetime(1980, 3, 16), days)
    sheet.write_number("E2", 45780 - 1462)
    book.close()
    reading = read(file.getvalue())

    assert reading.tables["participant"][0]["born_on"] == datetime.date(1980, 3, 16)
    assert reading.tables["enrollment"][0]["enrolled_on"] == datetime.date(2025, 5, 3)


def test_a_time_is_a_number_of_hours():
    reading = read(workbook([], [member()], [session(hours=datetime.time(1, 30))]))

    assert str(reading.tables["training"][0]["hours"]) == "1.50"


def test_hidden_sheets_are_read_and_said():
    def hide(book):
        book["Staff"].sheet_state = "veryHidden"

    reading = read(workbook([person()], [member()], change=hide))

    assert len(reading.tables["staff"]) == 1
    assert "The sheet “Staff” is hidden in the workbook. It is read like the others." in reading.notes


def test_a_table_that_does_not_begin_in_the_corner():
    def move(book):
        book["CRS Participants"].insert_cols(1, 3)
        book["CRS Participants"].insert_rows(1, 4)

    reading = read(workbook([person(dob="soon")], change=move))

    assert [cell for cell, _ in problems(reading)] == ["G6"]


def test_names_with_accents_and_line_breaks():
    reading = read(workbook([person(last_name="Čhaŋtéwaŋ\nO’Brien", first_name="Ma’iingan")]))

    assert reading.people["participant", "0123456789"] == "Ma’iingan Čhaŋtéwaŋ\nO’Brien"
