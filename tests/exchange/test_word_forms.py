"""The state's Word forms: every kind of place is found and filled, and nothing on a form runs."""

import io
import zipfile

import pytest
from docx import Document
from word_forms import form

from alongside.exchange.forms.guesses import guessed
from alongside.exchange.forms.sources import texts
from alongside.exchange.forms.word import Place, filled, places
from alongside.exchange.problems import Refused


def words_of(content):
    word = Document(io.BytesIO(content))
    body = "".join(node.text or "" for node in word.element.body.iter() if node.tag.endswith("}t"))
    return body, [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]


def test_every_kind_of_place_is_found_in_reading_order():
    assert places(form(), "blank.docx") == [
        Place("tag:medicaid_id", "medicaid id"),
        Place("control:Recipient name", "Recipient name"),
        Place("field:Goals", "Goals"),
        Place("beside:Date of birth", "Date of birth"),
    ]


def test_every_kind_of_place_is_filled_and_the_rest_stays():
    given = {
        "tag:medicaid_id": "0123456789", "control:Recipient name": "Uma Hazel",
        "field:Goals": "I want to cook\nfor my sister.", "beside:Date of birth": "8 September 1980",
    }  # fmt: skip

    body, cells = words_of(filled(form(), "blank.docx", given))

    assert "0123456789" in body
    assert "Uma Hazel" in body
    assert "Click here" not in body
    assert "I want to cook" in body
    assert cells == [["Date of birth:", "8 September 1980"], ["County:", "Juniper"]]


@pytest.mark.parametrize("text", ["{{ 7 * 7 }}", "{% for x in y %}", "<w:p>&amp;</w:p>", "a & b < c", "]]>", "\u202e"])
def test_what_people_wrote_is_text_and_nothing_else(text):
    given = {"tag:medicaid_id": text, "control:Recipient name": text, "beside:Date of birth": text}

    body, cells = words_of(filled(form(), "blank.docx", given))

    assert body.count(text) == 3
    assert cells[0][1] == text
    assert "49" not in body


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 7 * 7 }}",
        "{{ name.__class__ }}",
        "{% for x in y %}{{ x }}{% endfor %}",
        "{{ name|upper }}",
        "{{ f() }}",
        "{{ ",
    ],
)
def test_a_form_that_would_run_something_is_refused(tag):
    with pytest.raises(Refused, match="tag"):
        places(form(tag=tag), "blank.docx")


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


ODD = {
    "nothing": b"",
    "text": b"hello",
    "a zip of something": zipped(a="b"),
    "a torn document": form()[:900],
    "empty xml": zipped(word__document_xml=""),
    "no xml": zipped(word__document_xml="<a", **{"[Content_Types]_xml": "x"}),
    "entities": zipped(word__document_xml='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    "a bomb": zipped(word__document_xml=b"0" * 70_000_000),
    "macros": zipped(word__document_xml="<a/>", **{"word__vbaProject.bin": "x"}),
    "too big": b"PK" + b"0" * 10_000_001,
}


@pytest.mark.parametrize("content", ODD.values(), ids=ODD)
def test_what_is_no_form_is_refused_with_what_to_do(content):
    with pytest.raises(Refused) as refused:
        places(content, "odd.docx")

    assert refused.value.fix
    assert refused.value.where == "odd.docx"


def test_a_form_with_nowhere_to_write_is_refused():
    word, out = Document(), io.BytesIO()
    word.add_paragraph("Read me")
    word.save(out)

    with pytest.raises(Refused, match="no place"):
        places(out.getvalue(), "letter.docx")


def test_the_same_label_twice_is_two_places():
    found = places(form(cells=(("Signature", ""), ("Signature", ""))), "blank.docx")

    assert [place.name for place in found[3:]] == ["beside:Signature", "beside:Signature#2"]


CONTENT = {
    "title": "Individual service plan", "program": "Juniper County",
    "participant": {"name": "Uma Hazel", "medicaid_id": "0123456789", "born_on": "1980-09-08"},
    "sections": [
        {"heading": "The meeting", "rows": [["Met on", "2 November 2026"]]},
        {"heading": "Goals", "rows": [], "text": "To cook."},
        {"heading": "Services", "rows": [], "table": {"headings": ["Service", "By"], "rows": [["CLSS", "Open Door"]]}},
    ],
}  # fmt: skip


def test_a_documents_texts_have_names():
    found = texts(CONTENT, [{"capacity": "Participant", "name": "Uma Hazel", "signed": "2 November 2026"}])

    assert found["The meeting: Met on"] == "2 November 2026"
    assert found["Goals"] == "To cook."
    assert found["Services"] == "CLSS; Open Door"
    assert found["Services: By"] == "Open Door"
    assert found["Signature: Participant, when"] == "2 November 2026"


def test_places_are_guessed_by_the_words_they_share_and_left_open_otherwise():
    found = guessed(places(form(), "blank.docx"), texts(CONTENT, []))

    assert found == {
        "tag:medicaid_id": "Participant: Medicaid id", "control:Recipient name": "Participant: name",
        "field:Goals": "Goals", "beside:Date of birth": "Participant: born on",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("part", "content"),
    [("_rels/.rels", b"<odd/>"), ("[Content_Types].xml", b"<odd/>"), ("word/_rels/document.xml.rels", b"<odd/>")],
)
def test_a_form_harmed_in_what_holds_its_parts_together_is_refused(part, content):
    """Seen with harmed forms: the library met elements it did not know, and failed without a sentence."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))

    with pytest.raises(Refused, match="damaged"):
        places(out.getvalue(), "blank.docx")
