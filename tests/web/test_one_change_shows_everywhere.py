"""A criterion with another citation or another verb says so on its page, in the PDF, on the command line and in the
refusal, without another edit."""

import csv
import json
import re
from dataclasses import replace
from html import unescape

import pytest
import typst

from alongside.access.actions import create_user, join
from alongside.access.clock import today
from alongside.access.roles import Role
from alongside.arguments import UNREADABLE
from alongside.cli import main
from alongside.exchange.demo_county.prairie import add_agency
from alongside.law import Source
from alongside.packs import PACKS, compiled
from packs.bundled_illinois import CASES

pytestmark = pytest.mark.django_db

MEMO = Source("MEMO", "A memo of the teasel office", "guidance", "whole").at("page 7", "a teasel on every lapel")
HELD = "/billing/?stands=not"
SENTENCE = "be signed off by somebody of a higher tier"
REFUSED = next(case for case in CASES if (case.rule, case.id) == ("IL", "A8 lead"))


@pytest.fixture
def held(client, as_user):
    """A biller at an invented agency, and the page of a service that is held because nobody signed it off."""
    by = create_user(email="loader@bluestem.example", name="Lo Ader", by=None)
    program, _rows = add_agency(by=by, on=today())
    biller = create_user(email="biller@prairie.example", name="A biller", by=None)
    join(user=biller, program=program, role=Role.BILLER, starts_on=today(), by=None)
    rows = as_user(client, biller).get(HELD).content.decode().split("<tr")
    return re.search(r"/billing/[^\"?]+", next(row for row in rows if SENTENCE in row))[0]


@pytest.fixture
def facts(tmp_path):
    """The worked case that nobody of a higher tier signed off, as a world file and as a folder of tables."""
    (tmp_path / "world.json").write_text(json.dumps(REFUSED.tables))
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, rows in ((name, rows) for name, rows in REFUSED.tables.items() if rows):
        with (folder / f"{name}.csv").open("w", newline="") as file:
            table = csv.DictWriter(file, list(dict.fromkeys(column for row in rows for column in row)))
            table.writeheader()
            table.writerows(rows)
    return tmp_path


@pytest.fixture
def places(client, held, facts, capsys, monkeypatch):
    """What each place says now, by its name: plain words, without the lines and marks around them."""
    set_in_type = []
    real = typst.compile
    monkeypatch.setattr(
        typst, "compile", lambda *a, **more: (set_in_type.append(more["sys_inputs"]["report"]), real(*a, **more))[1]
    )

    def command(*arguments):
        assert main([str(argument) for argument in arguments]) < UNREADABLE
        return capsys.readouterr().out

    def now():
        on = ("--on", REFUSED.on)
        pdf = facts / "answers.pdf"
        command("check", facts / "folder", "--pack", "illinois_peer", *on, "--report", pdf)
        assert pdf.read_bytes().startswith(b"%PDF-")
        said = {
            "the rule's page": client.get("/rules/IL/").content.decode(),
            "the refusal": client.get(held).content.decode(),
            "the held list": client.get(HELD).content.decode(),
            "the PDF": json.dumps(json.loads(set_in_type[-1]), ensure_ascii=False),
            "alongside rules": command("rules", "IL"),
            "alongside rules --json": command("rules", "IL", "--json"),
            "alongside ask": command("ask", "IL", "--world", facts / "world.json", *on),
            "alongside ask --json": command("ask", "IL", "--world", facts / "world.json", *on, "--json"),
        }
        return {name: " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split()) for name, text in said.items()}

    return now


@pytest.fixture
def change(monkeypatch, tmp_path):
    """Change the criterion in the pack, as an edit of its line would; SQL kept from before the edit is passed over."""

    def changed(**more):
        pack = PACKS["illinois_peer"]
        rule = pack.rule("IL-CHAIN-3")
        criteria = tuple(replace(c, **more) if c.id == "IL-CHAIN-3" else c for c in rule.criteria)
        rules = tuple(replace(r, criteria=criteria) if r is rule else r for r in pack.rules)
        monkeypatch.setitem(PACKS, pack.id, replace(pack, rules=rules))
        monkeypatch.setattr(compiled, "_folder", lambda: tmp_path / "sql")

    return changed


def test_another_citation_and_another_verb_show_in_every_place(places, change):
    before = places()
    change(kind="cannot", cites=(MEMO,))
    after = places()

    assert [name for name, text in before.items() if "teasel on every lapel" in text] == []
    assert [name for name, text in after.items() if "teasel on every lapel" not in text] == ["the held list"]
    verb = re.compile(rf'(?i)(cannot {SENTENCE}|"kind": "cannot", "sentence": "{SENTENCE})')
    assert [name for name, text in before.items() if verb.search(text)] == []
    assert [name for name, text in after.items() if not verb.search(text)] == []


def test_a_must_that_becomes_a_should_refuses_no_longer(places, change):
    assert "not met" in places()["alongside ask"]
    change(kind="should")
    after = places()

    assert "not met" not in after["alongside ask"]
    assert f"should {SENTENCE}" in after["alongside rules"]
