"""Every record can be corrected, keeps what it was, and loses nothing to a second person."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.records.history import as_read, changes_of
from alongside.records.models import Change, Coverage, FunctionalScreen, Participant, Representative
from people import TODAY, a_participant, discharged

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, as_user, coordinator_a):
    return as_user(client, coordinator_a)


@pytest.fixture
def uma(acting_for, program_a):
    with acting_for(program_a):
        return a_participant(given_name="Uma", family_name="Hazel", medicaid_id="0914538148")


def page_of(person, kind, record):
    return f"/participants/{person.pk}/correct/{kind}/{record.pk}/"


def as_shown(client, address):
    """What the form holds as it opens, as a browser would send it back."""
    form = client.get(address).context["form"]
    return {**{f.name: f.value() for f in form if f.value() is not None}, "token": uuid4()}


def test_a_correction_keeps_what_it_was_and_who_made_it(coordinator, uma, acting_for, program_a):
    at = f"/participants/{uma.pk}/correct/"

    coordinator.post(at, as_shown(coordinator, at) | {"born_on": "1980-09-18"})

    page = " ".join(coordinator.get(at).content.decode().split())
    assert "Corrected by Program coordinator of Aspen County" in page
    assert "8 September 1980" in page
    assert "18 September 1980" in page
    with acting_for(program_a):
        (kept,) = changes_of(Participant.objects.get())
        assert (kept.before, kept.after, kept.version) == ({"born_on": "1980-09-08"}, {"born_on": "1980-09-18"}, 2)


def test_saving_without_a_change_corrects_nothing(coordinator, uma, acting_for, program_a):
    with acting_for(program_a):
        coverage = Coverage.objects.get()
    at = page_of(uma, "coverage", coverage)

    assert coordinator.post(at, as_shown(coordinator, at)).status_code == 302

    with acting_for(program_a):
        assert Change.objects.count() == 0
        assert Coverage.objects.get().version == 1


def test_two_people_in_one_field_both_texts_stand_and_the_second_decides(coordinator, uma, acting_for, program_a):
    at = f"/participants/{uma.pk}/correct/"
    first, second = as_shown(coordinator, at), as_shown(coordinator, at)
    coordinator.post(at, first | {"family_name": "Hazelton"})

    answer = coordinator.post(at, second | {"family_name": "Hazell"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody else saved this while you were typing" in page
    assert ("Hazelton" in page, "Hazell" in page) == (True, True)
    again = {f.name: f.value() for f in answer.context["form"]} | {"token": uuid4()}
    assert coordinator.post(at, {k: v for k, v in again.items() if v is not None}).status_code == 302
    with acting_for(program_a):
        assert Participant.objects.get().family_name == "Hazell"


def test_two_people_in_two_fields_neither_undoes_the_other(coordinator, uma, acting_for, program_a):
    at = f"/participants/{uma.pk}/correct/"
    first, second = as_shown(coordinator, at), as_shown(coordinator, at)
    coordinator.post(at, first | {"given_name": "Una"})

    answer = coordinator.post(at, second | {"born_on": "1980-09-18"}, follow=True)

    assert "Both corrections stand" in answer.content.decode()
    with acting_for(program_a):
        now = Participant.objects.get()
        assert (now.given_name, now.born_on, now.version) == ("Una", date(1980, 9, 18), 3)


def test_where_one_field_is_in_dispute_the_others_are_not_undone(coordinator, uma, acting_for, program_a):
    at = f"/participants/{uma.pk}/correct/"
    first, second = as_shown(coordinator, at), as_shown(coordinator, at)
    coordinator.post(at, first | {"given_name": "Una", "family_name": "Hazelton"})

    form = coordinator.post(at, second | {"family_name": "Hazell"}).context["form"]

    assert (form["given_name"].value(), form["family_name"].value()) == ("Una", "Hazell")


def test_another_result_of_a_screen_needs_the_day_it_was_recalculated(coordinator, uma, acting_for, program_a):
    with acting_for(program_a):
        screen = FunctionalScreen.objects.get()
    at = page_of(uma, "screen", screen)
    shown = as_shown(coordinator, at) | {"result": "not_eligible"}

    assert "give the day eligibility was calculated anew" in coordinator.post(at, shown).content.decode()
    assert coordinator.post(at, shown | {"recalculated_on": "2026-02-01", "token": uuid4()}).status_code == 302
    with acting_for(program_a):
        now = FunctionalScreen.objects.get()
        assert (now.result, now.completed_on) == ("not_eligible", screen.completed_on)


def test_a_guardian_is_added_and_the_authority_ends(coordinator, uma, acting_for, program_a):
    add = f"/participants/{uma.pk}/representative/"
    coordinator.post(add, {"kind": "guardian", "name": "Ana Sample", "starts_on": "2026-01-01", "token": uuid4()})
    with acting_for(program_a):
        guardian = Representative.objects.get()
    at = page_of(uma, "representative", guardian)

    coordinator.post(at, as_shown(coordinator, at) | {"ends_on": "2026-06-30"})

    page = coordinator.get(f"/participants/{uma.pk}/enrollment/").content.decode()
    assert "Ana Sample" in page
    assert "to 30 June 2026" in page
    assert "corrected 1 time" in page


def test_every_kind_opens_and_shows_what_is_recorded(coordinator, uma, acting_for, program_a):
    with acting_for(program_a):
        ending = discharged(uma, cause="agreed", planned_reason="Outcomes reached.")
        records = {
            "coverage": uma.coverages.get(), "screen": uma.functional_screens.get(), "residence": uma.residences.get(),
            "enrollment": uma.enrollments.get(), "discharge": ending, "pps": ending, "notice": ending,
        }  # fmt: skip

    for kind, record in records.items():
        assert coordinator.get(page_of(uma, kind, record)).status_code == 200, kind
    assert coordinator.get(page_of(uma, "discharge", ending)).context["form"]["is_planned"].value() == "planned"
    assert coordinator.get(page_of(uma, "coverage", ending)).status_code == 404
    assert coordinator.get(page_of(uma, "nothing", ending)).status_code == 404


def test_a_record_of_somebody_else_is_not_found(coordinator, uma, acting_for, program_a):
    with acting_for(program_a):
        lee = a_participant(given_name="Lee")
        coverage = Coverage.objects.get(participant=lee)

    assert coordinator.get(page_of(uma, "coverage", coverage)).status_code == 404


def test_what_a_correction_was_stays(uma, acting_for, program_a):
    from alongside.records import actions

    with acting_for(program_a):
        actions.correct(record=uma, version=1, changes={"comments": "Call first."}, on=TODAY, by=None)
        for words in ("update record_change set before = '{}'", "delete from record_change"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(words)
        assert as_read(Participant.objects.get(), 1, ["comments"]) == {"comments": ""}
