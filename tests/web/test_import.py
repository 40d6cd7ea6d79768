"""Importing in the pages: looked over first, asked, taken whole, and the same answers as on the command line."""

import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

DATA = Path(__file__).resolve().parents[1] / "data"
TRACKER = DATA / "county-tracker.xlsx"
EXPECTED = json.loads((DATA / "county-tracker.expected.json").read_text())
ON = date.fromisoformat(EXPECTED["on"]) if "on" in EXPECTED else date(2026, 11, 20)


@pytest.fixture
def coordinator(client, as_user, coordinator_a, monkeypatch):
    for view in ("imports", "today", "participants", "staff", "why"):
        monkeypatch.setattr(f"alongside.web.views.{view}.today", lambda: ON)
    return as_user(client, coordinator_a)


def given(content=None, name="county-tracker.xlsx", **fields):
    file = io.BytesIO(TRACKER.read_bytes() if content is None else content)
    file.name = name
    return {"file": file, **fields}


def records(acting_for, program):
    from alongside.records.models import Participant, StaffMember, Training

    with acting_for(program):
        return [model.objects.count() for model in (Participant, StaffMember, Training)]


def test_looking_changes_nothing_and_shows_problems_beside_their_cells(coordinator, acting_for, program_a):
    page = coordinator.post("/import/", given()).content.decode()

    assert "13/45/1988" in page
    assert "Cell D191" in page
    assert "Basket weaving" in page
    assert records(acting_for, program_a) == [0, 0, 0]


def test_what_was_looked_over_is_taken_and_answers_as_on_the_command_line(coordinator, acting_for, program_a):
    looked = coordinator.post("/import/", given())
    taken = coordinator.post("/import/take/", given(digest=looked.context["overview"].digest))

    assert taken.context["is_done"]
    said = answers_of_the_command_line()
    assert [row for row in answers_of(acting_for, program_a) if row[0] in {rule for rule, *_ in said}] == said
    again = coordinator.post("/import/", given())
    assert again.context["overview"].is_nothing


def answers_of(acting_for, program):
    from alongside.reviews.answers import fresh
    from alongside.reviews.models import Answer

    with acting_for(program):
        fresh(ON)
        rows = Answer.objects.filter(about__in=("participant", "staff")).values_list(
            "rule", "subject", "answer", "due_on"
        )
        return sorted(rows, key=str)


def answers_of_the_command_line():
    from alongside.exchange.check import check

    answers = check(TRACKER, ON, pack="wisconsin_crs").answers
    return sorted(
        ((a.rule, a.subject, a.answer, a.due) for a in answers if a.about in ("participant", "staff")), key=str
    )


def test_nothing_is_taken_that_was_not_looked_over(coordinator, acting_for, program_a):
    page = coordinator.post("/import/take/", given(digest="of something else"))

    assert "Records changed since" in page.content.decode()
    assert records(acting_for, program_a) == [0, 0, 0]


def test_a_word_explained_is_taken(coordinator):
    name = "word:topic:Basket weaving"
    before = coordinator.post("/import/", given()).context["overview"]
    after = coordinator.post("/import/", given(**{name: "recovery"})).context

    assert after["overview"].rejected_count == before.rejected_count - 1
    assert [(one.name, one.answer) for one in after["questions"]] == [(name, "recovery")]


def test_a_column_explained_is_read(coordinator):
    content = with_heading("Staff", "Works for", "Outfit")
    before = coordinator.post("/import/", given(content)).context
    after = coordinator.post("/import/", given(content, **{"heading:staff:Outfit": "provider"})).context

    assert "heading:staff:Outfit" in [one.name for one in before["questions"]]
    assert "provider" not in [table for table, *_ in before["overview"].counts]
    assert "provider" in [table for table, *_ in after["overview"].counts]


def test_how_it_was_read_is_saved_and_given_back(coordinator):
    saved = coordinator.post("/import/mapping/", given(**{"word:topic:Basket weaving": "recovery"}))
    mapping = io.BytesIO(saved.content)
    mapping.name = "mapping.toml"

    assert b"Basket weaving" in saved.content
    assert coordinator.post("/import/", given(mapping=mapping)).context["questions"] == []


def test_rejected_rows_come_back_as_a_workbook(coordinator):
    looked = coordinator.post("/import/", given()).context["overview"]
    book = openpyxl.load_workbook(io.BytesIO(coordinator.post("/import/rejected-rows/", given()).content))

    assert sum(sheet.max_row - 1 for sheet in book) == looked.rejected_count


BAD = {
    "empty.xlsx": b"",
    "damaged.xlsx": TRACKER.read_bytes()[:4000],
    "picture.xlsx": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "nothing.csv": b"a,b,c\n1,2,3\n",
    "latin.csv": "MA ID;Last name;DOB;Enrolled\n1234567890;M\xfcller;1/2/1980;1/2/2024\n".encode("latin-1"),
    "nul.csv": b"\0\0\0\0,\0",
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("address", ["/import/", "/import/take/", "/import/rejected-rows/"])
def test_a_bad_file_is_answered_with_a_sentence(name, address, coordinator):
    page = coordinator.post(address, given(BAD[name], name))

    assert page.status_code == 200
    if page["Content-Type"].startswith("text/html"):
        said = page.content.decode()
        assert "could not be read" in said or "The file is empty" in said or "Take it" in said or "What changes" in said


def test_a_file_too_large_for_a_shared_server_is_refused_with_its_size(coordinator):
    page = coordinator.post("/import/", given(b"MA ID,DOB,Enrolled\n" * 1_700_000, "large.csv")).content.decode()

    assert "could not be read" in page
    assert "MB" in page


def test_a_file_is_needed(coordinator):
    assert "Choose the file to import." in coordinator.post("/import/", {}).content.decode()


def test_a_mapping_that_is_none_is_said(coordinator):
    mapping = io.BytesIO(b"\xff\xfe not toml")
    mapping.name = "mapping.toml"

    assert "UTF-8" in coordinator.post("/import/", given(mapping=mapping)).content.decode()


def with_heading(sheet, old, new):
    book = openpyxl.load_workbook(TRACKER)
    cell = next(cell for row in book[sheet].iter_rows() for cell in row if cell.value == old)
    cell.value = new
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
