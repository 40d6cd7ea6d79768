"""Codes: how they are made, stored and tried, and what the database says to whoever asks."""

import datetime

import pytest
from django.db import DatabaseError, transaction

from alongside.access import invitations
from alongside.access.context import acting
from alongside.access.invitations import LENGTH, LETTERS, hash_of, invited, may_try, new_code, spoken, typed
from alongside.access.models import Membership, User
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import Invitation
from alongside.records.problems import Problems
from people import TODAY, a_participant, moment

pytestmark = pytest.mark.django_db

NOW = moment("2026-11-20 09:30")
BORN = datetime.date(1980, 9, 8)
NEXT_WEEK = TODAY + datetime.timedelta(days=7)
PASSPHRASE = "blue kettle on the porch"


@pytest.fixture
def uma(in_program_a):
    return a_participant(born_on="1980-09-08")


def a_code(person, representative=None, on=TODAY):
    return actions.invite(
        participant=person, representative=representative, made_by="Cora Plover", at=NOW, on=on, by=None
    )


def opened(code, on=TODAY, name="uma.h", born_on=BORN):
    """Everything a person does with a slip; from outside any program."""
    with acting(program=None, actor=None):
        invitation = actions.code_tried(code=code, born_on=born_on, on=on)
        return actions.open_seat(invitation=invitation, sign_in_name=name, passphrase=PASSPHRASE, at=NOW, on=on)


def tried(code, on=TODAY, born_on=BORN):
    with acting(program=None, actor=None):
        try:
            return actions.code_tried(code=code, born_on=born_on, on=on)
        except actions.CodeRefused as refused:
            return str(refused)


def seats(person):
    return list(Membership.objects.filter(participant_id=person.pk))


def test_a_code_has_no_letters_that_look_alike_and_is_never_the_same():
    codes = {new_code() for _ in range(200)}

    assert len(codes) == 200
    assert not set("".join(codes)) & set("0OQ1IL2Z5S8BUV")
    assert all(len(code) == LENGTH and set(code) <= set(LETTERS) for code in codes)


def test_a_code_is_read_however_it_is_typed():
    assert typed(" 3fk7a wr9nc ") == "3FK7AWR9NC"
    assert spoken("3FK7AWR9NC") == "3FK7A-WR9NC"
    assert hash_of("3fk7a-wr9nc") == hash_of("3FK7AWR9NC")


def test_only_a_keyed_hash_is_stored(uma, settings):
    invitation, code = a_code(uma)

    stored = Invitation.objects.values().get(pk=invitation.pk)
    assert code not in str(stored)
    before = hash_of(code)
    settings.SECRET_KEY = "another key"
    assert hash_of(code) != before


def test_a_code_is_found_from_outside_every_program_and_nothing_else_is(uma, program_a):
    invitation, code = a_code(uma)

    with acting(program=None, actor=None):
        assert invited(code) == (program_a.pk, invitation.pk)
        assert invited(new_code()) is None
        assert invited("") is None
        with pytest.raises(DatabaseError, match="no program context"), transaction.atomic():
            list(Invitation.objects.all())


def test_a_code_opens_a_seat_once(uma):
    _, code = a_code(uma)

    user = opened(code)

    assert (user.email, user.sign_in_name, user.name) == (None, "uma.h", "Uma Hazel")
    assert user.check_password(PASSPHRASE)
    assert [(seat.role, seat.participant_id, seat.user) for seat in seats(uma)] == [("participant", uma.pk, user)]
    assert "used already" in tried(code)


@pytest.mark.parametrize(("days", "opens"), [(0, True), (14, True), (15, False)])
def test_a_code_works_for_14_days(uma, days, opens):
    _, code = a_code(uma)

    found = tried(code, on=TODAY + datetime.timedelta(days=days))

    assert isinstance(found, Invitation) if opens else "codes work for 14 days" in found


def test_a_new_code_ends_the_one_before_and_one_can_be_taken_back(uma):
    _, first = a_code(uma)
    second, code = a_code(uma)

    assert "taken back" in tried(first)
    actions.revoke_invitation(invitation=second, revoked_by="Cora Plover", at=NOW, on=TODAY, by=None)
    assert "taken back" in tried(code)


def test_a_used_code_is_not_taken_back(uma):
    invitation, code = a_code(uma)
    opened(code)

    with pytest.raises(Problems, match="End the seat instead"):
        actions.revoke_invitation(invitation=invitation, revoked_by="Cora", at=NOW, on=TODAY, by=None)


def test_five_wrong_dates_of_birth_spend_a_code(uma):
    _, code = a_code(uma)
    wrong = datetime.date(1980, 9, 9)

    told = [tried(code, born_on=wrong) for _ in range(5)]

    assert "You can try 4 more times." in told[0]
    assert "You can try once more." in told[3]
    assert "tried too often" in told[4]
    assert "tried too often" in tried(code)


def test_an_unknown_code_tells_nothing_else(uma):
    assert tried(new_code()).startswith("We do not know this code.")


def test_without_a_date_of_birth_there_is_no_code(in_program_a):
    with pytest.raises(Problems, match="born_on"):
        a_code(a_participant(born_on=None, enrolled_on="2025-06-01"))


def test_tries_from_one_address_are_counted(db):
    for _ in range(invitations.TRIES_FROM_AN_ADDRESS):
        assert may_try("203.0.113.9")
        invitations.tried_in_vain("203.0.113.9")

    assert not may_try("203.0.113.9")
    assert may_try("203.0.113.10")


def test_a_name_somebody_has_is_refused(uma, in_program_a):
    opened(a_code(uma)[1])
    other = a_participant(born_on="1980-09-08", family_name="Ash")

    with pytest.raises(Problems, match="a name somebody has"):
        opened(a_code(other)[1])


@pytest.mark.parametrize("name", ["Uma", "uma@h.example", "uma hazel", "1uma", "umä.h", "abc", "a" * 41])
def test_a_name_is_small_letters_digits_dots_and_hyphens(db, name):
    with pytest.raises(Exception, match=r"sign_in_name|characters"):
        User(sign_in_name=name, name="Uma").full_clean(exclude=["password"])


def test_an_account_signs_in_by_something(db):
    with pytest.raises(Exception, match="user_signs_in_by_something"):
        User(name="Nobody").full_clean(exclude=["password"])


def test_a_lost_passphrase_is_mended_by_a_new_code(uma):
    user = opened(a_code(uma)[1])
    user.set_unusable_password()

    again = opened(a_code(uma)[1], name="")

    assert again.pk == user.pk
    assert again.check_password(PASSPHRASE)
    assert len(seats(uma)) == 1


def test_a_new_code_forgets_second_factors(uma):
    from allauth.mfa.models import Authenticator

    user = opened(a_code(uma)[1])
    with acting(program=None, actor=user):
        Authenticator.objects.create(user=user, type="totp", data={})
    opened(a_code(uma)[1], name="")

    with acting(program=None, actor=user):
        assert not Authenticator.objects.filter(user=user).exists()


def test_an_ended_seat_is_closed_at_once_and_opened_again_by_a_code(uma):
    user = opened(a_code(uma)[1])
    (seat,) = seats(uma)
    _, waiting = a_code(uma)

    actions.end_seat(seat=seat, ended_by="Cora Plover", at=NOW, on=TODAY, by=None)

    assert not Membership.objects.current(TODAY).filter(participant_id=uma.pk).exists()
    assert not User.objects.get(pk=user.pk).is_active
    assert "taken back" in tried(waiting)
    assert opened(a_code(uma)[1], name="").is_active
    assert Membership.objects.current(TODAY).filter(participant_id=uma.pk).count() == 1
    later = opened(a_code(uma, on=NEXT_WEEK)[1], on=NEXT_WEEK, name="")
    assert later.pk == user.pk


def test_a_seat_ended_long_ago_begins_anew(uma):
    opened(a_code(uma)[1])
    actions.end_seat(seat=seats(uma)[0], ended_by="Cora", at=NOW, on=TODAY, by=None)

    opened(a_code(uma, on=NEXT_WEEK)[1], on=NEXT_WEEK, name="")

    assert [seat.starts_on for seat in Membership.objects.current(NEXT_WEEK).filter(participant_id=uma.pk)] == [
        NEXT_WEEK
    ]


def test_a_representative_gets_a_seat_of_their_own_until_the_authority_ends(in_program_a):
    juniper = a_participant(born_on="2010-06-01", enrolled_on="2025-06-01")
    ana = actions.add_representative(
        participant=juniper, kind="parent", name="Ana Sample", ends_on=datetime.date(2028, 5, 31), on=TODAY, by=None
    )

    opened(a_code(juniper, ana)[1], name="ana.sample", born_on=juniper.born_on)

    (seat,) = seats(juniper)
    assert (seat.role, seat.representative_id) == (Role.REPRESENTATIVE, ana.pk)
    assert (str(seat.user), seat.ends_on) == ("Ana Sample", ana.ends_on)


def test_nobody_whose_authority_has_ended_gets_a_code(in_program_a):
    juniper = a_participant(born_on="2010-06-01", enrolled_on="2025-06-01")
    ended = actions.add_representative(
        participant=juniper, kind="guardian", name="Bo Ash", ends_on=datetime.date(2026, 1, 1), on=TODAY, by=None
    )

    with pytest.raises(Problems, match="does not act today"):
        a_code(juniper, ended)


@pytest.mark.django_db(transaction=True)
def test_making_and_using_a_code_is_in_the_ledger(as_superuser, program_a, coordinator_a):
    with acting(program=program_a, actor=coordinator_a.user), transaction.atomic():
        person = a_participant(born_on="1980-09-08", by=coordinator_a.user)
        invitation, code = actions.invite(
            participant=person, made_by="Cora Plover", at=NOW, on=TODAY, by=coordinator_a.user
        )
    with transaction.atomic():
        user = opened(code)

    rows = as_superuser.execute(
        "select act, actor_id, subject_id from ledger_entry where table_name = 'invitation' order by entry_id"
    ).fetchall()
    assert rows == [("insert", coordinator_a.user_id, person.pk), ("update", user.pk, person.pk)]
    whole = as_superuser.execute("select string_agg(e::text, '') from ledger_entry e").fetchone()[0]
    assert code not in whole
    assert invitation.code_hash not in whole


def test_the_name_signs_in(client, uma):
    opened(a_code(uma)[1])

    with acting(program=None, actor=None):
        wrong = client.post("/account/login/", {"login": "uma.h", "password": "not the passphrase"})
        assert "not correct" in wrong.content.decode()
        assert client.post("/account/login/", {"login": "Uma.H", "password": PASSPHRASE}).status_code == 302
        assert client.get("/seat/").status_code == 200


def test_a_membership_of_a_seat_names_its_participant_and_no_other_does(uma, member, program_a):
    for role, more in (
        (Role.COORDINATOR, {"participant_id": uma.pk}),
        (Role.REPRESENTATIVE, {"participant_id": uma.pk}),
    ):
        with pytest.raises(Exception, match=r"membership_(seat|representative)"), transaction.atomic():
            member(program_a, role, name="Some Body", **more)
