"""The few on My day are the first of everybody, in the same order."""

import pytest

from alongside.records.models import Participant
from alongside.web.people_lately import first_few, lately_first
from people import TODAY, a_participant, a_peer_specialist, a_service

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("most", [1, 2, 3, 4, 9])
def test_a_few_are_the_first_of_all(in_program_a, most):
    pia = a_peer_specialist()
    people = [a_participant(medicaid_id=f"900000000{n}", family_name=name) for n, name in enumerate("DCBA")]
    for person, day in ((people[0], "2026-11-16"), (people[1], "2026-11-18")):
        a_service(person, pia, start=f"{day} 10:00", stop=f"{day} 11:00", served_on=day)

    for staff in (pia.pk, None):
        all_ = list(lately_first(Participant.objects.all(), staff, TODAY))
        few = first_few(Participant.objects.all(), staff, TODAY, most=most)
        assert few == all_[:most]
        assert [one.last_served_on for one in few] == [one.last_served_on for one in all_[:most]]
    assert all_ == people[::-1]
