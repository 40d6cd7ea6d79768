"""Who may read and work on incident reports, as a table; and that a list shows exactly what can be opened."""

import pytest

from alongside.access import incident_policies as policies
from alongside.access.policies import NotAllowed, may_open_record
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import IncidentReport
from people import TODAY, a_line, a_participant, a_peer_specialist, a_service_plan, moment

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}
READS, WORKS, TELLS = policies.may_see_incident_report, policies.may_work_on_incident, policies.may_tell_state

# Who may read, work on, and tell the state about: an open report, and one of abuse or neglect.
TABLE = {
    "administrator": ((True, True, True), (True, True, True)),
    "coordinator": ((True, True, True), (True, True, True)),
    "supervisor": ((True, True, False), (False, False, False)),
    "assigned supervisor": ((True, True, False), (True, True, False)),
    "biller": ((True, False, False), (False, False, False)),
    "direct staff who serves": ((True, False, False), (False, False, False)),
    "direct staff elsewhere": ((False, False, False), (False, False, False)),
    "reporter": ((True, True, False), (True, True, False)),
    "state reviewer": ((False, False, False), (False, False, False)),
}


@pytest.fixture
def here(acting_for, program_a, member, monkeypatch):
    """The people of the table, and a report of each kind."""
    monkeypatch.setattr("alongside.access.policies.today", lambda: TODAY)
    with acting_for(program_a):
        staff = a_peer_specialist()
    serves = {"staff_id": staff.pk, "provider_id": staff.provider_id}
    people = {
        "administrator": member(program_a, Role.ADMINISTRATOR),
        "coordinator": member(program_a, Role.COORDINATOR),
        "supervisor": member(program_a, Role.SUPERVISOR),
        "assigned supervisor": member(program_a, Role.SUPERVISOR, name="Sue Tamarack"),
        "biller": member(program_a, Role.BILLER),
        "direct staff who serves": member(program_a, Role.DIRECT_STAFF, **serves),
        "direct staff elsewhere": member(program_a, Role.DIRECT_STAFF, name="Ash Elm"),
        "reporter": member(program_a, Role.DIRECT_STAFF, name="Kit Alder"),
        "state reviewer": member(program_a, Role.STATE_REVIEWER),
    }
    with acting_for(program_a):
        touched = a_participant()
        a_service_plan(touched, lines=[a_line(provider=staff.provider)])
        written = {"what_happened": "x", "reported_by": "Kit Alder", "learned_at": moment("2026-11-19 10:00")}
        by = {"on": TODAY, "by": people["reporter"].user}
        ((plain,), (few,)) = (
            actions.report_incident(participants=[touched], is_restricted=restricted, **written, **by)
            for restricted in (False, True)
        )
        for report in (plain, few):
            actions.assign_supervisor(report=report, supervisor=people["assigned supervisor"].user, **SAID)
    return people, plain, few


@pytest.mark.parametrize("who", TABLE)
def test_the_table_holds_and_lists_show_what_can_be_opened(here, acting_for, program_a, who):
    people, plain, few = here
    actor = people[who]
    with acting_for(program_a):
        for report, expected in zip((plain, few), TABLE[who], strict=True):
            assert tuple(policy.allowed(actor, report) for policy in (READS, WORKS, TELLS)) == expected
            listed = IncidentReport.objects.filter(READS.rows(actor), pk=report.pk).exists()
            assert listed is READS.allowed(actor, report) is may_open_record.allowed(actor, report)


def test_the_refusal_says_who_may(here, acting_for, program_a):
    people, _, few = here
    with acting_for(program_a), pytest.raises(NotAllowed, match="the supervisor assigned, and to whoever reported it"):
        READS(people["biller"], few)


def test_one_restricted_report_restricts_the_other_of_its_event(here, acting_for, program_a):
    people, _, few = here
    with acting_for(program_a):
        other = IncidentReport(program_id=few.program_id, participant=a_participant(), incident=few.incident)
        other.save()
        assert not READS.allowed(people["supervisor"], other)
        assert not IncidentReport.objects.filter(READS.rows(people["supervisor"]), pk=other.pk).exists()


def test_reports_of_another_program_are_nobodys(here, acting_for, coordinator_b):
    _, plain, _ = here

    assert not READS.allowed(coordinator_b, plain)


def test_everybody_in_the_program_reports_and_those_who_run_it_keep_the_table(here, program_a, program_b):
    people, _, _ = here
    may = {who for who, actor in people.items() if policies.may_report_incident.allowed(actor, program_a)}
    assert may == set(TABLE) - {"state reviewer"}
    keeps = {who for who, actor in people.items() if policies.may_set_categories.allowed(actor, program_a)}
    assert keeps == {"administrator", "coordinator"}
    assert not policies.may_report_incident.allowed(people["coordinator"], program_b)


@pytest.mark.parametrize("table", ["incident_report", "incident_step", "follow_up", "incident_supervisor"])
def test_from_a_participants_own_seat_nothing_of_it_is_read(here, acting_for, program_a, table):
    from django.db import connection

    from alongside.access.context import acting

    _, _, few = here
    with acting_for(program_a):
        said = {"told_at": moment("2026-11-19 11:00"), "told_by": "Kit"}
        actions.tell_program(report=few, **said, **SAID)
        actions.plan_follow_up(report=few, what="Visit", who="Kit", **SAID)
        for seat, rows in ((None, True), (few.participant_id, False)):
            with acting(participant=seat), connection.cursor() as cursor:
                cursor.execute(f"select count(*) > 0 from {table}")
                assert cursor.fetchone() == (rows,)
