"""Set aside, an answer stands as it was and waits for nobody, until its reasons change."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from alongside.access.context import acting
from alongside.records.problems import Problems
from alongside.reviews.actions import bring_back, set_aside
from alongside.reviews.answers import fresh
from alongside.reviews.models import Answer, SetAside
from alongside.web.needs_asked import Asked, asked_for, waiting
from people import a_participant, a_peer_specialist, trained

ON = date(2026, 11, 20)
EVERYTHING = Asked(ahead=365)


@pytest.fixture
def member_late(in_program_a):
    """A staff member whose three months are long over, with no training recorded."""
    return a_peer_specialist(started_on="2026-01-15", on=ON)


def orientation(on=ON):
    fresh(on)
    return Answer.objects.get(rule="TRN-1")


def waits(on=ON):
    return {row.rule for row in waiting(Answer.objects.all(), EVERYTHING, on)}


def test_set_aside_it_waits_for_nobody_and_the_answer_stands(member_late, coordinator_a):
    assert orientation().answer == "not met"
    assert "TRN-1" in waits()

    put = set_aside(answer=orientation(), reason=" Left the trade; told DCTS. ", by=coordinator_a.user)

    assert (put.reason, put.set_aside_by) == ("Left the trade; told DCTS.", coordinator_a.user)
    assert "TRN-1" not in waits()
    assert "TRN-1" in {row.rule for row in asked_for(Answer.objects.all(), EVERYTHING, ON)}
    assert orientation().answer == "not met"


def test_it_stays_aside_while_days_pass_and_nothing_changes(member_late, coordinator_a):
    set_aside(answer=orientation(), reason="Nothing can be done.", by=coordinator_a.user)

    orientation(ON + timedelta(days=90))

    assert "TRN-1" not in waits(ON + timedelta(days=90))


def test_it_comes_back_when_its_reasons_change(member_late, coordinator_a):
    set_aside(answer=orientation(), reason="Nothing can be done.", by=coordinator_a.user)

    trained(member_late, topics=["updates"], hours="2", on=ON)
    orientation()

    assert "TRN-1" in waits()


def test_it_is_brought_back_in_one_step(member_late, coordinator_a):
    set_aside(answer=orientation(), reason="Nothing can be done.", by=coordinator_a.user)

    bring_back(answer=orientation(), by=coordinator_a.user)
    bring_back(answer=orientation(), by=coordinator_a.user)

    assert "TRN-1" in waits()


def test_set_aside_again_the_newer_reason_counts(member_late, coordinator_a):
    for reason in ("First.", "Second."):
        set_aside(answer=orientation(), reason=reason, by=coordinator_a.user)

    assert SetAside.objects.get().reason == "Second."


@pytest.mark.parametrize("reason", ["", "   ", None])
def test_without_a_reason_it_is_refused(member_late, coordinator_a, reason):
    with pytest.raises(Problems, match="reason"):
        set_aside(answer=orientation(), reason=reason, by=coordinator_a.user)


def test_what_is_not_yet_due_is_not_set_aside(in_program_a, coordinator_a):
    a_participant(enrolled_on="2026-11-01", on=ON)
    fresh(ON)
    ahead = Answer.objects.filter(answer="not yet due").first()

    with pytest.raises(Problems, match="not yet due"):
        set_aside(answer=ahead, reason="Later.", by=coordinator_a.user)


@pytest.mark.django_db(transaction=True)
def test_who_set_it_aside_and_who_brought_it_back_stands_in_the_ledger(program_a, coordinator_a, as_superuser):
    with acting(program=program_a), transaction.atomic():
        a_peer_specialist(started_on="2026-01-15", on=ON)
    for action, more in ((set_aside, {"reason": "Nothing can be done."}), (bring_back, {})):
        with acting(program=program_a), transaction.atomic():
            answer = orientation()
        action(answer=answer, by=coordinator_a.user, **more)

    kept = "select act, actor_id from ledger_entry where table_name = 'set_aside' order by entry_id"
    assert as_superuser.execute(kept).fetchall() == [
        ("insert", coordinator_a.user.pk), ("delete", coordinator_a.user.pk),
    ]  # fmt: skip


def test_another_program_sees_nothing_of_it(member_late, coordinator_a, program_b, acting_for):
    set_aside(answer=orientation(), reason="Nothing can be done.", by=coordinator_a.user)

    with acting_for(program_b):
        assert not SetAside.objects.exists()
