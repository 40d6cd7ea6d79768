"""A rule that is not whole is refused when it is made, and an answer says all it has to say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from ibis import _

from alongside.facts.tables import training
from alongside.facts.world import World
from alongside.law import Criterion, Question, Reading, Source, cannot, explain, its, latest, must, said, should, tally
from alongside.packs import PACKS
from alongside.packs.asking import ask, ask_all

from .invented import CITE, hours_rule, worker

ON = date(2026, 11, 20)
SAID = {"fix": "Juggle.", "who": "juggler"}


def answer_to(*criteria, hours=(), **more):
    rule = hours_rule(8, date(2020, 1, 1), criteria=criteria, **more)
    (answer,) = ask(rule, World(worker("a", date(2026, 1, 2), *hours)), on=ON)
    return answer


def test_a_criterion_cites_something():
    with pytest.raises(ValueError, match="JUG-1 cites nothing"):
        must("JUG-1", "juggle", _.juggled >= 1, **SAID)


def test_a_criterion_is_of_a_known_kind():
    with pytest.raises(ValueError, match="kind is 'shall'"):
        Criterion("JUG-1", "shall", "juggle", _.juggled >= 1, (CITE,), "Juggle.", "juggler")


def test_what_is_left_to_a_person_names_the_question():
    with pytest.raises(ValueError, match="JUG-1 leaves rows to a person without naming"):
        must("JUG-1", "juggle", _.juggled >= 1, CITE, decide=_.juggled > 5, **SAID)


def test_criteria_begin_with_the_id_of_their_rule():
    with pytest.raises(ValueError, match=r"must begin with its id.*TRN-1"):
        hours_rule(8, date(2020, 1, 1), criteria=(must("TRN-1", "juggle", _.juggled >= 1, CITE, **SAID),))


@pytest.mark.parametrize("place", ["sentence", "fix", "late"])
def test_nothing_an_answer_says_names_the_day_asked(place):
    """It is kept for days: `in force on {asked_on}` would name the day it was made."""
    said = {"sentence": "juggle", "fix": "Juggle.", "late": "Juggle more.", place: "on {asked_on}"}
    one = must("JUG-1", said["sentence"], _.juggled >= 1, CITE, fix=said["fix"], late=said["late"], who="juggler")

    with pytest.raises(ValueError, match=r"cannot name the day asked.*JUG-1"):
        hours_rule(8, date(2020, 1, 1), criteria=(one,))


def test_a_reading_has_its_default_among_its_choices():
    with pytest.raises(ValueError, match=r"Reading juggling has no choice 'sometimes'\. It has: always"):
        Reading("juggling", "Whether it counts", "Nobody says.", "sometimes", {"always": "It counts."})


def test_the_first_broken_duty_is_the_next_step_before_any_unknown_one():
    unknown = must("JUG-1.when", "say when", _.ended_on <= _.started_on, CITE, fix="Say when.", who="anyone")
    broken = must("JUG-1.hours", "juggle", _.juggled >= 8, CITE, **SAID)

    answer = answer_to(unknown, broken)

    assert (answer.answer, answer.next_step, answer.who) == ("not met", "Juggle.", "juggler")
    assert [c.holds for c in answer.criteria] == [None, False]


def test_what_is_forbidden_binds_like_a_duty():
    answer = answer_to(cannot("JUG-1", "juggle", _.juggled == 0, CITE, **SAID), hours=[3])

    assert (answer.answer, answer.advice) == ("not met", ())


def test_advice_never_makes_a_finding():
    broken = should("JUG-1.often", "juggle often", _.juggled >= 8, CITE, **SAID)
    kept = must("JUG-1.once", "juggle once", _.juggled >= 1, CITE, **SAID)

    answer = answer_to(kept, broken, hours=[1])

    assert (answer.answer, answer.next_step) == ("met", "Juggle.")
    assert [c.id for c in answer.advice] == ["JUG-1.often"]


def test_what_is_set_aside_holds_and_says_so():
    aside = must("JUG-1", "juggle", _.juggled >= 8, CITE, unless=_.juggled == 0, **SAID)

    answer = answer_to(aside)

    assert (answer.answer, answer.criteria[0].note) == ("met", "Not needed here.")


def test_what_is_left_to_a_person_says_the_question():
    open_ = must("JUG-1", "juggle", _.juggled >= 8, CITE, decide=_.juggled > 2, question=Question(7, "Why?"), **SAID)

    answer = answer_to(open_, hours=[3])

    assert answer.answer == "a person must decide"
    assert answer.criteria[0].note == "Open question 7: Why?"
    assert answer.next_step == "Juggle."


def test_where_a_rule_does_not_apply_there_is_no_next_step():
    answer = answer_to(must("JUG-1", "juggle", _.juggled >= 8, CITE, **SAID), applies=_.juggled > 0)

    assert (answer.answer, answer.next_step, answer.who) == ("does not apply", "", "")


def test_as_data_an_answer_keeps_the_contract():
    answer = answer_to(must("JUG-1", "juggle by {due}", _.juggled >= 8, CITE, **SAID), due=_.started_on)

    said_as_data = answer.as_json()

    assert {"rule", "name", "about", "subject", "answer", "due", "criteria", "next_step", "who"} <= said_as_data.keys()
    assert said_as_data["due"] == "2026-01-02"
    (criterion,) = said_as_data["criteria"]
    assert criterion["sentence"] == "juggle by 2 January 2026"
    assert criterion["holds"] is False
    assert criterion["cite"] == {"source": "A memo nobody wrote", "place": "page 1", "quote": "eight hours of juggling"}


@pytest.mark.parametrize(
    "value,words",
    [
        (None, "not recorded"), ("", "not recorded"), (True, "yes"), (False, "no"), (date(2026, 4, 5), "5 April 2026"),
        (Decimal("9.50"), "9.5"), (Decimal("10.00"), "10"), (0, "0"), ("cbrf", "a facility"), ("word", "word"),
    ],
)  # fmt: skip
def test_facts_are_said_as_a_reader_writes_them(value, words):
    assert said(value, {"cbrf": "a facility"}) == words


def test_all_rules_of_a_pack_answer_in_its_order():
    pack = PACKS["wisconsin_crs"]
    tables = {"participant": [{"medicaid_id": "1000000001"}], "staff": [{"staff_number": "S001"}]}

    answers = ask_all(pack, World(tables), on=ON)

    asked = [rule.id for rule in pack.rules if rule.about.name in tables]
    assert [answer.rule for answer in answers] == asked
    assert [a.rule for a in ask_all(pack, World(tables), on=ON, about=["S001"])] == ["PRV-4", "CPS", "TRN-1"]


def test_a_row_with_an_answer_nobody_knows_is_not_explained():
    rule = hours_rule(8, date(2020, 1, 1))
    row = {"law_answer": "perhaps", "law_due": None, "law_dated_on": ON, "law_applies": True, "juggled": 3}
    lines = {"law_unless_0": False, "law_decide_0": False, "law_holds_0": False}

    with pytest.raises(ValueError, match="JUG-1 answered 'perhaps', expected one of"):
        explain(rule, {**row, **lines}, ON)


def test_two_rows_of_one_person_are_counted_each_for_itself():
    """What is joined by the person is counted for the row asked about, not for the person."""
    earlier = tally(training, "staff_id", _.held_on < its.held_on, earlier=_.count())
    first = latest(training, "staff_id", _.held_on, when=_.held_on < its.held_on, topic_before=_.topic)
    dated = hours_rule(
        8,
        date(2020, 1, 1),
        dated_by=_.held_on,
        facts=(earlier, first),
        criteria=(must("JUG-1.first", "come first ({earlier} before it)", _.earlier == 0, CITE, fix="", who=""),),
    )
    rule, world = replace(dated, about=training), worker("a", date(2024, 1, 1), 1, 1, 1)
    for row, day, topic in zip(world["training"], (1, 2, 3), ("updates", "statutes", "recovery"), strict=True):
        row |= {"held_on": date(2024, 2, day), "topic": topic}

    answers = ask(rule, World(world), on=ON)

    assert {a.key: (a.facts["earlier"], a.facts["topic_before"]) for a in answers} == {
        "a 0": (0, None), "a 1": (1, "updates"), "a 2": (2, "statutes"),
    }  # fmt: skip


@pytest.mark.parametrize("read", ["in part", "earlier version", "not read"])
def test_words_of_a_document_not_read_whole_are_printed_as_reported_and_not_as_a_quotation(read):
    report = Source("R1", "An older memo", "notice", read).at("page 1", "nine hours of juggling")
    answer = answer_to(must("JUG-1.hours", "juggle", _.juggled >= 8, report, CITE, **SAID))

    assert (report.words, CITE.words) == ("as reported: nine hours of juggling", "“eight hours of juggling”")
    assert [cite["read"] for cite in answer.criteria[0].as_json()["cites"]] == [read, "whole"]
