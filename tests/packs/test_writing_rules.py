"""The rules about writing judge as the writing aid does, and close the sections its page calls closed."""

from collections import defaultdict
from pathlib import Path

import pytest

from alongside.facts.world import World
from alongside.packs import illinois_peer
from alongside.packs.asking import ask
from alongside.packs.cases import read_cases
from alongside.packs.illinois_peer.sections import CLOSED, PAPERS, standings
from alongside.packs.illinois_peer.writing import RULES
from alongside.packs.illinois_peer.writing_aid import marks
from alongside.packs.illinois_peer.writing_roles import ROLES

from .test_writing_aid import SENTENCES

FOLDER = Path(next(iter(illinois_peer.__path__))) / "cases"
BY_ID = {rule.id: rule for rule in RULES}
CASES = [case for case in read_cases(FOLDER) if case.rule in BY_ID]
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
TEXTS = {"incident_report": "report_section", "discharge": "discharge_section"}
PAPER_OF = {name: paper for paper, name in TEXTS.items()}


@EVERY_RULE
def test_every_rule_is_shown_kept_and_broken(rule):
    answers = {case.answer for case in CASES if case.rule == rule.id}

    assert "met" in answers
    assert answers - {"met"}


def said_by_the_law(world, on_key):
    """Row key to the rules that find words of a peer's in it."""
    found = defaultdict(set)
    for rule in RULES:
        if any(criterion.id.endswith(".words") for criterion in rule.criteria):
            for answer in ask(rule, world, on=on_key):
                if any(c.id.endswith(".words") and c.holds is False for c in answer.criteria):
                    found[answer.key].add(rule.id)
    return found


def test_the_rule_and_the_aid_find_the_same_in_every_sentence():
    rows = defaultdict(list)
    for number, (paper, _rule, sentence) in enumerate(SENTENCES):
        if paper in TEXTS:
            table = TEXTS[paper]
            row = {"participant_id": "P1", f"{table}_id": f"{number:03d}", "section": "own_words", "written_as": "crss"}
            rows[table].append({**row, "body": sentence})
    world = World({"participant": [{"participant_id": "P1", "medicaid_id": "1"}], **rows})
    law = said_by_the_law(world, CASES[0].on)
    differ = {
        row["body"]
        for table, listed in rows.items()
        for row in listed
        if law[row[f"{table}_id"]]
        != {mark.rule for mark in marks(row["body"], paper=PAPER_OF[table], role="crss")} & BY_ID.keys()
    }

    assert differ == set()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("role", ROLES)
def test_a_section_is_closed_exactly_where_a_rule_would_refuse_it(paper, role):
    table = TEXTS[paper]
    rows = [
        {
            "participant_id": "P1", f"{table}_id": one.section.id, "section": one.section.id, "written_as": role,
            "body": "-", **({"is_authority_needed": True} if table == "report_section" else {}),
        }
        for one in standings(paper, role)
    ]  # fmt: skip
    world = World({"participant": [{"participant_id": "P1", "medicaid_id": "1"}], table: rows})
    refused = {
        answer.key: rule.id
        for rule in RULES
        if rule.about.name == table
        for answer in ask(rule, world, on=CASES[0].on)
        if answer.answer == "not met" and any(c.holds is False and c.id != "IL-IR-6.sole" for c in answer.criteria)
    }

    assert refused == {one.section.id: one.section.rule for one in standings(paper, role) if one.state == CLOSED}
