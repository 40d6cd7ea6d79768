"""Incidents: one report for each participant, the way of each, and the death that is reported twice."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from alongside.records import actions
from alongside.records.models import IncidentReport
from alongside.records.problems import Problems
from people import TODAY, a_participant, moment

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}


def a_fire(**changed):
    return {
        "what_happened": "A pan of oil caught fire; the alarm went off and everybody went outside.",
        "reported_by": "Kit Alder, community living worker",
        "happened_on": date(2026, 11, 18),
        "happened_at": moment("2026-11-18 18:10"),
        "learned_at": moment("2026-11-18 18:15"),
        "place": "the kitchen of Cedar House",
        "is_health_or_safety": True,
        **changed,
        **SAID,
    }


def test_a_kitchen_fire_that_touched_three_people_is_three_reports_of_one_incident(in_program_a):
    people = [a_participant(given_name=name) for name in ("Uma", "Lee", "Ida")]

    reports = actions.report_incident(participants=people, **a_fire())

    assert [report.participant for report in reports] == people
    assert len({report.incident for report in reports}) == 1
    (another,) = actions.report_incident(participants=people[:1], **a_fire())
    assert another.incident != reports[0].incident


def test_each_report_goes_its_own_way_once(in_program_a):
    first, second = actions.report_incident(participants=[a_participant(), a_participant()], **a_fire())
    told = {"told_at": moment("2026-11-19 09:00"), "told_by": "Cora Plover", **SAID}

    actions.tell_program(report=first, **told)
    actions.tell_state(report=first, **told)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.program_told_by, first.state_told_by, first.version) == ("Cora Plover", "Cora Plover", 3)
    assert second.program_told_at is second.state_told_at is None
    with pytest.raises(Problems, match="expected not yet recorded"):
        actions.tell_state(report=first, **told)


NO_REPORT = [
    ({"what_happened": ""}, "what_happened"),
    ({"reported_by": " "}, "reported_by"),
    ({"learned_at": "0001-01-01 00:00"}, "learned_at"),
    ({"learned_at": "9999-12-31 23:59"}, "learned_at"),
    ({"learned_at": "2026-11-18 18:09"}, "learned_at"),
    ({"learned_at": "2026-11-21 00:01"}, "learned_at"),
    ({"happened_on": date(2026, 11, 21)}, "happened_on"),
    ({"is_health_or_safety": False, "is_reportable_death": True}, "is_health_or_safety"),
]


@pytest.mark.parametrize("changed, field", NO_REPORT)
def test_what_is_no_report(in_program_a, changed, field):
    if "learned_at" in changed:
        said = datetime.fromisoformat(changed["learned_at"])
        changed = {"learned_at": said.replace(tzinfo=ZoneInfo("US/Central"))}
    with pytest.raises(Problems) as refusal:
        actions.report_incident(participants=[a_participant()], **a_fire(**changed))
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert not IncidentReport.objects.exists()


def test_an_incident_that_touched_nobody_is_not_reported(in_program_a):
    with pytest.raises(Problems, match="participants: found nothing"):
        actions.report_incident(participants=[], **a_fire())


def test_nobody_is_told_before_anybody_knew(in_program_a):
    (report,) = actions.report_incident(participants=[a_participant()], **a_fire())
    with pytest.raises(Problems, match="no earlier than 2026-11-18 18:15"):
        actions.tell_state(report=report, told_at=moment("2026-11-18 18:14"), told_by="Cora Plover", **SAID)
    with pytest.raises(Problems, match="program_told_by: found nothing"):
        actions.tell_program(report=report, told_at=moment("2026-11-18 18:16"), told_by=" ", **SAID)


def test_a_death_is_reported_to_the_department_and_to_the_division(in_program_a):
    (report,) = actions.report_incident(participants=[a_participant()], **a_fire(is_reportable_death=True))
    sent_at = moment("2026-11-19 12:00")

    report = actions.report_death(report=report, reported_at=sent_at, reported_by="Cora Plover", **SAID)

    assert (report.death_reported_at, report.state_told_at) == (sent_at, None)
    with pytest.raises(Problems, match="Both reports are owed"):
        actions.correct(record=report, version=2, changes={"is_health_or_safety": False}, **SAID)
