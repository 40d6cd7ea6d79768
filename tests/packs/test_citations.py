"""Every criterion stands on quoted words, and the words of the current page stand there, under the heading named.

The page itself is not part of this repository. Beside the checkout it is compared word by word; everywhere the quotes
are compared with the hashes of those that were found there. After a quote is changed:
`ALONGSIDE_RECORD_QUOTES=1 pytest tests/packs/test_citations.py`, with the page at hand.
"""

import hashlib
import os
from pathlib import Path

import pytest

from alongside.packs import PACKS
from alongside.packs.wisconsin_crs import quarterly_meetings

PACK = PACKS["wisconsin_crs"]
HERE = Path(__file__).parent
HASHES = HERE / "quotes.sha256"
PAGE = Path(__file__).parents[3] / "shared/seeds/000_cb06e9977baf9cd2.txt"
CURRENT = "S0"
# Readings that put an older text in force, with the choice that leaves it off.
OFF = {"older_discharge_page": "not in force", "support_plan": "not asked"}
# The headings of the page that rules cite, in its order.
HEADINGS = (
    "Quarterly meetings", "Terms and definitions", "Guiding documents", "Getting started", "Agency enrollment",
    "Participant enrollment", "Training", "Training requirement", "Training documentation", "Training exemptions",
    "Training videos", "Participant discharge documentation", "Incident reporting", "Annual documentation oversight",
    "Biennial monitoring process", "Plan of action", "Corrective action plan", "Contact",
)  # fmt: skip

VERSIONS = [version for rule in PACK.rules for version, _until in rule.versions()]
CRITERIA = [criterion for version in VERSIONS for criterion in version.criteria]
CITES = {cite for v in VERSIONS for cite in (v.cite, *(cite for c in v.criteria for cite in c.cites))}
CITES |= set(PACK.catalogue.cites)
CITES |= {document.cite for document in PACK.library} | {quarterly_meetings.CITE}
QUOTES = sorted({(cite.place, cite.quote) for cite in CITES if cite.source.id == CURRENT})


def fingerprint(place, quote):
    return hashlib.sha256(f"{place}\n{quote}".encode()).hexdigest()


def sections(text):
    """The page's text by heading."""
    found, heading = {}, ""
    for line in text.splitlines():
        heading = line if line in HEADINGS else heading
        found[heading] = f"{found.get(heading, '')}\n{line}"
    return found


@pytest.mark.parametrize("criterion", CRITERIA, ids=[criterion.id for criterion in CRITERIA])
def test_a_criterion_cites_source_place_and_words(criterion):
    assert criterion.cites
    for cite in criterion.cites:
        assert cite.source.title
        assert cite.source.authority
        assert cite.place.strip()
        assert cite.quote.strip() == cite.quote != ""
        assert len(cite.quote.split()) <= 30, "quote the few words relied on"


@pytest.mark.parametrize("criterion", CRITERIA, ids=[criterion.id for criterion in CRITERIA])
def test_a_criterion_says_what_to_do_and_who_can(criterion):
    assert criterion.fix
    assert criterion.who
    assert criterion.sentence[0].islower(), "a sentence continues: must …, should …"
    assert not criterion.sentence.endswith(".")


@pytest.mark.parametrize("place,quote", QUOTES, ids=[f"{place}: {quote[:40]}" for place, quote in QUOTES])
def test_the_words_stand_on_the_current_page_under_that_heading(place, quote):
    if PAGE.exists():
        text = sections(PAGE.read_text("utf-8")).get(place, "")
        assert quote in text, f"not under {place!r} on the page"
    if PAGE.exists() and os.environ.get("ALONGSIDE_RECORD_QUOTES"):
        kept = set(HASHES.read_text().split()) if HASHES.exists() else set()
        HASHES.write_text("\n".join(sorted({*kept, fingerprint(place, quote)})) + "\n")

    assert fingerprint(place, quote) in HASHES.read_text().split(), "not among the quotes that were compared"


def test_no_hash_is_left_of_a_quote_no_longer_used():
    assert set(HASHES.read_text().split()) == {fingerprint(place, quote) for place, quote in QUOTES}


def test_a_word_changed_in_a_quote_is_noticed():
    place, quote = QUOTES[0]

    assert fingerprint(place, quote + " not") not in HASHES.read_text().split()
    assert fingerprint("Another heading", quote) not in HASHES.read_text().split()


def test_headings_are_cited_as_they_stand():
    assert {place for place, _quote in QUOTES} <= set(HEADINGS)
    if PAGE.exists():
        lines = PAGE.read_text("utf-8").splitlines()
        assert [line for line in lines if line in HEADINGS] == list(HEADINGS)


def test_a_duty_rests_on_words_that_bind():
    """A must or cannot cites at least one text that was read whole, unless a reading puts an older text in force."""
    for version in VERSIONS:
        for criterion in version.criteria:
            if criterion.binds and not any(cite.source.read == "whole" for cite in criterion.cites):
                older = [r for r in version.readings if OFF.get(r.id) == r.default]
                assert older, f"{criterion.id} is a {criterion.kind} on a text not read whole"
