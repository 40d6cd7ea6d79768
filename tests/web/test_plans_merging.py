"""Two people in one draft: nothing either wrote is lost, and every difference is shown."""

import pytest

from alongside.web.merging import ADDED, BACK, BOTH, STILL_YOURS, TAKEN, TAKEN_OUT, merge


def line(key, **texts):
    return {"key": key, "kind": "clss", "outcome": "Cooks", **texts}


def draft(*lines, words="I want to cook.", **fields):
    goals = [{"key": "g1", "words": words, "lines": list(lines)}]
    return {"fields": {"met_with": "Uma", **fields}, "goals": goals}


BASE = draft(line("a", frequency="weekly"), line("b"))


def merged(theirs, yours):
    content, found = merge(BASE, theirs, yours)
    return content, [(one.path[-1], one.theirs, one.yours, one.outcome) for one in found]


def test_what_only_one_of_them_changed_is_taken():
    theirs = draft(line("a", frequency="daily"), line("b"), met_with="Uma and Rae")
    yours = draft(line("a", frequency="weekly"), line("b"), words="I want to bake.")

    content, found = merged(theirs, yours)

    assert content == draft(line("a", frequency="daily"), line("b"), words="I want to bake.", met_with="Uma and Rae")
    assert found == [("met_with", "Uma and Rae", "Uma", TAKEN), ("frequency", "daily", "weekly", TAKEN)]


def test_where_both_wrote_yours_stands_and_both_are_shown():
    content, found = merged(draft(words="I want to bake."), draft(words="I want to cook for my sister."))

    assert content["goals"][0]["words"] == "I want to cook for my sister."
    assert ("words", "I want to bake.", "I want to cook for my sister.", BOTH) in found


def test_a_line_the_other_added_is_put_in():
    content, found = merged(draft(*BASE["goals"][0]["lines"], line("c", outcome="Calls a friend")), BASE)

    assert [row["key"] for row in content["goals"][0]["lines"]] == ["a", "b", "c"]
    assert found == [("c", "Calls a friend", "", ADDED)]


def test_a_line_the_other_took_out_goes_unless_you_wrote_in_it():
    without_b, with_text = (
        draft(line("a", frequency="weekly")),
        draft(line("a", frequency="weekly"), line("b", outcome="Bakes")),
    )

    untouched, told = merged(without_b, BASE)
    kept, kept_told = merged(without_b, with_text)

    assert [row["key"] for row in untouched["goals"][0]["lines"]] == ["a"]
    assert told == [("b", "", "Cooks", TAKEN_OUT)]
    assert [row["key"] for row in kept["goals"][0]["lines"]] == ["a", "b"]
    assert kept_told == [("b", "", "Bakes", STILL_YOURS)]


def test_a_line_you_took_out_comes_back_where_the_other_wrote_in_it():
    content, found = merged(draft(line("a", frequency="daily"), line("b")), draft(line("b")))

    assert [row["key"] for row in content["goals"][0]["lines"]] == ["b", "a"]
    assert found == [("a", "Cooks\ndaily", "", BACK)]


@pytest.mark.parametrize("same", [BASE, {"fields": {}, "goals": []}, {}])
def test_the_same_text_differs_nowhere(same):
    assert merge(same, same, same)[1] == []


def test_without_what_both_began_from_every_difference_is_shown_and_yours_stands():
    content, found = merge({}, draft(met_with="Rae"), draft(met_with="Uma"))

    assert content["fields"]["met_with"] == "Uma"
    assert [one.outcome for one in found] == [BOTH]
