"""The days of services: the day before, the day, the day after; and hours where clocks change."""

from datetime import date, datetime, time, timedelta

import pytest

from alongside.packs.asking import ask
from law.people import ask_each, world_of

from .boundary import ANCHORS, FEW, FROM_THE_DAY, LATE, LATER, OFF, PACK, UNTIL_THE_DAY, days, enrolled, served, words
from .oracle_of_care import HERE, moment


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
