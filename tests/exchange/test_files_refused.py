"""Files that cannot be read are refused with a sentence: what it is, what was expected, what to do."""

import io
import zipfile

import pytest
import xlsxwriter

from alongside.exchange.limits import Limits
from alongside.exchange.problems import Refused

from .tracker import PARTICIPANTS, csv, member, person, read, session, with_part, workbook

FIRST = "xl/worksheets/sheet1.xml"
GOOD = workbook([person()], [member()], [session()])


def refusal(content, name="tracker.xlsx", **more):
    with pytest.raises(Refused) as refused:
        read(content, name, **more)
    assert refused.value.found
    assert refused.value.expected
    assert refused.value.fix
    return str(refused.value)


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


NOT_TRACKERS = {
    "empty": (b"", "empty (0 bytes)"),
    "blanks": (b"  \r\n \r\n", "nothing but blanks"),
    "only a byte order mark": (b"\xef\xbb\xbf", "nothing but blanks"),
    "PDF": (b"%PDF-1.7 ...", "This is a PDF"),
    "gzip": (b"\x1f\x8b\x08\x00abc", "gzip"),
    "web page": (b"<html><body><table><tr><td>MA ID</td></tr></table></body></html>", "web page"),
    "XML": (b"<?xml version='1.0'?><Workbook/>", "XML"),
    "old Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "older Excel workbook (.xls)"),
    "password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "protected with a password",
    ),
    "picture": (b"\x89PNG\r\n\x1a\n", "a picture"),
    "zero bytes": (b"MA ID,DOB\n\0\0\0\x01\x02abc", "zero bytes"),
    "cut short": (GOOD[:-400], "damaged"),
    "cut in half": (GOOD[: len(GOOD) // 2], "damaged"),
    "only the sign of a zip": (b"PK\x03\x04", "damaged"),
    "another archive": (archive(**{"readme.txt": "hello"}), "not a workbook"),
    "OpenDocument": (archive(mimetype="application/vnd.oasis", **{"content.xml": "<x/>"}), ".ods"),
    "binary workbook": (archive(**{"[Content_Types].xml": "<x/>", "xl/workbook.bin": "x"}), ".xlsb"),
    "Word": (archive(**{"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), "Word document"),
    "no list of types": (archive(**{"xl/workbook.xml": "<x/>"}), "some of its parts are missing"),
}


@pytest.mark.parametrize("kind", NOT_TRACKERS)
def test_what_is_no_tracker_is_named(kind):
    content, said = NOT_TRACKERS[kind]

    assert said in refusal(content)


@pytest.mark.parametrize("name", ["tracker.xlsx", "tracker.csv", "tracker"])
def test_the_name_of_a_file_promises_nothing(name):
    assert read(GOOD, name).rows_read == 3


def test_every_length_of_a_cut_workbook_is_refused_or_read():
    for length in range(0, len(GOOD), 97):
        try:
            read(GOOD[:length])
        except Refused:
            continue


def test_a_workbook_with_flipped_bytes_is_refused_or_read():
    for at in range(0, len(GOOD), 61):
        broken = bytearray(GOOD)
        broken[at] ^= 0xFF
        try:
            read(bytes(broken))
        except Refused:
            continue


def test_only_a_header():
    assert "a header and no row below it" in refusal(workbook())
    assert "a header and no row below it" in refusal(csv(PARTICIPANTS, []).encode(), "people.csv")


def test_no_header():
    content = workbook(change=lambda book: book["CRS Participants"].delete_rows(1))

    assert "No header was found" in refusal(content)


def test_a_bomb_is_refused_by_the_size_it_declares():
    bomb = archive(**{"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>", FIRST: " " * 30_000_000})

    assert len(bomb) < 100_000
    assert "over 20 MB" in refusal(bomb, limits=Limits(inflated_bytes=20_000_000))


def test_a_bomb_that_lies_about_its_size_is_refused_while_it_inflates():
    real = b"<worksheet><sheetData>" + b" " * 3_000_000
    content = with_part(GOOD, FIRST, lambda _: real)
    lying = content.replace(len(real).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != content

    assert "damaged" in refusal(lying)


def test_two_parts_of_one_name():
    out = io.BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as made, pytest.warns(UserWarning, match="Duplicate name"):
        made.writestr(FIRST, "<worksheet/>")

    assert "same name" in refusal(out.getvalue())


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize("part", ["xl/workbook.xml", FIRST])
def test_entities_are_refused(part):
    content = with_part(GOOD, part, lambda told: ENTITY + told.split(b"?>")[-1])

    assert "damaged" in refusal(content)


def test_a_cell_far_away_does_not_take_the_memory_of_the_rectangle():
    def far(book):
        book["CRS Participants"]["XFD1048576"] = "stray"

    assert "reaches to the cell XFD1048576" in refusal(workbook([person()], change=far))


def test_a_declared_dimension_is_not_believed():
    content = with_part(GOOD, FIRST, lambda told: told.replace(b'ref="A1:P2"', b'ref="A1:XFD1048576"'))

    assert read(content).rows_read == 3


@pytest.mark.parametrize(
    "reference", [b'r="AAAAAAA2"', b'r="B2"', b'r="a2"', b'r="\xc3\x862"'], ids=["far", "twice", "small", "foreign"]
)
def test_cell_references_that_no_sheet_has(reference):
    content = with_part(GOOD, FIRST, lambda told: told.replace(b'r="C2"', reference))

    assert "damaged" in refusal(content)


@pytest.mark.parametrize("row", [b"1", b"0", b"2147483648", b"x"])
def test_row_numbers_that_no_sheet_has(row):
    content = with_part(GOOD, FIRST, lambda told: told.replace(b'<row r="2"', b'<row r="' + row + b'"'))

    assert "damaged" in refusal(content)


def test_long_texts_repeated_over_and_over():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("CRS Participants")
    sheet.write_row(0, 0, PARTICIPANTS)
    for row in range(1, 2000):
        sheet.write_string(row, 15, "x" * 30_000)
    book.close()

    assert "repeats long texts" in refusal(file.getvalue(), limits=Limits(text_bytes=10_000_000))


def test_thousands_of_merged_places():
    def merge(book):
        for row in range(2, 60):
            book["CRS Participants"].merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)

    assert "thousands of merged cells" in refusal(workbook([person()], change=merge), limits=Limits(merged_ranges=50))


def test_too_many_sheets_and_columns():
    many = {f"more {n}": [["x"]] for n in range(30)}

    assert "33 sheets" in refusal(workbook([person()], **many), limits=Limits(sheets=30))
    assert "16 columns" in refusal(GOOD, limits=Limits(columns=10))


def test_a_file_over_the_limit():
    assert "at most 0.0 MB" in refusal(GOOD, limits=Limits(file_bytes=1000))


def test_a_workbook_without_any_known_sheet_offers_what_is_near_and_takes_nothing():
    content = workbook([person()], change=lambda book: [book.remove(s) for s in book.worksheets[1:]])
    renamed = with_part(content, "xl/workbook.xml", lambda told: told.replace(b"CRS Participants", b"Partcipants"))

    said = refusal(renamed)

    assert "the workbook has “Partcipants”" in said
    assert "has the headings of “CRS Participants”" in said


def test_a_cell_that_claims_a_far_row_is_refused_before_room_is_made_for_it():
    """Seen with a harmed workbook: the library set aside 687 GB for the rectangle, and ended the process."""
    harmed = with_part(GOOD, FIRST, lambda xml: xml.replace(b'r="B2"', b'r="B1048576"'))

    assert "has the cell B1048576 in row 2" in refusal(harmed)
