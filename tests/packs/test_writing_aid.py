"""The writing aid marks what judges, by the right rule; passes over what only looks so, and every quotation."""

import time
from pathlib import Path

import pytest

from alongside.packs.illinois_peer.writing_aid import marks
from alongside.packs.illinois_peer.writing_roles import UnknownRole

FILE = Path(__file__).parent / "sentences_that_judge.txt"
SENTENCES = [
    tuple(cell.strip() for cell in line.split("|", 2))
    for line in FILE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def rules_in(text, paper="incident_report", role="crss"):
    return {mark.rule for mark in marks(text, paper=paper, role=role)}


@pytest.mark.parametrize("paper,rule,sentence", SENTENCES, ids=[sentence for _paper, _rule, sentence in SENTENCES])
def test_each_sentence_is_marked_by_its_rule_and_no_other(paper, rule, sentence):
    assert rules_in(sentence, paper) == ({rule} - {"-"})


def test_precision_and_recall_over_all_sentences():
    right = wrong = missed = 0
    for paper, rule, sentence in SENTENCES:
        found, meant = rules_in(sentence, paper), {rule} - {"-"}
        right, wrong, missed = right + len(found & meant), wrong + len(found - meant), missed + len(meant - found)
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"{len(SENTENCES)} sentences: precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201  (the figures are the point)

    assert sum(rule != "-" for _, rule, _ in SENTENCES) >= 60
    assert sum(rule == "-" for _, rule, _ in SENTENCES) >= 60
    assert precision >= 0.98
    assert recall >= 0.98


def test_a_mark_says_where_which_line_and_what_to_write_instead():
    text = "I came at nine. The aide CAUSED the fall, on the wet floor."
    (mark,) = marks(text, paper="incident_report", role="crss")

    assert text[mark.start : mark.end] == mark.words == "CAUSED"
    assert mark.cite.quote == "Determine fault, cause, or responsibility"
    assert mark.cite.place == "Question 6, “the CRSS should not”"
    assert "Say what you saw" in mark.instead


def test_marks_stand_where_the_words_stand_whatever_letters_come_before():
    text = "İncir bey said “İ was at risk”.\nThe aide\tcaused it."
    (mark,) = marks(text, paper="incident_report", role="crss")

    assert text[mark.start : mark.end] == "caused"


@pytest.mark.parametrize(
    "quoted",
    ['"{}"', "“{}”", "‘{}’", " '{}'", 'He said: "{}"', "She told me: “{}”", 'He said "{} and went out', "(‘{}’)"],
)
@pytest.mark.parametrize(
    "words", ["I intended to fall", "the aide caused it", "I’m noncompliant and it’s on purpose", "I'm high risk"]
)
def test_nothing_inside_a_quotation_is_marked(quoted, words):
    if "’" in words and quoted.startswith("(‘"):
        words = words.replace("’ ", "’")
    assert rules_in(quoted.format(words)) == set()


def test_what_stands_beside_a_quotation_is_read():
    assert rules_in("“I fell.” The aide caused it. “I fell.”") == {"IL-IR-2"}
    assert rules_in("Peers' rights and staff's room: he is suicidal") == {"IL-IR-1"}


@pytest.mark.parametrize("role", ["mhp", "qmhp", "lpha", "rsa"])
def test_somebody_in_a_clinical_role_is_not_marked(role):
    assert marks("He is at high risk and noncompliant.", paper="incident_report", role=role) == []


@pytest.mark.parametrize("role", ["crss", "cprs", "cfpp", "peer_support_worker"])
def test_every_peer_role_is(role):
    assert rules_in("He is at high risk.", role=role) == {"IL-IR-1"}


def test_a_paper_or_role_there_is_not_is_named():
    with pytest.raises(ValueError, match=r"no paper 'diary'.*incident_report"):
        marks("", paper="diary", role="crss")
    with pytest.raises(UnknownRole, match=r"no role 'captain'.*crss, cfpp"):
        marks("", paper="discharge", role="captain")


HOSTILE = (
    "high ", "‘", "'a ", " 'a  ", '"', 'said "', "goal ", "recommend ", "a", "( '", " ", "risk of ", "should be ",
    "i have ", "(' ", "is very ", "‘a’b", "causing a the some ", "aaaa's ", "goals were ", "met his ", "|",
    "she said he ",
)  # fmt: skip


@pytest.mark.parametrize("paper", ["incident_report", "discharge"])
def test_time_grows_with_the_length_of_the_text_and_no_faster(paper):
    for piece in HOSTILE:
        text = piece * (200_000 // len(piece))
        started = time.perf_counter()
        marks(text, paper=paper, role="crss")
        assert time.perf_counter() - started < 10, repr(piece)
