"""The words of the training stand in it, under the question named; each limit, answer and document rests on some.

The training itself is not part of this repository. Beside the checkout it is compared word by word; everywhere the
quotes are compared with the hashes of those found there. After a quote is changed:
`ALONGSIDE_RECORD_QUOTES=1 pytest tests/packs/test_writing_citations.py`, with the training at hand.
"""

import hashlib
import os
import re
from pathlib import Path

import pytest

from alongside.packs.illinois_peer.answers import ANSWERED
from alongside.packs.illinois_peer.credential_path import ORIENTATION
from alongside.packs.illinois_peer.drift_signals import SIGNALS
from alongside.packs.illinois_peer.sections import PAPERS, standings
from alongside.packs.illinois_peer.writing import RULES
from alongside.packs.illinois_peer.writing_aid import JUDGINGS
from alongside.packs.illinois_peer.writing_roles import ROLES

HERE = Path(__file__).parent
HASHES = HERE / "writing_quotes.sha256"
SEEDS = [folder / "shared/seeds/003_160de1bba2442cb4.txt" for folder in Path(__file__).parents]
SEED = next((path for path in SEEDS if path.exists()), SEEDS[-1])

CITES = {cite for rule in RULES for cite in (rule.cite, *(cite for c in rule.criteria for cite in c.cites))}
CITES |= {judging.cite for judgings in JUDGINGS.values() for judging in judgings}
CITES |= {one.cite for paper in PAPERS for role in ROLES for one in standings(paper, role) if one.cite}
CITES |= {cite for one in ANSWERED for cite in one.quotes}
CITES |= {signal.cite for signal in SIGNALS} | {ORIENTATION.cite}
QUOTES = sorted({(cite.place, cite.quote) for cite in CITES if cite.source.id == "S0"})


def fingerprint(place, quote):
    return hashlib.sha256(f"{place}\n{quote}".encode()).hexdigest()


def plain(text):
    """The training without its marks of emphasis, on one line."""
    return " ".join(re.sub(r"[*\\\[\]]", "", text).split())


def by_question():
    parts = re.split(r"(?m)^\((\d)\) ", SEED.read_text("utf-8"))
    return {f"Question {number}": plain(text) for number, text in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("place,quote", QUOTES, ids=[f"{place}: {quote[:40]}" for place, quote in QUOTES])
def test_the_words_stand_in_the_training_under_that_question(place, quote):
    if SEED.exists():
        assert quote in by_question()[place]
    if SEED.exists() and os.environ.get("ALONGSIDE_RECORD_QUOTES"):
        kept = set(HASHES.read_text().split()) if HASHES.exists() else set()
        HASHES.write_text("\n".join(sorted({*kept, fingerprint(place, quote)})) + "\n")

    assert fingerprint(place, quote) in HASHES.read_text().split(), "not among the quotes that were compared"


def test_no_hash_is_left_of_a_quote_no_longer_used():
    assert set(HASHES.read_text().split()) == {fingerprint(place, quote) for place, quote in QUOTES}


@pytest.mark.parametrize("cite", sorted(CITES, key=str), ids=lambda cite: cite.quote[:40])
def test_a_quotation_is_short_and_names_its_source_and_place(cite):
    assert cite.source.authority
    assert cite.place
    assert cite.quote == cite.quote.strip() != ""
    assert len(cite.quote.split()) <= 30


@pytest.mark.parametrize(
    "criterion", [c for rule in RULES for c in rule.criteria], ids=[c.id for rule in RULES for c in rule.criteria]
)
def test_a_criterion_says_what_to_do_and_who_can(criterion):
    assert criterion.fix
    assert criterion.who
    assert criterion.sentence[0].islower()
    assert not criterion.sentence.endswith(".")
    assert not criterion.binds or any(cite.source.read == "whole" for cite in criterion.cites)
