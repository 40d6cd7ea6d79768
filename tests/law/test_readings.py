"""Where a page is silent the chosen reading decides: another choice gives another answer, and no choice is invented."""

from pathlib import Path

import pytest

from alongside.facts.world import World
from alongside.packs.asking import ask
from packs.bundled import CASES, PACK, bundles

# Of what is shown and gathered rather than judged: each is held by the tests of what goes by it.
BESIDE_THE_RULES = {"last_day": "web/test_calendar.py", "most_recent": "reviews/test_requirements.py"}
OPEN = [(rule, reading) for rule in PACK.rules for reading in rule.readings if len(reading.choices) > 1]


def answers(rule, reading, choice):
    """What each worked case says by this choice, by the case."""
    found = {}
    for on, choices, cases, world in bundles(rule.id):
        for answer in ask(rule, world, on=on, choices={**dict(choices), reading.id: choice}):
            if answer.key in cases:
                found[cases[answer.key].id] = answer.answer, [c.holds for c in answer.criteria]
    return found


@pytest.mark.parametrize("rule,reading", OPEN, ids=[f"{rule.id} {reading.id}" for rule, reading in OPEN])
def test_each_choice_of_a_reading_changes_some_worked_case(rule, reading):
    by_default = answers(rule, reading, reading.default)

    for choice in reading.choices.keys() - {reading.default}:
        by_choice = answers(rule, reading, choice)
        assert by_choice != by_default, f"no worked case of {rule.id} shows what {reading.id}={choice} changes"


def test_every_reading_of_the_pack_is_used_by_a_rule():
    used = {reading.id for rule in PACK.rules for version, _until in rule.versions() for reading in version.readings}

    assert used | BESIDE_THE_RULES.keys() == {reading.id for reading in PACK.readings}
    assert not used & BESIDE_THE_RULES.keys()


@pytest.mark.parametrize("id,test", BESIDE_THE_RULES.items())
def test_a_reading_of_no_rule_is_held_in_each_of_its_choices(id, test):
    (reading,) = [reading for reading in PACK.readings if reading.id == id]
    text = (Path(__file__).parents[1] / test).read_text()

    assert reading.id.upper() in text
    assert [choice for choice in reading.choices if f'"{choice}"' not in text] == []


@pytest.mark.parametrize("rule,reading", OPEN, ids=[f"{rule.id} {reading.id}" for rule, reading in OPEN])
def test_a_choice_nobody_wrote_down_is_refused(rule, reading):
    with pytest.raises(ValueError, match=f"{reading.id}.*{next(iter(reading.choices))}"):
        ask(rule, World({}), on=CASES[0].on, choices={reading.id: "whatever suits"})


@pytest.mark.parametrize("rule", PACK.rules, ids=[rule.id for rule in PACK.rules])
def test_a_reading_that_is_none_is_refused_with_those_there_are(rule):
    with pytest.raises(ValueError, match=r"no reading 'screen_by_agee'\. There are: .*screen_by_age,"):
        ask(rule, World({}), on=CASES[0].on, choices={"screen_by_agee": "either"})


def test_a_choice_of_another_rules_reading_is_held_to_its_choices_too():
    rule = PACK.rule("TRN-1")
    assert ask(rule, World({}), on=CASES[0].on, choices={"screen_by_age": "either"}) == []

    with pytest.raises(ValueError, match=r"screen_by_age has no choice 'eitherr'\. It has: by_age, either"):
        ask(rule, World({}), on=CASES[0].on, choices={"screen_by_age": "eitherr"})


def test_open_questions_are_numbered_once_and_readings_name_them():
    numbers = [question.number for question in PACK.questions]
    named = {number for reading in PACK.readings for number in reading.questions}

    assert len(numbers) == len(set(numbers))
    assert named <= set(numbers)
