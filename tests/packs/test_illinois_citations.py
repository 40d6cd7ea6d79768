"""Every Illinois criterion stands on quoted words, and the words of the supervisors' Q & A stand there, in that answer.

The Q & A is not part of this repository. Beside the checkout it is compared word by word; everywhere the quotes are
compared with the hashes of those that were found there. After a quote is changed:
`ALONGSIDE_RECORD_QUOTES=1 pytest tests/packs/test_illinois_citations.py`, with the Q & A at hand.
"""

import hashlib
import os
import re
from pathlib import Path

import pytest

from alongside.packs import PACKS
from alongside.packs.book import as_page
from alongside.packs.illinois_peer.answers import ANSWERED
from alongside.packs.illinois_peer.credential_path import ORIENTATION
from alongside.packs.illinois_peer.drift_signals import SIGNALS
from alongside.packs.illinois_peer.sections import PAPERS, standings
from alongside.packs.illinois_peer.writing_aid import JUDGINGS
from alongside.packs.illinois_peer.writing_roles import ROLES
from alongside.packs.library import rules_of

PACK = PACKS["illinois_peer"]
HERE = Path(__file__).parent
HASHES = HERE / "quotes_illinois.sha256"
PAGES = [up / "shared/seeds/003_160de1bba2442cb4.txt" for up in HERE.parents]
PAGE = next((page for page in PAGES if page.exists()), PAGES[0])
CURRENT = "S0"
EVERY_RULE = pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)

VERSIONS = [version for rule in PACK.rules for version, _until in rule.versions()]
CRITERIA = [criterion for version in VERSIONS for criterion in version.criteria]
CITES = {cite for v in VERSIONS for cite in (v.cite, *(cite for c in v.criteria for cite in c.cites))}
CITES |= {document.cite for document in PACK.library}
CITES |= {judging.cite for judgings in JUDGINGS.values() for judging in judgings}
CITES |= {one.cite for paper in PAPERS for role in ROLES for one in standings(paper, role) if one.cite}
CITES |= {cite for one in ANSWERED for cite in one.quotes}
CITES |= {signal.cite for signal in SIGNALS} | {ORIENTATION.cite}
IN_ORDER = sorted(CITES, key=lambda cite: (cite.source.id, cite.place, cite.quote))
QUOTES = sorted({(cite.place, cite.quote) for cite in CITES if cite.source.id == CURRENT})


def fingerprint(place, quote):
    return hashlib.sha256(f"{place}\n{quote}".encode()).hexdigest()


def answers(text):
    """The text of each question with its answer: words only, without the marks of bold print and of links."""
    parts = re.split(r"^\((\d)\) ", re.sub(r"[*\\\[\]]", "", text), flags=re.MULTILINE)
    asked = zip(parts[1::2], parts[2::2], strict=True)
    return {f"Question {number}": " ".join(said.split()) for number, said in asked}


def under(place, said):
    """The part of an answer a place names: “Question 6, “the CRSS should not”” is what follows those words there."""
    question, _, above = place.partition(", ")
    return said.get(question, "").partition(above.strip("“”") + ":")[2] if above else said.get(question, "")


@pytest.mark.parametrize("criterion", CRITERIA, ids=[criterion.id for criterion in CRITERIA])
def test_a_criterion_cites_source_place_and_words_and_says_who_can_mend_it(criterion):
    for cite in criterion.cites:
        assert cite.source.title
        assert cite.source.authority in {"rule", "notice", "guidance", "policy page", "grant condition", "ethics code"}
        assert cite.place.strip()
        assert cite.quote.strip() == cite.quote != ""
        assert len(cite.quote.split()) <= 30, "quote the few words relied on"
    assert criterion.fix
    assert criterion.who
    assert criterion.sentence[0].islower(), "a sentence continues: must …, should …"
    assert not criterion.sentence.endswith(".")


@pytest.mark.parametrize("place,quote", QUOTES, ids=[f"{place}: {quote[:40]}" for place, quote in QUOTES])
def test_the_words_stand_in_the_answer_named(place, quote):
    if PAGE.exists():
        assert quote in under(place, answers(PAGE.read_text("utf-8"))), f"not in {place!r}"
    if PAGE.exists() and os.environ.get("ALONGSIDE_RECORD_QUOTES"):
        kept = set(HASHES.read_text().split()) if HASHES.exists() else set()
        HASHES.write_text("\n".join(sorted({*kept, fingerprint(place, quote)})) + "\n")

    assert fingerprint(place, quote) in HASHES.read_text().split(), "not among the quotes that were compared"


def test_no_hash_is_left_of_a_quote_no_longer_used():
    assert set(HASHES.read_text().split()) == {fingerprint(place, quote) for place, quote in QUOTES}


def test_a_word_changed_in_a_quote_is_noticed():
    place, quote = QUOTES[0]

    assert fingerprint(place, quote + " not") not in HASHES.read_text().split()


def test_only_the_q_and_a_is_quoted_as_it_stands():
    """Of everything else at most a part was read: its words are printed as reported, never in quotation marks."""
    for cite in CITES:
        assert (cite.source.id == CURRENT) == cite.words.startswith("“"), cite


def test_the_verbs_are_the_sources_own():
    """What the Q & A says somebody should do is never a duty, but for the review the program reads as one."""
    kinds = {criterion.id: criterion.kind for criterion in CRITERIA}

    assert {id for id, kind in kinds.items() if kind == "should"} >= {
        "IL-PLAN-3", "IL-ROLE-1", "IL-ROLE-3", "IL-SUD-7", "IL-CRED-590.year", "IL-ICB-2", "IL-ICB-3",
    }  # fmt: skip
    assert kinds["IL-CRED-CST"] == kinds["IL-CHAIN-3"] == kinds["IL-PLAN-1"] == "must"
    assert kinds["IL-TIER-2"] == "cannot"


def test_every_open_question_of_the_research_is_there():
    """Of the research fifteen, and those that came with the credentials and with what peers write."""
    assert [question.number for question in PACK.questions] == [*range(1, 17), 21, 22]


def test_what_is_left_to_a_person_names_its_question():
    left = {criterion.id: criterion.question.number for criterion in CRITERIA if criterion.decide is not None}

    assert left.items() >= {
        "IL-SUD-3.who": 7, "IL-CRED-590.certified": 12, "IL-ICB-2.hours": 16, "IL-CODE": 6, "IL-EMP-1": 13,
        "IL-PLAN-5.certificate": 5, "IL-CRED-ACT.person": 2,
    }.items()  # fmt: skip


def test_the_ids_of_the_catalogue_are_found():
    numbered = {"PLAN": 5, "CHAIN": 3, "ORG": 3, "EMP": 1, "TIER": 2, "ROLE": 3, "SUD": 8, "OIG": 2, "HR": 2, "ICB": 3}
    ids = [f"IL-{topic}-{number}" for topic, last in numbered.items() for number in range(1, last + 1)]
    ids += ["IL-CRED-ACT", "IL-CRED-CST", "IL-CRED-590", "IL-IR-7", "IL-DC-6"]

    assert all(PACK.rule(id) for id in ids)


@pytest.mark.parametrize("cite", IN_ORDER, ids=lambda cite: cite.quote[:40])
def test_a_quotation_is_short_and_names_its_source_and_place(cite):
    assert cite.source.authority
    assert cite.place
    assert cite.quote == cite.quote.strip() != ""
    assert len(cite.quote.split()) <= 30


def test_what_a_peer_should_not_write_is_read_with_the_words_above_its_list():
    """The rules refuse by a reading; the source's own verb stands beside every line they quote."""
    for rule in PACK.rules:
        if re.match(r"IL-(IR|DC)-[1-6]$", rule.id) and rule.id != "IL-DC-6":
            assert rule.cite.place.endswith("CRSS should not”"), rule.id
            assert all(c.cites[0].place.endswith("CRSS should not”") for c in rule.criteria), rule.id


@EVERY_RULE
@pytest.mark.parametrize("width", [60, 100])
def test_a_page_fits_its_width_and_leaves_no_blank_open(rule, width):
    page = as_page(PACK, rule, width)

    assert all(len(line) <= width for line in page.splitlines()[1:-1])
    assert not re.search(r"\{\w+\}", page)


@pytest.mark.parametrize("document", PACK.library, ids=lambda document: document.id)
def test_a_document_of_the_library_leads_to_rules_that_are_there(document):
    assert document.address.startswith("https://")
    assert document.binds.endswith(".")
    assert all(PACK.rule(id).id == id for id in document.rules)
    assert {rule.id for rule in rules_of(PACK, document)} >= set(document.rules)
