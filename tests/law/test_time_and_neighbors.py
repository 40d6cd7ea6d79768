"""What may change an answer and what may not: one's own facts and the day may, waiting alone and other people not."""

from datetime import date, datetime, timedelta

import pytest

from alongside.facts.tables import TABLES
from alongside.facts.world import World
from alongside.packs import PACKS
from alongside.packs.asking import ask
from worlds.county import County, of_rule, with_parents

PACK = PACKS["wisconsin_crs"]
RULES = [pytest.param(rule, id=rule.id) for rule in PACK.rules]
SEEDS = (1025, 1032)  # asked on different days, by different readings
LATER = (1, 185, 400)

# The tables a rule looks at besides the one it is about.
READS = {
    "PRV-1": ("agency_application",),
    "PRV-2": ("agreement",),
    "PRV-3": ("provider_license",),
    "PRV-4": ("background_check", "changed_circumstance"),
    "CPS": ("credential",),
    "PLAN-5": ("representative",),
    "PLAN-6": ("enrollment", "discharge", "support_plan"),
    "NOTE": ("service",),
    "BIL": ("coverage", "service_plan", "plan_line", "credential", "progress_note", "claim"),
    "PPS-1": ("enrollment", "discharge", "service"),
    "ELG-1": ("enrollment", "discharge"),
    "ELG-2": ("enrollment", "discharge", "coverage"),
    "ELG-3": ("enrollment", "discharge", "functional_screen"),
    "ELG-4": ("enrollment", "discharge", "residence"),
    "TRN-1": ("training", "exemption"),
    "PLAN-1": ("enrollment", "discharge", "functional_screen", "assessment", "service_plan"),
    "PLAN-2": ("enrollment", "discharge", "functional_screen", "assessment", "service_plan"),
    "PLAN-3": ("enrollment", "discharge", "assessment", "service_plan"),
    "PLAN-8": ("enrollment", "discharge", "functional_screen", "assessment", "service_plan"),
    "DSC-1": ("discharge_summary",),
    "DSC-2": ("discharge_summary",),
    "DSC-3": ("discharge_summary",),
    "DSC-4": ("discharge_summary",),
    "OVS-4": ("documentation_oversight",),
    "BIL-TRN": ("training", "exemption"),
    "MON-2": ("monitoring_visit", "service", "progress_note", "invoice_line"),
    "MON-3": ("service", "progress_note"),
    "CAP-4": ("plan_of_action",),
}


@pytest.fixture(scope="module", params=SEEDS)
def county(request):
    found = County(request.param, people=40, staff=30)
    assert min(len(found.tables[rule.about.name]) for rule in PACK.rules) > 1, "every rule is asked of some rows"
    return found


@pytest.fixture(scope="module")
def world(county):
    return World(county.tables)


@pytest.fixture(scope="module")
def crowded(county):
    others = County(county.random.randrange(10**6), people=15, staff=10).tables
    return World({name: [*others[name], *rows] for name, rows in county.tables.items()})


@pytest.fixture(scope="module")
def known(county):
    """What was known before the day asked, with nothing recorded for that day or after it."""
    tables = {
        name: [row for row in rows if all(day < county.on for day in days_in(row))]
        for name, rows in county.tables.items()
    }
    staff = [{**row, "ended_on": None} for row in county.tables["staff"]]
    known = {name: county.tables[name] for name in ("participant", "provider")}
    return World(with_parents({**tables, **known, "staff": staff}))


def days_in(row):
    """Every day a row records; of a moment, its day."""
    days = (value.date() if isinstance(value, datetime) else value for value in row.values())
    return [day for day in days if isinstance(day, date)]


def said(rule, world, on, choices):
    """Key to what an answer says; every row is answered once."""
    answers = ask(rule, world, on=on, choices=of_rule(rule, choices))
    found = {a.key: a for a in answers}
    assert len(found) == len(answers)
    return found


def whole(answer):
    holds = [(c.id, c.holds, c.sentence, c.note) for c in answer.criteria]
    return answer.answer, answer.due, holds, answer.next_step, answer.who


def days_of(tables, key):
    """Every recorded day of one participant or staff member."""
    return [
        day
        for rows in tables.values()
        for row in rows
        if key in (row.get("participant_id"), row.get("staff_id"), row.get("provider_id"))
        for day in days_in(row)
    ]


@pytest.mark.parametrize("rule", RULES)
def test_one_row_in_one_row_out(rule, county, world):
    answers = said(rule, world, county.on, county.choices)

    assert answers.keys() == {row[rule.about.key] for row in county.tables[rule.about.name]}


@pytest.mark.parametrize("rule", RULES)
def test_other_people_change_nothing(rule, county, world, crowded):
    alone = said(rule, world, county.on, county.choices)
    among_others = said(rule, crowded, county.on, county.choices)

    assert {key: whole(among_others[key]) for key in alone} == {key: whole(answer) for key, answer in alone.items()}


@pytest.mark.parametrize("rule", RULES)
def test_records_a_rule_does_not_speak_of_change_nothing(rule, county, world):
    read = {rule.about.name, *READS.get(rule.id, ()), "participant", "staff", "provider"}
    fewer = {name: rows if name in read else [] for name, rows in county.tables.items()}

    with_all = said(rule, world, county.on, county.choices)
    without = said(rule, World(with_parents(fewer)), county.on, county.choices)

    assert {key: whole(a) for key, a in without.items()} == {key: whole(a) for key, a in with_all.items()}


@pytest.mark.parametrize("rule", RULES)
def test_waiting_alone_settles_nothing(rule, county, known):
    """With no new fact a duty stays broken: not met never turns into not yet due, and no line turns from no to yes."""
    on = county.on
    has_enrollment = {row["participant_id"] for row in known.tables["enrollment"]}
    before = said(rule, known, on, county.choices)

    for days in LATER:
        after = said(rule, known, on + timedelta(days=days), county.choices)
        for key, then in before.items():
            now = after[key]
            might_enroll = rule.about.name == "participant" and then.root not in has_enrollment
            if then.due != now.due or might_enroll:
                continue  # another duty, or somebody who only might enroll: then the day asked is what is judged
            assert (then.answer, now.answer) != ("not met", "not yet due")
            turned = [c.id for c, d in zip(then.criteria, now.criteria, strict=True) if c.holds is False and d.holds]
            assert turned == [], (key, days)


@pytest.mark.parametrize("rule", RULES)
def test_an_answer_stands_until_a_recorded_day_or_the_day_it_says_it_changes(rule, county, world):
    """Stored answers are made anew on these days only."""
    on = county.on
    before = said(rule, world, on, county.choices)
    recorded = {answer.root: days_of(county.tables, answer.root) for answer in before.values()}

    for days in LATER:
        until = on + timedelta(days=days)
        after = said(rule, world, until, county.choices)
        for key, then in before.items():
            comes = any(on <= day <= until for day in recorded[then.root])
            if not comes and not (then.changes_on and then.changes_on <= until):
                assert whole(after[key]) == whole(then), (key, days)


def test_every_table_a_rule_reads_is_a_table():
    assert {name for names in READS.values() for name in names} <= TABLES.keys()
    assert READS.keys() <= {rule.id for rule in PACK.rules}
