"""For every day a rule counts to: the day before, the day, the day after; at month ends, 29 February, year's turn."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta

import pytest

from alongside.facts.tables import TOPICS
from alongside.packs import PACKS
from alongside.packs.asking import ask
from law.people import ask_each, world_of

from .oracle import add_months, birthday
from .oracle_of_care import HERE, moment

PACK = PACKS["wisconsin_crs"]
LATER = date(2030, 6, 15)
MONTH_ENDS = [date(year, month, monthrange(year, month)[1]) for year in (2023, 2024, 2025) for month in range(1, 13)]
ANCHORS = sorted(
    {
        *MONTH_ENDS, *(day + timedelta(days=1) for day in MONTH_ENDS), date(2024, 2, 28), date(2024, 2, 29),
        date(2025, 2, 28), date(2023, 11, 29), date(2023, 11, 30), date(2024, 8, 29), date(2024, 8, 30),
    }
)  # fmt: skip
FEW = [
    date(2024, 2, 29), date(2023, 2, 28), date(2024, 8, 31), date(2023, 8, 31), date(2024, 11, 30), date(2024, 12, 31),
    date(2025, 1, 1), date(2023, 5, 31), date(2024, 3, 1), date(2024, 10, 31),
]  # fmt: skip
OFF = (-1, 0, 1)
NEVER, LATE = ["not met"] * 3, ["met", "met", "not met"]
FROM_THE_DAY, UNTIL_THE_DAY = ["not met", "met", "met"], ["met", "met", "not met"]
NOT_YET = ["not yet due", "not yet due", "not met"]


def days(count):
    return timedelta(days=count)


def words(rule_id, anchors, facts, on=LATER, choices=None):
    """Anchor to the three answers for facts made from it and -1, 0 or 1 day; all asked on one day."""
    worlds = {f"{anchor} {off:+}": facts(anchor, days(off)) for anchor in anchors for off in OFF}
    found = ask_each(PACK.rule(rule_id), worlds, on, choices)
    return {anchor: [found[f"{anchor} {off:+}"][-1].answer for off in OFF] for anchor in anchors}


def words_when_asked(rule_id, anchors, facts, due):
    """Anchor to the three answers for one set of facts asked the day before it is due, on the day and after it."""
    rule = PACK.rule(rule_id)
    world = world_of(rule, {str(anchor): facts(anchor) for anchor in anchors})
    return {
        anchor: [ask(rule, world, on=due(anchor) + days(off), about=[str(anchor)])[0] for off in OFF]
        for anchor in anchors
    }


def enrolled(day, **more):
    return {"enrollment": [{"enrolled_on": day}], **more}


def completed(*on):
    return [{"completed_on": day} for day in on]


def served(day):
    return {"service_id": "V1", "served_on": day}


def billable(day):
    """A service that may be billed."""
    return {
        "participant": [{"born_on": date(1990, 1, 10)}],
        "coverage": [{"plan": "medicaid"}],
        "plan_line": [{"kind": "clss"}],
        "service": [
            {
                **served(day), "kind": "clss", "unit": "fifteen_minutes",
                "started_at": datetime.combine(day, time(10)), "stopped_at": datetime.combine(day, time(11)),
            }
        ],
        "progress_note": [{"service_id": "V1", "signed_on": day}],
        "claim": [{"service_id": "V1", "claimed_on": day}],
    }  # fmt: skip


def trained(held_on):
    return [{"topic": topic, "hours": "1.5", "held_on": held_on} for topic in TOPICS]


# ------------------------------------------------------------------------------------------- by three months


def test_training_on_the_last_day_of_the_three_months_counts():
    def facts(started_on, off):
        return {"staff": [{"started_on": started_on}], "training": trained(add_months(started_on, 3) + off)}

    assert words("TRN-1", ANCHORS, facts) == dict.fromkeys(ANCHORS, LATE)


def test_some_last_days_written_out():
    """By hand, so that the arithmetic of the tests themselves stands on something."""
    last_days = {
        date(2025, 1, 31): date(2025, 4, 30),
        date(2023, 11, 30): date(2024, 2, 29),
        date(2024, 11, 30): date(2025, 2, 28),
        date(2024, 2, 29): date(2024, 5, 29),
        date(2024, 10, 1): date(2025, 1, 1),
        date(2024, 9, 30): date(2024, 12, 30),
    }
    found = ask_each(PACK.rule("TRN-1"), {str(day): {"staff": [{"started_on": day}]} for day in last_days}, LATER)

    assert {date.fromisoformat(name): answers[0].due for name, answers in found.items()} == last_days


def test_the_training_duty_is_not_yet_due_until_its_last_day_is_over():
    found = words_when_asked(
        "TRN-1", FEW, lambda day: {"staff": [{"started_on": day}]}, due=lambda day: add_months(day, 3)
    )  # fmt: skip

    for anchor, answers in found.items():
        assert [answer.answer for answer in answers] == NOT_YET, anchor
        assert {answer.due for answer in answers} == {add_months(anchor, 3)}
        assert answers[0].changes_on == answers[1].changes_on == add_months(anchor, 3) + days(1)


# -------------------------------------------------------------------------------------------- by the plan cycle


@pytest.mark.parametrize("rule_id,months", [("PLAN-3", 6), ("PLAN-2", 12), ("PLAN-3", 18), ("PLAN-2", 24)])
def test_an_update_on_its_day_is_in_time(rule_id, months):
    """Asked a month after the day. Clamped days never drift: each is counted from the enrollment date."""
    worlds, rule = {}, PACK.rule(rule_id)
    for anchor in FEW:
        before = [add_months(anchor, n) for n in range(0, months, 6)]
        yearly = [add_months(anchor, n) for n in range(0, months, 12)]
        for off in OFF:
            day = add_months(anchor, months) + days(off)
            papers, screens = completed(*before, day), completed(*yearly, day)
            worlds[f"{anchor} {off}"] = enrolled(
                anchor, assessment=papers, service_plan=papers, functional_screen=screens
            )  # fmt: skip
    world = world_of(rule, worlds)

    for anchor in FEW:
        due = add_months(anchor, months)
        answers = ask(rule, world, on=due + days(30), about=[f"{anchor} {off}" for off in OFF])
        found = {answer.root: answer for answer in answers}

        assert [found[f"{anchor} {off}"].answer for off in OFF] == LATE, (anchor, months)
        assert found[f"{anchor} 0"].due == due


@pytest.mark.parametrize(
    "rule_id,months", [("PLAN-1", 0), ("PLAN-3", 6), ("PLAN-2", 12), ("PLAN-3", 18), ("PLAN-2", 24)]
)
def test_an_update_is_not_yet_due_until_its_day_is_over(rule_id, months):
    found = words_when_asked(rule_id, FEW[:6], enrolled, due=lambda day: add_months(day, months))

    for anchor, answers in found.items():
        assert [answer.answer for answer in answers] == NOT_YET, (anchor, months)
        assert {answer.due for answer in answers} == {add_months(anchor, months)}


# ---------------------------------------------------------------------------------------------------- by age


def test_fourteen_on_the_day_of_enrollment():
    born = [*ANCHORS, date(2008, 2, 29), date(2004, 2, 29)]

    def facts(born_on, off):
        return {"participant": [{"born_on": born_on}], **enrolled(birthday(born_on, 14) + off)}

    assert words("ELG-1", born, facts, on=date(2045, 1, 1)) == dict.fromkeys(born, FROM_THE_DAY)


def test_the_adult_screen_counts_from_the_eighteenth_birthday():
    born = [*FEW, date(2008, 2, 29), date(2004, 2, 29)]

    def facts(born_on, off):
        screen = {"kind": "mh_sud", "result": "eligible", "completed_on": birthday(born_on, 18) + off}
        first = enrolled(birthday(born_on, 15), functional_screen=[screen])
        return {"participant": [{"born_on": born_on}], **first}

    expected = ["a person must decide", "met", "met"]
    assert words("ELG-3", born, facts, on=date(2045, 1, 1)) == dict.fromkeys(born, expected)


# ------------------------------------------------------------------------------------------------ by periods


@pytest.mark.parametrize(
    "edge,expected", [("ends_on", FROM_THE_DAY), ("starts_on", UNTIL_THE_DAY)], ids=["last day", "first day"]
)
@pytest.mark.parametrize(
    "rule_id,table,row", [("ELG-2", "coverage", {"plan": "medicaid"}), ("ELG-4", "residence", {"setting": "own_home"})]
)
def test_first_and_last_days_of_a_period_count(rule_id, table, row, edge, expected):
    """Somebody discharged is judged on the day of discharge."""

    def facts(discharged_on, off):
        ended = {"discharge": [{"discharge_id": "D1", "discharged_on": discharged_on}]}
        return {**enrolled(date(2022, 1, 3)), **ended, table: [{**row, edge: discharged_on + off}]}

    outside = "not met" if rule_id == "ELG-2" else "facts missing"  # nobody recorded another home
    expected = [outside if word == "not met" else word for word in expected]
    assert words(rule_id, ANCHORS, facts) == dict.fromkeys(ANCHORS, expected)


def test_the_twelve_months_before_a_request():
    """The Division decides; whether the training was recent is shown to it and to the reader."""

    def recent(day_of):
        worlds = {
            f"{anchor} {off:+}": {"exemption": [{"requested_on": anchor, "completed_on": day_of(anchor) + days(off)}]}
            for anchor in ANCHORS
            for off in OFF
        }
        found = ask_each(PACK.rule("TRN-3"), worlds, LATER)
        told = {
            name: next(c.holds for c in answers[0].criteria if c.id == "TRN-3.recent")
            for name, answers in found.items()
        }
        assert {answers[0].answer for answers in found.values()} <= {"a person must decide"}
        return {anchor: [told[f"{anchor} {off:+}"] for off in OFF] for anchor in ANCHORS}

    assert recent(lambda day: add_months(day, -12)) == {day: [False, True, True] for day in ANCHORS}
    assert recent(lambda day: day) == {day: [True, True, False] for day in ANCHORS}


def test_an_exemption_is_decided_from_the_day_of_the_decision():
    for decision, expected in (
        ("granted", ["met", "met", "a person must decide"]),
        ("refused", ["does not apply", "does not apply", "a person must decide"]),
    ):
        for on in FEW:
            asked = {"requested_on": on - days(30), "decision": decision}
            worlds = {f"{off:+}": {"exemption": [{**asked, "decided_on": on + days(off)}]} for off in OFF}

            found = ask_each(PACK.rule("TRN-3"), worlds, on)

            assert [found[f"{off:+}"][0].answer for off in OFF] == expected


def test_ninety_days_after_the_last_contact_by_the_older_page():
    def facts(last_contact_on, off):
        discharged_on = last_contact_on + days(90) + off
        lost = {"discharge_id": "D1", "cause": "whereabouts_unknown", "discharged_on": discharged_on}
        return {"participant": [{}], "discharge": [{**lost, "last_contact_on": last_contact_on}]}

    older = {"older_discharge_page": "in force"}
    assert words("DSC-8", ANCHORS, facts, choices=older) == dict.fromkeys(ANCHORS, FROM_THE_DAY)


@pytest.mark.parametrize("rule_id", ["DSC-1", "DSC-2", "DSC-4", "DSC-6"])
def test_a_discharge_is_asked_about_from_its_day(rule_id):
    rule = PACK.rule(rule_id)
    for on in FEW:
        ended = {"discharge_id": "D1", "is_planned": False, "has_summary": rule_id == "DSC-2"}
        worlds = {f"{off:+}": {"discharge": [{**ended, "discharged_on": on + days(off)}]} for off in OFF}

        found = ask_each(rule, worlds, on)

        assert [found[f"{off:+}"][0].answer == "does not apply" for off in OFF] == [False, False, True]


# ------------------------------------------------------------------------------------------------- of services


def test_the_365th_day_after_a_service_is_the_last_to_claim_it():
    def facts(served_on, off):
        claimed = {"service_id": "V1", "claimed_on": served_on + days(365) + off}
        return {**billable(served_on), "claim": [claimed]}

    assert words("BIL", FEW, facts) == dict.fromkeys(FEW, LATE)


def test_nobody_claims_after_the_365th_day():
    rule = PACK.rule("BIL")
    for served_on in FEW[:3]:
        world = world_of(rule, {"one": {**billable(served_on), "claim": []}})
        said = [ask(rule, world, on=served_on + days(365) + days(off))[0] for off in OFF]

        assert [answer.answer for answer in said] == LATE, served_on
        assert said[0].changes_on == said[1].changes_on == served_on + days(366)


def test_the_180th_day_after_a_service_is_the_last_unlisted():
    rule = PACK.rule("PPS-1")
    for served_on in FEW[:3]:
        world = world_of(rule, {"one": enrolled(served_on, service=[{"served_on": served_on}])})
        said = [ask(rule, world, on=served_on + days(180) + days(off))[0] for off in OFF]

        assert [bool(answer.advice) for answer in said] == [False, False, True], served_on
        assert said[0].changes_on == said[1].changes_on == served_on + days(181)


@pytest.mark.parametrize("table,edge", [(t, e) for t in ("coverage", "plan_line") for e in ("starts_on", "ends_on")])
def test_a_service_on_the_first_and_last_day_of_a_period_is_covered_by_it(table, edge):
    def facts(served_on, off):
        made = billable(served_on)
        return {**made, table: [{**made[table][0], edge: served_on + off}]}

    assert words("BIL", ANCHORS, facts, on=date(2024, 2, 1)) == dict.fromkeys(
        ANCHORS, FROM_THE_DAY if edge == "ends_on" else UNTIL_THE_DAY
    )


@pytest.mark.parametrize("added,found", [("clss", FROM_THE_DAY), ("peer_support", ["met", "not met", "not met"])])
def test_a_plan_authorizes_from_the_day_it_is_completed_and_drops_what_the_one_before_did(added, found):
    def facts(served_on, off):
        before, after = ("peer_support", "clss") if added == "clss" else ("clss", "peer_support")
        plans = [{"service_plan_id": "P1", "completed_on": served_on - timedelta(days=150)},
                 {"service_plan_id": "P2", "completed_on": served_on - off}]  # fmt: skip
        lines = [{"service_plan_id": "P1", "kind": before}, {"service_plan_id": "P2", "kind": after}]
        return {**billable(served_on), "service_plan": plans, "plan_line": lines}

    assert words("BIL", ANCHORS, facts, on=date(2024, 2, 1)) == dict.fromkeys(ANCHORS, found)


# ------------------------------------------------------------------------------------- by hours, where clocks change

CHANGES = [date(2026, 3, 8), date(2026, 11, 1), date(2025, 3, 9), date(2026, 7, 4)]


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_24_hours_are_24_hours_whatever_the_clock_shows(change):
    """The hour that is left out or comes twice is counted as the clock runs, not as it shows."""
    worlds = {}
    for hour in range(24):
        learned = datetime.combine(change - days(1), time(hour, 30))
        until = moment(learned) + timedelta(hours=24)
        for off in OFF:
            shown = (until + timedelta(minutes=off)).astimezone(HERE)
            if shown.fold == 0:  # an hour that comes twice cannot be told by what the clock shows
                worlds[f"{hour} {off:+}"] = {
                    "incident_report": [
                        {
                            "happened_on": change, "is_reportable_death": True, "learned_at": learned,
                            "death_reported_at": shown.replace(tzinfo=None),
                        }
                    ]
                }  # fmt: skip

    found = ask_each(PACK.rule("INC-6"), worlds, on=change + days(5))

    for name, (answer,) in found.items():
        hour, off = map(int, name.split())
        learned = moment(datetime.combine(change - days(1), time(hour, 30)))
        assert answer.answer == ("not met" if off > 0 else "met"), name
        assert answer.due == (learned + timedelta(hours=24)).astimezone(HERE).date(), name


@pytest.mark.parametrize("change,minutes", [(date(2026, 3, 8), 120), (date(2026, 11, 1), 240), (date(2026, 7, 4), 180)])
def test_a_service_across_the_change_of_clocks_lasts_as_long_as_it_lasts(change, minutes):
    times = {"started_at": datetime.combine(change, time(0, 30)), "stopped_at": datetime.combine(change, time(3, 30))}
    answers = ask_each(PACK.rule("BIL"), {"one": {"service": [{**served(change), **times}]}}, on=LATER)

    assert answers["one"][0].facts["minutes"] == minutes


# ------------------------------------------------------------------------------- from the day a rule begins


def discharged(day, **more):
    return {**enrolled(date(2017, 1, 3)), "discharge": [{"discharge_id": "D1", "discharged_on": day, **more}]}


# Facts that the rule dates on the day given.
DATED_ON = {
    "ELG-1": discharged,
    "ELG-2": discharged,
    "ELG-3": discharged,
    "ELG-4": discharged,
    "TRN-1": lambda day: {"staff": [{"started_on": day}]},
    "TRN-2": lambda day: {"staff": [{}], "training": [{"held_on": day}]},
    "TRN-3": lambda day: {"staff": [{}], "exemption": [{"requested_on": day}]},
    "SET-3": lambda day: {"assessment": [{"completed_on": day, "needs": "a quiet home"}]},
    "IPS": lambda day: {"employment": [{"wanted_on": day}]},
    "PLAN-4": lambda day: {"service_plan": completed(day)},
    "PLAN-5": lambda day: {"service_plan": [{"completed_on": day, "has_outcomes": True}]},
    "NOTE": lambda day: {"service": [served(day)], "progress_note": [{"service_id": "V1"}]},
    "BIL": lambda day: {"service": [served(day)]},
    "BIL-TRN": lambda day: {"service": [served(day)]},
    "INC-1": lambda day: {"incident_report": [{"happened_on": day, "is_health_or_safety": True}]},
    "INC": lambda day: {"incident_report": [{"happened_on": day, "is_health_or_safety": True}]},
    "INC-6": lambda day: {"incident_report": [{"happened_on": day, "is_reportable_death": True}]},
    "DSC-1": discharged,
    "DSC-2": lambda day: discharged(day, has_summary=True),
    "DSC-3": lambda day: discharged(day, is_planned=True),
    "DSC-4": lambda day: discharged(day, is_planned=False),
    "DSC-6": discharged,
    "DSC-8": lambda day: discharged(day, cause="refused_services"),
    "DSC-9": lambda day: discharged(day, is_involuntary=True),
}
# These are judged by the day asked: facts to ask about.
DATED_BY_ASKING = {
    "PLAN-1": enrolled(date(2018, 6, 1)),
    "PLAN-2": enrolled(date(2017, 1, 3)),
    "PLAN-3": enrolled(date(2017, 1, 3)),
    "PLAN-6": enrolled(date(2017, 1, 3)),
    "SET-2": {"residence": [{"setting": "adult_family_home", "beds": 5}]},
    "PPS-1": enrolled(date(2018, 6, 1), service=[{"served_on": date(2019, 12, 2)}]),
    "PLAN-8": enrolled(date(2017, 1, 3), assessment=completed(date(2017, 1, 3))),
}


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_a_rule_begins_on_its_day(rule):
    first = list(rule.versions())[-1][0].since
    eve = first - days(1)
    older = {"older_discharge_page": "in force", "support_plan": "yearly"}

    if rule.id in DATED_BY_ASKING:
        facts = {"one": DATED_BY_ASKING[rule.id]}
        before, after = (ask_each(rule, facts, on, older)["one"] for on in (eve, first))
    else:
        facts = {"before": DATED_ON[rule.id](eve), "after": DATED_ON[rule.id](first)}
        before, after = ask_each(rule, facts, first + days(30), older).values()

    assert before[-1].answer == "does not apply"
    assert after[-1].answer != "does not apply"
