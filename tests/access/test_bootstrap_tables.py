"""The tables read before anybody acts in a program: users, memberships, programs, and the secrets of sign-in."""

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from alongside.access.actions import create_program, create_user, join, leave
from alongside.access.context import acting
from alongside.access.models import Membership, Program, User
from alongside.access.roles import Role

pytestmark = pytest.mark.django_db


def names(queryset):
    return {str(thing) for thing in queryset}


def test_a_user_finds_their_own_memberships_before_acting_in_a_program(coordinator_a, coordinator_b):
    with acting(actor=coordinator_a.user):
        assert list(Membership.objects.all()) == [coordinator_a]
        assert list(Program.objects.all()) == [coordinator_a.program]


def test_inside_a_program_its_members_are_seen_and_no_others(coordinator_a, biller_a, coordinator_b):
    with acting(program=coordinator_a.program, actor=coordinator_a.user):
        assert set(Membership.objects.all()) == {coordinator_a, biller_a}
        assert set(User.objects.all()) == {coordinator_a.user, biller_a.user}
        assert list(Program.objects.all()) == [coordinator_a.program]


def test_somebody_of_two_programs_sees_both_in_the_header_and_one_ones_people(coordinator_a, coordinator_b, program_b):
    second = join(
        user=coordinator_a.user, program=program_b, role=Role.BILLER, starts_on=coordinator_a.starts_on, by=None
    )

    with acting(program=coordinator_a.program, actor=coordinator_a.user):
        assert set(Membership.objects.filter(user=coordinator_a.user)) == {coordinator_a, second}
        assert names(Program.objects.all()) == {"Aspen County", "Birch Band"}
        assert coordinator_b.user not in User.objects.all()


@pytest.mark.parametrize("model", [Membership, Program])
def test_with_nobody_and_no_program_the_question_is_an_error(coordinator_a, model):
    with pytest.raises(DatabaseError, match="no program context"), transaction.atomic():
        list(model.objects.all())


def test_a_membership_is_given_only_in_the_program_acted_in(coordinator_a, program_b):
    elsewhere = Membership(user=coordinator_a.user, program=program_b, role=Role.ADMINISTRATOR, starts_on="2026-01-01")

    for context in ({"program": coordinator_a.program}, {"program": None, "actor": coordinator_a.user}):
        with acting(**context), pytest.raises(DatabaseError), transaction.atomic():
            elsewhere.save(force_insert=True)


def test_a_membership_cannot_be_moved_to_another_program(coordinator_a, program_b):
    with acting(program=coordinator_a.program), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        Membership.objects.update(program=program_b)


def test_programs_and_users_are_never_deleted(coordinator_a):
    for model in (Program, User):
        with (
            acting(program=coordinator_a.program),
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
        ):
            model.objects.all()._raw_delete("default")


def test_sign_in_secrets_of_colleagues_stay_out_of_sight(coordinator_a, biller_a):
    with acting(program=coordinator_a.program, actor=coordinator_a.user):
        assert [address.email for address in EmailAddress.objects.all()] == [coordinator_a.user.email]


def test_a_taken_email_is_refused_with_a_sentence_even_where_its_user_is_not_seen(coordinator_a, coordinator_b):
    taken = coordinator_b.user.email.upper()
    with (
        acting(program=coordinator_a.program, actor=coordinator_a.user),
        pytest.raises(ValidationError, match="already exists"),
    ):
        create_user(email=taken, name="Nell Example", by=coordinator_a.user)


def test_a_membership_holds_on_its_last_day_and_not_after(coordinator_a):
    ended = leave(membership=coordinator_a, ends_on=coordinator_a.starts_on.replace(month=6), by=None)

    with acting(program=coordinator_a.program):
        assert Membership.objects.current(ended.ends_on).exists()
        assert not Membership.objects.current(ended.ends_on.replace(day=2)).exists()


def test_a_new_program_is_empty_and_its_creation_is_kept(as_superuser, transactional_db):
    program = create_program(name="Cedar County", by=None)

    with acting(program=program), transaction.atomic():
        assert Membership.objects.count() == 0
    assert ("insert", "program", program.pk) in [
        (act, table, held)
        for act, table, held in as_superuser.execute("select act, table_name, program_id from ledger_entry")
    ]
