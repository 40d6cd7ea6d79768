"""Documents on paper: accessible, the same bytes each time, and whatever letters somebody's name has."""

import datetime
from importlib.resources import files

import pytest

from alongside.exchange.forms.typeset import on_paper

TEMPLATE = (files("alongside.records.snapshots") / "form.typ").read_text(encoding="utf-8")
SIGNED = {
    "name": "Uma Hazel", "capacity": "Participant", "signed": "15 April 2026, 9:30 a.m.",
    "statement": "I have read it.", "method": "Drawn on the screen", "hash": "0f3a",
    "drawing": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 2"><path d="M1 1L5 1" stroke="black"/></svg>',
}  # fmt: skip


def content(**changed):
    return {
        "title": "Individual service plan", "form": "F-00202", "program": "Juniper County",
        "participant": {"name": "Uma Hazel", "medicaid_id": "0123456789", "born_on": "1980-09-08"},
        "sections": [
            {"heading": "The meeting", "rows": [["Met on", "2 November 2026"]]},
            {"heading": "Goals", "rows": [], "text": "To cook."},
            {"heading": "Services", "rows": [], "table": {"headings": ["Service"], "rows": [["Peer support"]]}},
            {"heading": "Nothing", "rows": [], "table": {"headings": ["Service"], "rows": []}},
        ],
        **changed,
    }  # fmt: skip


def test_it_is_tagged_pdf_that_says_it_is_accessible():
    made = on_paper(content(), TEMPLATE, signatures=[SIGNED])

    assert made.startswith(b"%PDF-")
    assert b"pdfuaid:part" in made
    assert b"/StructTreeRoot" in made
    assert b"/Lang" in made


def test_the_same_document_is_the_same_bytes():
    at = datetime.datetime(2026, 4, 15, 14, 30, tzinfo=datetime.UTC)

    assert on_paper(content(), TEMPLATE, at=at) == on_paper(content(), TEMPLATE, at=at)


def test_what_nobody_signed_is_another_paper():
    assert on_paper(content(), TEMPLATE, is_draft=True) != on_paper(content(), TEMPLATE)


@pytest.mark.parametrize(
    "text",
    [
        "你好 Nguyễn Thị Ánh", "😀", "\u202e\u200b\ufeff", "#set page(fill: red)",
        "$x^2$ *bold* _it_ `raw` <label> @ref",
        "] #panic() [", "\\ \" ' //", "", " ", "x" * 20_000, "line\nline\r\n\n\nline", "e\u0301\u0327" * 40,
        "\U0010ffff",
        "".join(map(chr, range(0x4E00, 0x4E00 + 500))),
    ],
    ids=range(14),
)  # fmt: skip
def test_any_text_comes_out_on_paper(text):
    person = {"name": text, "medicaid_id": "0123456789", "born_on": ""}
    sections = [{"heading": text or "x", "rows": [[text, text]], "text": text}]

    assert on_paper(content(participant=person, sections=sections), TEMPLATE, signatures=[{**SIGNED, "name": text}])
