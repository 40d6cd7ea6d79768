"""Correcting a record, and two people correcting the same one."""

from datetime import date

import pytest

from alongside.records import actions
from alongside.records.models import Participant
from alongside.records.problems import Conflict, Problems
from people import TODAY, a_participant, a_peer_specialist, a_provider, discharged

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}


def test_a_correction_counts_the_versions(in_program_a):
    uma = a_participant(given_name="Uma")

    corrected = actions.correct(record=uma, version=1, changes={"given_name": "Una", "comments": "Was Uma."}, **SAID)

    uma.refresh_from_db()
    assert (uma.given_name, uma.comments, uma.version) == ("Una", "Was Uma.", 2)
    assert corrected == uma


def test_the_loser_sees_both_texts_and_nothing_is_lost(in_program_a):
    uma = a_participant(given_name="Uma", family_name="Hazel")
    actions.correct(record=uma, version=1, changes={"comments": "Call before noon."}, **SAID)

    yours = {"comments": "Prefers texts.", "family_name": "Hazel"}
    with pytest.raises(Conflict, match="you read version 1, it is now version 2") as refusal:
        actions.correct(record=uma, version=1, changes=yours, **SAID)

    comments, family_name = refusal.value.clashes
    assert (comments.theirs, comments.yours, comments.is_same) == ("Call before noon.", "Prefers texts.", False)
    assert family_name.is_same
    assert refusal.value.record.version == 2
    assert Participant.objects.get().comments == "Call before noon."


def test_saving_twice_what_is_already_so_changes_nothing(in_program_a):
    uma = a_participant()
    for _ in range(2):
        actions.correct(record=uma, version=1, changes={"comments": "Call before noon."}, **SAID)

    assert Participant.objects.get().version == 2


def test_a_correction_is_checked_like_a_new_record(in_program_a):
    uma = a_participant(born_on="1980-09-08", enrolled_on="2025-08-31")
    discharged(uma, discharged_on="2026-10-01")
    enrollment = uma.enrollments.get()

    for record, changes, said in [
        (uma, {"medicaid_id": "123"}, "ten digits"),
        (uma, {"family_name": ""}, "family_name: found nothing"),
        (uma, {"born_on": date(2025, 9, 1)}, "no later than 2025-08-31"),
        (enrollment, {"enrolled_on": date(2026, 10, 2)}, "no later than 2026-10-01"),
        (enrollment.discharge, {"discharged_on": date(2025, 8, 30)}, "no earlier than 2025-08-31"),
        (enrollment.discharge, {"is_planned": "perhaps"}, "yes, no or nothing"),
    ]:
        with pytest.raises(Problems, match=said):
            actions.correct(record=record, version=record.version, changes=changes, **SAID)


def test_a_number_in_use_is_named(in_program_a):
    a_participant(medicaid_id="0914538148")
    lee = a_participant(given_name="Lee")
    with pytest.raises(Problems, match="medicaid_id: found 0914538148"):
        actions.correct(record=lee, version=1, changes={"medicaid_id": "0914538148"}, **SAID)


@pytest.mark.parametrize("field", ["id", "program", "version", "created_at", "wings"])
def test_what_a_record_is_does_not_change(in_program_a, field):
    with pytest.raises(Problems, match="a change of one of: medicaid_id, family_name"):
        actions.correct(record=a_participant(), version=1, changes={field: "1"}, **SAID)


def test_a_staff_member_may_change_providers(in_program_a):
    pia = a_peer_specialist()
    cedar = a_provider("Cedar House CBRF", kind="cbrf")
    assert actions.correct(record=pia, version=1, changes={"provider": cedar}, **SAID).provider == cedar
