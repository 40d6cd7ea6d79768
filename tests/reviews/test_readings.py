"""A program can be given another reading; it says who chose it and why, and the answers follow."""

import pytest
from django.db import IntegrityError, transaction

from alongside.reviews.actions import NoSuchReading, choose_reading
from alongside.reviews.ask import choices
from alongside.reviews.models import ReadingChoice
from alongside.reviews.readings import choices_made, what_would_change
from people import TODAY, a_participant


def test_a_chosen_reading_is_answered_by(in_program_a, administrator_a):
    choose_reading(
        program=in_program_a,
        reading="exempt_hours",
        choice="topic only",
        reason="DCTS by e-mail",
        by=administrator_a.user,
    )

    assert choices() == (("exempt_hours", "topic only"),)


def test_every_choice_is_kept_with_who_and_why(in_program_a, administrator_a, coordinator_a):
    for choice, by in (("topic only", administrator_a), ("count", coordinator_a)):
        choose_reading(program=in_program_a, reading="exempt_hours", choice=choice, reason=f"So: {choice}", by=by.user)

    made = choices_made()["exempt_hours"]
    assert choices() == (("exempt_hours", "count"),)
    assert [(row.choice, row.reason, row.chosen_by, row.replaced_at is None) for row in sorted(
        made, key=lambda row: row.replaced_at is None, reverse=True
    )] == [
        ("count", "So: count", coordinator_a.user, True),
        ("topic only", "So: topic only", administrator_a.user, False),
    ]  # fmt: skip


def test_one_choice_of_a_reading_is_in_force_whoever_writes(in_program_a, administrator_a):
    choose_reading(
        program=in_program_a, reading="exempt_hours", choice="topic only", reason="DCTS", by=administrator_a.user
    )

    with pytest.raises(IntegrityError, match="reading_choice_in_force_once"), transaction.atomic():
        ReadingChoice.objects.create(
            program=in_program_a, reading="exempt_hours", choice="count", reason="Ours", chosen_by=administrator_a.user
        )


def test_what_would_change_is_told_and_nothing_changes(in_program_a, administrator_a):
    a_participant(born_on="2010-06-01", enrolled_on="2026-10-10")

    found = {one.rule.id: one for one in what_would_change("screen_by_age", "either", on=TODAY)}

    assert [*found] == ["ELG-3"]
    assert (found["ELG-3"].asked, found["ELG-3"].count) == (1, 1)
    assert found["ELG-3"].turns == (("a person must decide", "met", 1),)
    assert choices() == ()


@pytest.mark.parametrize(
    ("reading", "choice", "says"),
    [("exempt_hors", "count", "It has: since, months"), ("exempt_hours", "twice", "It has: count, topic only")],
)
def test_what_the_pack_does_not_know_is_refused_with_what_there_is(
    in_program_a, administrator_a, reading, choice, says
):
    with pytest.raises(NoSuchReading, match=says):
        choose_reading(program=in_program_a, reading=reading, choice=choice, reason="DCTS", by=administrator_a.user)


def test_a_choice_without_a_reason_is_refused(in_program_a, administrator_a):
    with pytest.raises(ValueError, match="Say why"):
        choose_reading(
            program=in_program_a, reading="exempt_hours", choice="topic only", reason=" ", by=administrator_a.user
        )


def test_one_programs_choice_is_not_anothers(program_a, program_b, acting_for, administrator_a):
    with acting_for(program_a):
        choose_reading(
            program=program_a,
            reading="exempt_hours",
            choice="topic only",
            reason="DCTS by e-mail",
            by=administrator_a.user,
        )

    with acting_for(program_b):
        assert choices() == ()
