"""Reports as a page, a workbook and a PDF say the same, carry every reason with its source, and are safe to open."""

import io
import re
import zipfile
from html import escape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from python_calamine import CalamineWorkbook

from alongside.exchange.check import check
from alongside.exchange.rejected import rejected_workbook
from alongside.exchange.report_html import html
from alongside.exchange.report_pdf import pdf
from alongside.exchange.report_xlsx import COLUMNS, xlsx

from .tracker import ON, member, person, read, session, workbook

EVIL = "<script>alert(1)</script>=cmd|' /C calc'!A0"


@pytest.fixture(scope="module")
def evil(tmp_path_factory):
    """A tracker whose cells want to be more than text."""
    path = tmp_path_factory.mktemp("evil") / "evil.xlsx"
    people = [person(last_name=EVIL, first_name="=1+1"), person(ma_id="@SUM(A1)", coverage="-2+3", dob="=A1")]
    path.write_bytes(workbook(people, [member(name=EVIL)], [session(topic=EVIL, what_was_covered="+x")]))
    return check(path, ON, pack="wisconsin_crs")


@pytest.fixture(scope="module")
def page(checked):
    return html(checked)


@pytest.fixture(scope="module")
def book(checked):
    return CalamineWorkbook.from_filelike(io.BytesIO(xlsx(checked)))


def rows(book, name):
    return book.get_sheet_by_name(name).to_python()


class Outline(HTMLParser):
    """Tags with their attributes, in order; complains about tags that are not closed."""

    VOID = ("meta", "br")

    def __init__(self, text):
        super().__init__()
        self.tags, self.open = [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_needs_nothing_else(page):
    tags = Outline(page).tags

    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in tags}
    assert not re.search(r"(?:src|url)\s*[=(]", page)
    assert all(a["href"].startswith("#") for tag, a in tags if tag == "a")


def test_the_page_can_be_read_without_seeing_it(page):
    tags = Outline(page).tags
    levels = [int(tag[1]) for tag, _ in tags if re.fullmatch("h[1-6]", tag)]
    ids = [a["id"] for _, a in tags if "id" in a]

    assert ("html", {"lang": "en"}) in tags
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(set(ids)) == len(ids)
    assert {a["href"][1:] for tag, a in tags if tag == "a"} <= set(ids)
    assert all("scope" in a for tag, a in tags if tag == "th")
    assert sum(tag == "caption" for tag, _ in tags) == sum(tag == "table" for tag, _ in tags)


def test_the_page_says_every_reason_with_its_source(checked, page):
    for answer in checked.owed:
        for criterion in answer.criteria:
            if criterion.holds is not True:
                assert escape(criterion.sentence) in page
                assert escape(criterion.cites[0].quote) in page
    assert "✗ not met" in page
    assert "Basket weaving" in page


def test_names_cannot_become_markup(evil):
    page = html(evil)

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    Outline(page)


def test_the_workbook_puts_who_and_when_first_and_the_kind_of_answer_last(checked, book):
    header, *owed = rows(book, "What is owed")

    assert tuple(header) == COLUMNS
    assert header[:5] == ["Person ID", "Date due", "Message", "How to fix", "Rule"]
    assert len(owed) == len(checked.owed)
    assert [row[0] for row in owed] == [answer.subject for answer in checked.owed]
    assert all(row[9] and row[10] for row in owed)


def test_every_answer_is_in_the_workbook(checked, book):
    parts = ("What is owed", "Not yet due", "Met or does not apply")

    assert sum(len(rows(book, name)) - 1 for name in parts) == len(checked.answers)


def test_every_cell_of_the_workbook_is_text(checked):
    with zipfile.ZipFile(io.BytesIO(xlsx(checked))) as archive:
        sheets = [archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/worksheets/")]

    assert sheets
    for sheet in sheets:
        assert "<f>" not in sheet
        assert not re.search(r'<c r="[A-Z]+\d+"(?: s="\d+")?><v>', sheet)
        assert 'state="frozen"' in sheet


def test_texts_cannot_become_formulas(evil):
    with zipfile.ZipFile(io.BytesIO(xlsx(evil))) as archive:
        parts = "".join(archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/worksheets/"))
        styles = archive.read("xl/styles.xml").decode()

    assert "<f>" not in parts
    assert 'quotePrefix="1"' in styles
    assert "<hyperlink" not in parts


def test_rejected_rows_stand_under_their_sheets_own_headings(checked, book):
    header, *rejected = rows(book, "CRS Participants")

    assert header[:4] == ["MA ID", "Last name", "First name", "DOB"]
    assert header[-2:] == ["What to fix", "Row it was"]
    assert [row[-1] for row in rejected] == ["191", "192", "193", "194", "195", "196"]
    assert rejected[0][3] == "13/45/1988"
    assert "D191 DOB: found “13/45/1988”" in str(rejected[0][-2]) or "D191 DOB: “13/45/1988”" in str(rejected[0][-2])
    assert rejected[5][0] == "761839216"
    assert len(rows(book, "Training Log")) == 6


def corrected(content, **cells):
    """A workbook of rejected rows after somebody corrected cells: {"Sheet!A1": value}."""
    import openpyxl

    opened = openpyxl.load_workbook(io.BytesIO(content))
    for name, value in cells.items():
        sheet, _, cell = name.rpartition("!")
        opened[sheet][cell].value = value
    file = io.BytesIO()
    opened.save(file)
    return file.getvalue()


def test_rejected_rows_come_back_and_say_the_same_until_they_are_corrected(checked):
    again = read(rejected_workbook(checked.reading.rejected_rows))

    assert len({(p.sheet, p.row) for p in again.rejected}) == 10
    assert not any("What to fix" in note or "Row it was" in note for note in again.notes)


def test_corrected_rows_are_read(checked):
    content = corrected(
        rejected_workbook(checked.reading.rejected_rows),
        **{
            "CRS Participants!D2": "12/13/1988",
            "CRS Participants!D3": "2001-05-02",
            "CRS Participants!N4": "",
            "CRS Participants!A5": "0123456789",
            "CRS Participants!A6": "9876543210",
            "CRS Participants!A7": "0761839216",
        },
    )
    reading = read(content)

    assert [p for p in reading.rejected if p.sheet == "CRS Participants"] == []
    assert len(reading.tables["participant"]) == 6


def test_corrected_rows_stand_in_for_the_rows_they_were(checked, tmp_path):
    from .conftest import SAMPLE

    (tmp_path / "rows.xlsx").write_bytes(
        corrected(
            rejected_workbook(checked.reading.rejected_rows),
            **{"CRS Participants!D2": "12/13/1988", "Training Log!C3": "Recovery models", "Training Log!D4": "2"},
        )
    )
    both = check(SAMPLE, ON, pack="wisconsin_crs", corrected=tmp_path / "rows.xlsx")

    assert both.reading.rows_read == checked.reading.rows_read
    assert len(both.reading.tables["participant"]) == 181
    assert len(both.reading.tables["training"]) == 373
    assert len(both.reading.rejected_rows) == 8
    assert {row.sheet for row in both.reading.rejected_rows} == {
        "CRS Participants (rows.xlsx)",
        "Training Log (rows.xlsx)",
    }
    names = CalamineWorkbook.from_filelike(io.BytesIO(rejected_workbook(both.reading.rejected_rows))).sheet_names
    assert names == ["CRS Participants", "Training Log"]


def test_a_row_rejected_twice_does_not_grow(checked):
    again = read(rejected_workbook(checked.reading.rejected_rows))
    book = CalamineWorkbook.from_filelike(io.BytesIO(rejected_workbook(again.rejected_rows)))

    assert rows(book, "CRS Participants")[0].count("What to fix") == 1


def test_rejected_rows_of_a_text_file_come_back_as_a_workbook():
    from .tracker import PARTICIPANTS, csv

    first = read(csv(PARTICIPANTS, [person(dob="soon")]).encode(), "people.csv")
    content = corrected(rejected_workbook(first.rejected_rows), **{"CRS Participants!D2": "3/16/1980"})

    assert len(read(content).tables["participant"]) == 1


def test_the_pdf_is_tagged_for_screen_readers(checked):
    content = pdf(checked)

    assert content.startswith(b"%PDF-")
    assert b"StructTreeRoot" in content
    assert b"pdfuaid:part>1" in content


def test_the_pdf_takes_any_name(evil):
    assert pdf(evil).startswith(b"%PDF-")
