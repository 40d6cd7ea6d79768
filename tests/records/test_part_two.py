"""Which participants' records 42 CFR part 2 guards, by rows; and what the database keeps from a state reviewer."""

from dataclasses import replace

import pytest
from django.db import connection, transaction
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.context import acting
from alongside.records.actions import disclose_for_audit, end_mark, mark_records
from alongside.records.models import (
    Disclosure,
    Funding,
    RecordClass,
    ReleasePurpose,
    Service,
    TreatmentEpisode,
    WithoutConsent,
)
from alongside.records.part_two import classes_held, guarded
from alongside.records.problems import Problems
from alongside.records.releasing import Asked, Seat, may_be_disclosed
from people import a_participant, a_peer_specialist, a_service

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_program_a")]

SUBSTANCE_USE = frozenset({RecordClass.SUBSTANCE_USE})


def marked(person):
    return mark_records(participant=person, why="Treated here since May", marked_by="Cora Plover", on=today(), by=None)


def in_treatment(person):
    TreatmentEpisode.objects.create(program_id=person.program_id, participant=person, starts_on=today())


def paid_for(person):
    service = a_service(person, a_peer_specialist())
    Service.objects.filter(pk=service.pk).update(funding=Funding.SUBSTANCE_USE_MEDICAID)


def undisclosed():
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select alongside_undisclosed()")
        return set(cursor.fetchone()[0])


@pytest.mark.parametrize("happened", [marked, in_treatment, paid_for])
def test_rows_say_whose_records_are_guarded_and_the_database_says_the_same(happened):
    person, other = a_participant(), a_participant()
    happened(person)

    assert guarded([person.pk, other.pk]) == {person.pk} == undisclosed()
    assert classes_held(person) == frozenset(RecordClass)
    assert RecordClass.SUBSTANCE_USE not in classes_held(other)


def test_a_mark_needs_a_reason_stands_once_and_ends_with_a_reason():
    person = a_participant()
    with pytest.raises(Problems):
        mark_records(participant=person, why=None, marked_by="Cora Plover", on=today(), by=None)
    mark = marked(person)
    with pytest.raises(Problems, match="already"):
        marked(person)
    with pytest.raises(Problems):
        end_mark(mark=mark, why="", on=today(), by=None)

    end_mark(mark=mark, why="Meant for somebody else", on=today(), by=None)

    assert guarded([person.pk]) == set()
    marked(person)


def test_a_reviewers_seat_is_told_nothing_of_whom_no_disclosure_accounts_for():
    person = a_participant()
    marked(person)
    with acting(is_reviewer=True):
        assert undisclosed() == {person.pk}
        with connection.cursor() as cursor:  # and the seat is still the reviewer's
            cursor.execute("select alongside_is_reviewer(), (select count(*) from record_mark)")
            assert cursor.fetchone() == (True, 0)

    said = {"recipient": "The state", "what": "Packet 1", "at": timezone.now(), "on": today(), "by": None}
    disclose_for_audit(program_id=person.program_id, participants=[person.pk], **said)

    assert undisclosed() == set()
    kept = Disclosure.objects.get()
    assert "42 CFR part 2 prohibits" in kept.statement
    assert "to be checked against the current eCFR" in kept.statement_edition


def test_the_words_that_were_not_checked_say_so():
    from alongside.records import redisclosure

    sentences = redisclosure.sentences_for(frozenset(RecordClass))
    assert all(one.checked.startswith("to be checked") for one in sentences)
    assert len(sentences) == 3


ASKED = Asked(SUBSTANCE_USE, "Uma Hazel", ReleasePurpose.OWN_WISH, WithoutConsent.OWN_ACCESS, Seat.PARTICIPANT)


def decided(**more):
    return may_be_disclosed(replace(ASKED, **more), (), on=today(), at=timezone.now())


def test_the_named_ways_without_consent_reach_no_further_than_they_say():
    staff = {"without_consent": WithoutConsent.PROGRAM_STAFF, "purpose": ReleasePurpose.PAYMENT, "seat": Seat.PROGRAM}
    assert decided().is_allowed
    assert decided(**staff).is_allowed
    assert not decided(seat=Seat.OUTSIDE).is_allowed
    assert not decided(purpose=ReleasePurpose.PAYMENT).is_allowed
    assert not decided(**staff | {"seat": Seat.OUTSIDE}).is_allowed
    assert not decided(**staff | {"purpose": ReleasePurpose.PROCEEDING}).is_allowed


def test_a_refusal_says_rule_need_finding_next_step_and_whose_it_is():
    refusal = decided(without_consent=None, purpose=ReleasePurpose.TREATMENT).refusal

    assert refusal.source == "42 CFR 2.31"
    assert refusal.found == ("There is no consent.",)
    assert all((refusal.rule, refusal.needed, refusal.next_step, refusal.who))
    assert "to be checked" in refusal.checked


def test_another_states_program_quotes_no_law_of_wisconsin():
    from alongside.records.redisclosure import statement_for

    assert "DHS 92.03" not in statement_for(frozenset(RecordClass), "illinois_peer")
    assert "42 CFR 2.32" in statement_for(frozenset(RecordClass), "illinois_peer")
    assert statement_for(frozenset({RecordClass.OTHER}), "illinois_peer")
    refusal = decided(without_consent=None, classes=frozenset({RecordClass.OTHER}), pack="illinois_peer").refusal
    assert "51.30" not in str(refusal)
