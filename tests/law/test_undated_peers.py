"""Illinois: a row without its day is facts missing, an empty day passes only where its meaning is written down, and a
rule begins on its first day."""

import re
from collections import defaultdict
from datetime import date, datetime, timedelta

import pytest

from alongside.facts.tables import TABLES

from .passing_peers import PASSING, case
from .peers import PACK, answered, one_edit_away

# Where the day a row is judged by is recorded. The other rules are judged by the day asked, which is always known.
DATED_IN = {
    "IL": ("service", "served_on"),
    "IL-SUD": ("service", "served_on"),
    "IL-CODE": ("service", "served_on"),
    "IL-IR-7": ("incident_report", "happened_on"),
    "IL-OIG-1": ("incident_report", "happened_on"),
}
RULES = [pytest.param(rule, id=rule.id) for rule in PACK.rules]
EDIT = re.compile(r"(.+), (\w+ \d+) (\w+)=(.+)")


@pytest.mark.parametrize("rule_id", ["IL", "IL-SUD", "IL-CODE"])
def test_an_undated_service_is_facts_missing_and_the_step_asks_for_its_day(rule_id):
    answers = one_edit_away(PACK.rule(rule_id))
    undated = [answer for edit, answer in answers.items() if edit.endswith("service 0 served_on=None")]

    assert len(undated) == len(PASSING[rule_id])
    assert {answer.answer for answer in undated} == {"facts missing"}
    assert all("day of the service" in answer.next_step and answer.who for answer in undated)


@pytest.mark.parametrize("rule", RULES)
def test_an_empty_day_passes_only_where_the_dictionary_says_what_it_means(rule):
    said = defaultdict(dict)
    for edit, answer in one_edit_away(rule).items():
        if found := EDIT.fullmatch(edit):
            name, row, column, value = found.groups()
            said[name, row, column][value] = answer.answer

    silent = {
        f"{row.split()[0]}.{column}"
        for (_name, row, column), by_value in said.items()
        if by_value.get("None") == "met"
        and set(by_value.values()) != {"met"}
        and TABLES[row.split()[0]].columns[column].type in ("date", "timestamp")
        and "Empty" not in TABLES[row.split()[0]].columns[column].sentence
    }

    assert silent == set()


def moved(tables, by):
    """The same facts so many days earlier or later."""
    return {
        table: [{c: v + by if isinstance(v, date | datetime) else v for c, v in row.items()} for row in rows]
        for table, rows in tables.items()
    }


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_begins_on_its_day(rule):
    first = list(rule.versions())[-1][0].since
    passing, tables = case(rule.id, "C8" if rule.id == "IL-SUD" else PASSING[rule.id][0])
    table, column = DATED_IN.get(rule.id, ("", ""))
    day = tables[table][0][column] if table else passing.on

    eve, begun = (
        answered(rule, {"one": moved(tables, by)}, passing.on + by, passing.choices)["one"].answer
        for by in (first - day - timedelta(days=1), first - day)
    )

    assert (eve, begun == "does not apply") == ("does not apply", False)
