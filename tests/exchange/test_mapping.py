"""A mapping names what is known. What it does not know is said, offered, and never taken."""

import pytest

from alongside.exchange.mapping_file import load, parse, shipped
from alongside.exchange.mapping_out import as_toml
from alongside.exchange.problems import Refused

from .tracker import PARTICIPANTS, STAFF, member, person, problems, read, rows_of, session, workbook


def sheet_of(headings, *rows):
    """A tracker whose participants' sheet has these headings over the usual cells."""

    def change(book):
        sheet = book["CRS Participants"]
        for column, heading in enumerate(headings, 1):
            sheet.cell(1, column).value = heading

    return workbook(rows or [person()], change=change)


def renamed(**names):
    return [names.get(h.replace(" ", "_"), h) for h in PARTICIPANTS]


@pytest.mark.parametrize("heading", ["ma id", " MA  ID ", "MA-ID", "Medicaid ID", "MA ID:", "ma_id", "Member\nID"])
def test_headings_are_compared_without_case_blanks_and_punctuation(heading):
    assert read(sheet_of(renamed(MA_ID=heading))).rejected == []


def test_columns_may_stand_in_any_order():
    def turn(book):
        sheet = book["CRS Participants"]
        for row in sheet.iter_rows():
            values = [cell.value for cell in row]
            for cell, value in zip(row, reversed(values), strict=True):
                cell.value = value

    reading = read(workbook([person(dob="soon")], change=turn))

    assert problems(reading)[0][0] == "M2"


def test_an_unknown_heading_is_said():
    reading = read(sheet_of(renamed(Coverage="Insurance")))

    assert any("“Insurance” (column F of “CRS Participants”) is not in the mapping" in note for note in reading.notes)
    assert any("has no column for Coverage" in note for note in reading.notes)
    assert "CRS Participants: heading “Insurance”" in reading.unknown
    assert "coverage" not in reading.tables


def test_a_missing_heading_that_is_needed_is_an_error_with_what_is_near():
    with pytest.raises(Refused) as refused:
        read(sheet_of(renamed(Enrolled="Enroled")))

    said = str(refused.value)
    assert "CRS Participants, row 1" in said
    assert "no column for “Enrolled” (the sheet has “Enroled”; is that it?)" in said


def test_two_headings_that_mean_the_same():
    with pytest.raises(Refused, match=r"Two headings mean the same, DOB: D1 \(“DOB”\) and P1 \(“Birth date”\)"):
        read(sheet_of(renamed(comments="Birth date")))


def test_merged_headings():
    with pytest.raises(Refused, match=r"The header has merged cells \(N1:O1\)"):
        read(workbook([person()], change=lambda book: book["CRS Participants"].merge_cells("N1:O1")))


def test_an_unknown_sheet_is_passed_over_and_said():
    more = {"scratch": [["call Kao"]], "Staff 2025": rows_of(STAFF, [member(staff="S9")])}
    reading = read(workbook([person()], [member()], **more))

    assert [s["staff_number"] for s in reading.tables["staff"]] == ["S001"]
    assert "The sheet “scratch” is not in the mapping. It was passed over." in reading.notes
    assert any("“Staff 2025” has the headings of “Staff”" in note for note in reading.notes)


def test_sheets_of_one_kind_are_read_together():
    text = as_toml(shipped()).replace('names = ["Staff",', 'names = ["Staff", "Old staff",')
    more = {"Old staff": rows_of(STAFF, [member(staff="S9"), member()])}
    reading = read(workbook([person()], [member()], **more), mapping=parse(text, "edited.toml"))

    assert [s["staff_number"] for s in reading.tables["staff"]] == ["S001", "S9"]
    assert [(p.sheet, p.row) for p in reading.rejected] == [("Old staff", 3)]


def test_an_unknown_word_is_asked_about_and_can_be_taught():
    content = workbook([person(coverage="EBD Medicaid")], [member()], [session(topic="Basket weaving")])
    reading = read(content)
    assert len(reading.rejected) == 2
    assert reading.unknown == ["CRS Participants, Coverage: “EBD Medicaid”", "Training Log, Topic: “Basket weaving”"]

    text = as_toml(shipped(), reading.unknown)
    assert "# Not known when this was written." in text
    assert "#   Training Log, Topic: “Basket weaving”" in text
    taught = text.replace('medicaid = ["Medicaid"', 'medicaid = ["EBD Medicaid", "Medicaid"')
    taught = taught.replace('recovery = ["', 'recovery = ["basket WEAVING", "')

    assert read(content, mapping=parse(taught, "taught.toml")).rejected == []


def test_a_mapping_written_reads_back_the_same():
    assert parse(as_toml(shipped(), ['odd "quotes" \\ and\nlines \x07']), "again.toml") == shipped()


WRONG = {
    "no TOML": ("name = ", "does not read as TOML"),
    "no sheets": ('name = "x"', "at least one"),
    "an unknown kind": ('[[sheet]]\nkind = "clients"', "participants, staff or training"),
    "an unknown field": ('[[sheet]]\nkind = "staff"\n[sheet.headings]\nshoe = ["Shoe"]', "'shoe'"),
    "no list": ('[[sheet]]\nkind = "staff"\n[sheet.headings]\nname = "Name"', "a list of texts"),
    "an unknown word": ('[[sheet]]\nkind = "staff"\n[words.plan]\ngold = ["Gold"]', "'gold'"),
    "unknown words": ('[[sheet]]\nkind = "staff"\n[words.shoes]\nred = ["Red"]', "'shoes'"),
    "two meanings": ('[[sheet]]\nkind = "staff"\n[words.yes_no]\nyes = ["ok"]\nno = ["OK"]', "one meaning for each"),
    "an unknown order": ('date_order = "year first"\n[[sheet]]\nkind = "staff"', '"month first" or "day first"'),
    "a depth": ('header_within = "all"\n[[sheet]]\nkind = "staff"', "a whole number from 1 to 1000"),
    "sheets that are none": ("sheet = [1]", "a table"),
    "words that are none": ('words = 1\n[[sheet]]\nkind = "staff"', "a table"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_mapping_with_a_fault_is_refused_with_its_place(fault):
    text, said = WRONG[fault]

    with pytest.raises(Refused) as refused:
        parse(text, "edited.toml")

    assert said in str(refused.value)
    assert "edited.toml" in str(refused.value)


def test_a_mapping_that_is_not_there(tmp_path):
    with pytest.raises(Refused, match="cannot be opened"):
        load(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes("name = 'é'".encode("latin-1"))
    with pytest.raises(Refused, match="UTF-8"):
        load(tmp_path / "latin.toml")


def test_the_shipped_mapping_spells_every_word():
    mapping = shipped()

    assert all(all(said for said in mapping.words[what].values()) for what in mapping.words)
