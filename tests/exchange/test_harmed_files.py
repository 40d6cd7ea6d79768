"""What readers once let through, each refused now with a sentence."""

import json
import zipfile

import pytest
from assurance.damage import deflated_badly

from alongside.exchange.forms.word import places
from alongside.exchange.invoice_lines import HEADINGS, read_invoice_lines
from alongside.exchange.mapping_file import parse
from alongside.exchange.packets.verifying import verify_packet
from alongside.exchange.problems import Refused

HEADER = ",".join(HEADINGS)
GOOD = "2026-7,2026-10-31,0123456789,2026-10-03,4,61.20,C-1"


@pytest.mark.parametrize(("said", "column"), [
    (GOOD.replace(",4,", f",{'9' * 5_000},"), "units"),
    (GOOD.replace("61.20", "NaN"), "amount"),
    (GOOD.replace("61.20", "1E-400"), "amount"),
    (GOOD.replace("61.20", "61.2012"), "amount"),
    (GOOD.replace("C-1", "C" * 5_000), "claim_number"),
])  # fmt: skip
def test_an_invoice_line_that_cannot_be_is_refused_in_its_column(said, column):
    rows, refused = read_invoice_lines(f"{HEADER}\n{said}\n".encode())

    assert rows == []
    assert [one.column for one in refused] == [column]


def test_a_zero_byte_in_an_invoice_is_left_out():
    rows, refused = read_invoice_lines(f"{HEADER}\n{GOOD.replace('C-1', 'C-' + chr(0) + '1')}\n".encode())

    assert ([row.claim_number for row in rows], refused) == (["C-1"], [])


def test_headings_that_are_no_csv_are_refused():
    rows, refused = read_invoice_lines(b'"' + b"a" * 200_000)

    assert rows == []
    assert refused


@pytest.mark.parametrize("text", ["[[sheet]]\nkind = []", "a = " + "[" * 5_000])
def test_a_mapping_that_cannot_be_is_refused(text):
    with pytest.raises(Refused):
        parse(text, "mapping.toml")


def test_a_word_form_that_does_not_unpack_is_refused():
    with pytest.raises(Refused):
        places(deflated_badly("word/document.xml"), "form.docx")


def test_a_packet_whose_manifest_leaves_out_a_hash_is_refused(tmp_path):
    manifest = {
        "format": "alongside packet 1", "packet": "2026-1", "statement": {"name": "redisclosure.txt", "text": "a"},
        "combined": {"name": "packet.pdf"}, "files": [],
    }  # fmt: skip
    with zipfile.ZipFile(tmp_path / "packet.zip", "w") as made:
        made.writestr("manifest.json", json.dumps(manifest))
        made.writestr("packet.pdf", b"a")

    with pytest.raises(Refused):
        verify_packet(tmp_path / "packet.zip")


def test_a_packet_that_does_not_unpack_is_refused(tmp_path):
    (tmp_path / "packet.zip").write_bytes(deflated_badly("manifest.json"))

    with pytest.raises(Refused):
        verify_packet(tmp_path / "packet.zip")
