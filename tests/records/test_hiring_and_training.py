"""Staff members from the first day to the last, their papers, training and exemptions."""

from datetime import date
from decimal import Decimal

import pytest

from alongside.records import actions
from alongside.records.models import Credential, Person, StaffMember
from alongside.records.problems import Problems
from people import TODAY, a_peer_specialist, a_provider, the_program, trained

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}


def test_one_person_may_have_two_jobs(in_program_a):
    pia = a_peer_specialist(staff_number="S001")
    second = actions.hire(
        program=in_program_a, staff_number="S002", person=pia.person, provider=pia.provider,
        title="Employment specialist", started_on=date(2026, 5, 1), **SAID,
    )  # fmt: skip

    assert Person.objects.get().jobs.count() == 2
    assert second.name == pia.name == "Pia Wren"


def test_a_staff_number_in_use_is_named(in_program_a):
    a_peer_specialist(staff_number="S001")
    with pytest.raises(Problems, match="staff_number: found S001"):
        a_peer_specialist(staff_number="S001")
    assert Person.objects.count() == 1


def test_a_provider_is_recorded_once(in_program_a):
    a_provider("Cedar House CBRF", kind="cbrf")
    with pytest.raises(Problems, match="name: found Cedar House CBRF"):
        actions.add_provider(program=in_program_a, name="Cedar House CBRF", **SAID)


def test_employment_has_a_last_day(in_program_a):
    pia = a_peer_specialist(started_on="2025-11-30")
    with pytest.raises(Problems, match="no earlier than 2025-11-30"):
        actions.end_employment(staff=pia, ended_on=date(2025, 11, 29), **SAID)
    actions.end_employment(staff=pia, ended_on=date(2026, 11, 20), **SAID)

    assert StaffMember.objects.current(date(2026, 11, 20)).exists()
    assert not StaffMember.objects.current(date(2026, 11, 21)).exists()


def test_papers_have_their_days(in_program_a):
    pia = a_peer_specialist()
    actions.record_credential(
        staff=pia, kind="certified_peer_specialist", number="WI-3081",
        issued_on=date(2024, 11, 7), expires_on=date(2026, 11, 7), **SAID,
    )  # fmt: skip
    actions.record_background_check(staff=pia, completed_on=date(2025, 11, 1), **SAID)

    assert Credential.objects.current(date(2026, 11, 7)).exists()
    assert not Credential.objects.current(TODAY).exists()
    with pytest.raises(Problems, match="no later than 2026-11-20"):
        actions.record_background_check(staff=pia, completed_on=date(2026, 11, 21), **SAID)


def test_training_is_recorded_topic_by_topic(in_program_a):
    sessions = trained(a_peer_specialist(started_on="2025-11-30"), hours="10")

    assert len(sessions) == 7
    assert sum(session.hours for session in sessions) == Decimal("10.00")
    assert {session.held_on for session in sessions} == {date(2025, 12, 10)}


def test_training_may_leave_things_unknown(in_program_a):
    (session,) = trained(a_peer_specialist(), topics=["recovery"], method=None, county_signed_by=" ")
    session.refresh_from_db()
    assert (session.method, session.county_signed_by) == (None, None)


@pytest.mark.parametrize("hours", ["0", "-1", "24.25", "1.255", "NaN", "Infinity"])
def test_hours_are_hours_of_one_day(in_program_a, hours):
    with pytest.raises(Problems, match="hours: found"):
        actions.record_training(staff=a_peer_specialist(), topic="updates", hours=Decimal(hours), **SAID)


def test_an_exemption_is_asked_for_and_decided_once(in_program_a):
    asked = actions.request_exemption(
        staff=a_peer_specialist(), topic="confidentiality", requested_on=date(2026, 3, 10), hours=Decimal("2"),
        completed_on=date(2025, 3, 10), is_duplicative=True, rule_citation="DHS 83.19", is_documented=True, **SAID,
    )  # fmt: skip
    with pytest.raises(Problems, match="no earlier than 2026-03-10"):
        actions.decide_exemption(exemption=asked, decision="granted", decided_on=date(2026, 3, 9), **SAID)
    with pytest.raises(Problems, match="one of: granted, refused"):
        actions.decide_exemption(exemption=asked, decision="perhaps", decided_on=date(2026, 3, 20), **SAID)

    decided = actions.decide_exemption(exemption=asked, decision="granted", decided_on=date(2026, 3, 20), **SAID)

    assert (decided.decision, decided.version) == ("granted", 2)
    with pytest.raises(Problems, match="granted on 2026-03-20"):
        actions.decide_exemption(exemption=asked, decision="refused", decided_on=TODAY, **SAID)
    assert the_program() == in_program_a
