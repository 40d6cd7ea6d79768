"""One human being, one record: who is like somebody known is shown before anything is saved."""

from datetime import date
from uuid import uuid4

import pytest

from alongside.records.likeness import Asked, alike, is_one_slip
from alongside.records.models import Participant
from people import a_participant

pytestmark = pytest.mark.django_db
NEW = "/participants/new/"


@pytest.fixture
def coordinator(client, as_user, coordinator_a):
    return as_user(client, coordinator_a)


def typed(**other):
    said = {
        "given_name": "Uma", "family_name": "Hazel", "medicaid_id": "5550001111", "born_on": "1980-09-08",
        "contacted_on": "2026-01-05", "token": uuid4(), **other,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value is not None}


def count(acting_for, program):
    with acting_for(program):
        return Participant.objects.count()


def test_the_very_id_is_refused_and_leads_to_who_has_it(coordinator, acting_for, program_a):
    with acting_for(program_a):
        uma = a_participant(medicaid_id="5550001111")

    answer = coordinator.post(NEW, typed(given_name="Other", family_name="Name", born_on="2001-01-01"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Uma Hazel has this Medicaid id already." in page
    assert f"/participants/{uma.pk}/return/" in page
    assert count(acting_for, program_a) == 1


def test_a_likeness_asks_and_somebody_else_goes_on(coordinator, acting_for, program_a):
    with acting_for(program_a):
        a_participant(medicaid_id="0914538148", given_name="Úma", family_name="Házel")

    answer = coordinator.post(NEW, typed(family_name="hazel"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "the same name and the same date of birth" in page
    assert "0914538148" in page
    assert count(acting_for, program_a) == 1
    assert coordinator.post(NEW, typed(is_somebody_else="on")).status_code == 302
    assert count(acting_for, program_a) == 2


def test_somebody_of_another_program_is_never_a_candidate(coordinator, acting_for, program_a, program_b):
    with acting_for(program_b):
        a_participant(medicaid_id="5550001111")

    assert coordinator.post(NEW, typed()).status_code == 302
    assert count(acting_for, program_a) == 1


UMA = {"medicaid_id": "5550001111", "family_name": "Hazel", "given_name": "Uma", "born_on": date(1980, 9, 8)}


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"medicaid_id": "5550001112", "family_name": "Oak", "born_on": None}, "differs by one digit"),
        ({"medicaid_id": "5505001111", "family_name": "Oak", "born_on": None}, "two that changed places"),
        ({"given_name": "Hazel", "family_name": "Uma"}, "the same name and the same date of birth"),
        ({"family_name": "Hazle"}, "one letter away and the same date of birth"),
        ({"born_on": date(1980, 8, 9)}, "day and month changed about"),
        ({"born_on": date(1981, 9, 8)}, "a date of birth one digit away"),
        ({"born_on": None}, "the same name and a date of birth is not recorded"),
    ],
)
def test_each_slip_is_noticed(in_program_a, other, reason):
    a_participant(born_on="1980-09-08", medicaid_id="5550001111")
    asked = Asked(**{**UMA, "medicaid_id": "0123456789", **other})

    (found,) = alike(in_program_a.pk, asked)

    assert reason in found.because


@pytest.mark.parametrize(
    "other",
    [
        {"born_on": date(1991, 2, 3)},
        {"family_name": "Alder", "given_name": "Bo"},
        {"medicaid_id": "5550002222", "family_name": "Alder"},
    ],
)
def test_who_only_shares_a_name_or_a_birthday_is_somebody_else(in_program_a, other):
    a_participant(born_on="1980-09-08", medicaid_id="5550001111")

    assert alike(in_program_a.pk, Asked(**{**UMA, "medicaid_id": "0123456789", **other})) == []


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("ab", "ab", False), ("ab", "ba", True), ("abc", "abd", True), ("abc", "ab", True), ("abc", "xabc", True),
        ("abc", "cba", False), ("", "a", True), ("", "ab", False), ("aabb", "abab", True), ("abcd", "badc", False),
    ],
)  # fmt: skip
def test_one_slip_is_one(one, other, is_one):
    assert is_one_slip(one, other) is is_one
    assert is_one_slip(other, one) is is_one
