"""A program can be given another reading; it says who chose it and why, and the answers follow."""

import pytest

from alongside.reviews.actions import NoSuchReading, choose_reading
from alongside.reviews.ask import choices


def test_a_chosen_reading_is_answered_by(in_program_a, administrator_a):
    choose_reading(
        program=in_program_a,
        reading="exempt_hours",
        choice="topic only",
        reason="DCTS by e-mail",
        by=administrator_a.user,
    )

    assert choices() == (("exempt_hours", "topic only"),)


def test_choosing_the_default_again_forgets_the_choice(in_program_a, administrator_a):
    for choice in ("topic only", "count"):
        choose_reading(
            program=in_program_a,
            reading="exempt_hours",
            choice=choice,
            reason="DCTS by e-mail",
            by=administrator_a.user,
        )

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
