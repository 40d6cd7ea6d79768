"""Each rule is asked about from the first day of its first version, and not the day before."""

from datetime import date, datetime, time

import pytest

from law.people import ask_each

from .boundary import PACK, completed, days, enrolled, served

OVERSIGHT = "documentation_oversight"


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
    "OVS-1": lambda day: {OVERSIGHT: [{"sample_named_on": day, "participant_count": 5}]},
    "OVS-2": lambda day: {OVERSIGHT: [{"announced_on": day}]},
    "OVS-3": lambda day: {OVERSIGHT: [{"sample_named_on": day}]},
    "OVS-4": lambda day: {"packet": [{"number": "1", "sent_at": datetime.combine(day, time(23, 59))}]},
    "OVS-5": lambda day: {OVERSIGHT: [{"packet_received_on": day}]},
    "MON-1": lambda day: {"monitoring_visit": [{"visited_on": day}]},
    "MON-3": lambda day: {"invoice_line": [{"served_on": day}]},
    "POA-1": lambda day: {"plan_of_action": [{"issued_on": day, "kind": "by_a_date"}]},
    "POA-2": lambda day: {"plan_of_action": [{"issued_on": day, "kind": "as_soon_as_possible"}]},
    "CAP-1": lambda day: {
        "plan_of_action": [{"issued_on": day, "kind": "by_a_date", "due_on": day, "done_on": day + days(1)}]
    },
    "CAP-2": lambda day: {"corrective_action_plan": [{"opened_on": day, "notified_on": day}]},
    "CAP-3": lambda day: {"corrective_action_plan": [{"opened_on": day, "signed_copy_on": day}]},
    "CAP-4": lambda day: {"corrective_action_plan": [{"opened_on": day}]},
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
    "PRV-1": {"provider": [{"kind": "program_agency"}]},
    "PRV-2": {"provider": [{"kind": "peer_support"}]},
    "PRV-3": {"provider_location": [{"setting": "cbrf"}]},
    "PRV-4": {"staff": [{"started_on": date(2018, 1, 2)}]},
    "CPS": {"staff": [{}], "credential": [{"kind": "certified_peer_specialist"}]},
    "MON-2": {"monitoring_visit": [{"planned_on": date(2018, 9, 3)}], "monitoring_request": [{"kind": "license"}]},
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
