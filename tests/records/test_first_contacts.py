"""Somebody asks for services: gathered about, enrolled or refused; and who acts for them."""

from datetime import date

import pytest

from alongside.records import actions
from alongside.records.models import Participant, Representative
from alongside.records.problems import Problems
from people import TODAY, a_participant, discharged

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}
UMA = {"medicaid_id": "0914538148", "family_name": "Hazel", "given_name": "Uma", "born_on": date(2011, 5, 4)}


def a_contact(program):
    return actions.record_first_contact(
        program=program, **UMA, contacted_on=date(2026, 11, 3), requested_services="Peer support", **SAID
    )


def test_a_first_contact_is_somebody_known_and_not_enrolled(in_program_a):
    contact = a_contact(in_program_a)
    uma = contact.participant
    actions.record_coverage(participant=uma, plan="medicaid", **SAID)

    assert (uma.name, contact.requested_services) == ("Uma Hazel", "Peer support")
    assert not uma.enrollments.exists()
    assert actions.enroll_again(participant=uma, enrolled_on=TODAY, **SAID).participant == uma


def test_enrollment_is_refused_with_reasons_once(in_program_a):
    contact = a_contact(in_program_a)
    with pytest.raises(Problems, match="refused_reasons: found nothing"):
        actions.refuse_enrollment(contact=contact, refused_on=TODAY, reasons="", **SAID)
    with pytest.raises(Problems, match="no earlier than 2026-11-03"):
        actions.refuse_enrollment(contact=contact, refused_on=date(2026, 11, 2), reasons="No coverage.", **SAID)

    actions.refuse_enrollment(contact=contact, refused_on=TODAY, reasons="No coverage.", **SAID)

    with pytest.raises(Problems, match="a refusal of 2026-11-20"):
        actions.refuse_enrollment(contact=contact, refused_on=TODAY, reasons="No coverage.", **SAID)


def test_who_is_enrolled_is_not_refused_and_who_left_may_ask_again(in_program_a):
    uma = a_participant()
    contact = actions.record_return(participant=uma, contacted_on=date(2026, 11, 3), **SAID)
    with pytest.raises(Problems, match="found an enrollment since 2025-08-31"):
        actions.refuse_enrollment(contact=contact, refused_on=TODAY, reasons="No coverage.", **SAID)
    discharged(uma)
    actions.refuse_enrollment(contact=contact, refused_on=TODAY, reasons="No coverage.", **SAID)


def test_a_medicaid_id_in_use_is_named(in_program_a):
    a_contact(in_program_a)
    with pytest.raises(Problems, match="0914538148"):
        a_contact(in_program_a)
    assert Participant.objects.count() == 1


def test_a_representative_acts_from_a_day_to_a_day(in_program_a):
    uma = a_participant(born_on="2010-03-02")
    said = {"participant": uma, "kind": "parent", "name": "Rae Hazel", **SAID}
    actions.add_representative(starts_on=date(2010, 3, 2), ends_on=date(2028, 3, 1), **said)

    assert Representative.objects.current(date(2028, 3, 1)).exists()
    assert not Representative.objects.current(date(2028, 3, 2)).exists()
    with pytest.raises(Problems, match="kind"):
        actions.add_representative(**{**said, "kind": "aunt"})
    with pytest.raises(Problems, match="name: found nothing"):
        actions.add_representative(**{**said, "name": ""})


def test_a_screen_says_why_it_was_done_and_when_it_was_calculated_anew(in_program_a):
    uma = a_participant(screen=None)
    said = {"participant": uma, "kind": "mh_sud", "completed_on": date(2026, 10, 1), "result": "eligible", **SAID}
    screen = actions.record_screen(**said, type="change_of_condition", recalculated_on=date(2026, 10, 9))
    assert (screen.type, str(screen.recalculated_on)) == ("change_of_condition", "2026-10-09")
    with pytest.raises(Problems, match="one of: initial, annual, change_of_condition"):
        actions.record_screen(**said, type="monthly")
