"""Questions and answers: everyone who works reads and searches them, with scripts and without, from rules and back."""

import re

import pytest

from alongside.access.roles import WORKING, Role
from alongside.packs.illinois_peer.answers import ANSWERED
from alongside.packs.illinois_peer.writing import RULES
from alongside.packs.questions_answered import questions_of, search
from alongside.web import questions

pytestmark = pytest.mark.django_db

PAGE = "/help/questions/"
EVERY = pytest.mark.parametrize("one", ANSWERED, ids=lambda one: f"question {one.number}")


def numbers(page):
    return [int(number) for number in re.findall(r'id="question-(\d)"', page)]


@pytest.fixture
def page(client, as_user, member, program_a):
    as_user(client, member(program_a, Role.DIRECT_STAFF))
    return lambda **asked: client.get(PAGE, asked).content.decode()


@pytest.mark.parametrize("role", sorted(WORKING))
def test_everyone_who_works_in_a_program_reads_all_eight(client, as_user, member, program_a, role):
    shown = as_user(client, member(program_a, Role(role))).get(PAGE).content.decode()

    assert numbers(shown) == [1, 2, 3, 4, 5, 6, 7, 8]
    documents = ("Rule 132", "Rule 140", "cmhp.html", "suprfeeschedule.html", "National Practice")
    assert all(document in shown for document in documents)
    assert "Strengths-focused" in shown


def test_a_program_of_another_state_is_told_whose_they_are(page):
    assert "These belong to another program: Illinois certified peer workers" in page()
    assert "works under Wisconsin Community Recovery Services" in page()


@pytest.mark.parametrize(
    "words,found",
    [
        ("group", [2]),
        ("sign off", [3, 6]),
        ("IL-DC-3", [6]),
        ("HOTLINE", [6]),
        ("LLC", [3]),
        ("18 months", [7]),
        ("fee sched", [8]),
        ("depress", [5]),
        ("risk intent", [6]),
        ("platypus", []),
        ("group platypus", []),
        ("(.*", list(range(1, 9))),
    ],
)
def test_a_search_finds_the_questions_that_say_every_word(page, words, found):
    assert sorted(numbers(page(q=words))) == found


def test_nothing_found_says_what_to_try(page):
    assert "No question says that" in page(q="platypus")


def test_the_search_asks_the_page_and_a_script_asks_its_part(client, page):
    whole = page(q="group")
    part = client.get(PAGE, {"q": "group"}, headers={"HX-Request": "true"}).content.decode()

    assert 'method="get"' in whole
    assert '<noscript><button class="usa-button" type="submit">' in whole
    assert "<html" in whole
    assert "<html" not in part
    assert numbers(part) == numbers(whole) == [2]


@pytest.mark.parametrize("words", ["\x00", "' OR 1=1", "<script>alert(1)</script>", "é" * 5000, "a " * 3000, "\\"])
def test_odd_searches_are_answered_and_shown_as_text(client, page, words):
    shown = page(q=words)

    assert "<script>alert" not in shown
    assert client.get(PAGE, {"q": words}).status_code == 200


@EVERY
def test_every_answer_quotes_and_is_told_in_our_words(one):
    assert one.asks.endswith("?")
    assert one.summary
    assert one.quotes
    assert all(paragraph.endswith(".") for paragraph in one.summary)
    assert not {cite.quote for cite in one.quotes} & set(one.summary)


def test_every_rule_about_writing_leads_back_to_its_question():
    assert {rule.id: [one.number for one in questions_of(ANSWERED, rule)] for rule in RULES} == {
        rule.id: [5 if rule.id == "IL-LIVED-1" else 6] for rule in RULES
    }


def test_an_answer_links_the_rules_the_rule_book_has_and_each_rule_links_back(client, page, monkeypatch):
    """A rule of the program's own stands in for one that a question became."""
    from dataclasses import replace

    told = (*ANSWERED[:-1], replace(ANSWERED[-1], became=("NOTE", "IL-NONE-1")))
    monkeypatch.setattr(questions, "ANSWERED", told)
    shown = page()

    assert 'href="/rules/NOTE/"' in shown
    assert "IL-NONE-1" in shown
    assert "/rules/IL-NONE-1/" not in shown
    assert f'href="{PAGE}#question-8"' in client.get("/rules/NOTE/").content.decode()


def test_what_is_said_most_often_comes_first():
    found = search(ANSWERED, "discharge")

    assert found[0].number == 6
    assert search(ANSWERED, "   ") == list(ANSWERED)


def test_help_names_it(client, as_user, coordinator_a):
    assert PAGE in as_user(client, coordinator_a).get("/help/").content.decode()
