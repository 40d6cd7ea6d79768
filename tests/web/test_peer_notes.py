"""Writing a note where peers work: the role, to how many, who pays, and what the rules say meanwhile."""

from uuid import uuid4

import pytest
from one_line import one_line

from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import ProgressNote, Service

pytest_plugins = ("peers", "visits")
pytestmark = pytest.mark.django_db


@pytest.fixture
def dual(peers, acting_for, program_a):
    """A QMHP who is also a CRSS."""
    with acting_for(program_a):
        actions.record_credential(staff=peers.qmhp, kind="crss", issued_on=peers.since, **peers.said)
    return peers.qmhp


@pytest.fixture
def writer(client, as_user, member, program_a):
    def signed_in(staff):
        name = f"Writer {staff.staff_number}"
        return as_user(client, member(program_a, Role.COORDINATOR, name=name, staff_id=staff.pk))

    return signed_in


def typed(visits, peers, kind="community_support", **more):
    said = {"plan_line": visits.lines[kind].pk, "served_on": str(peers.on)}
    said |= {"started_at": "09:00", "stopped_at": "09:45"}
    texts = {"what_was_done": "We planned the week.", "response": "Smiled.", "purpose": "To rest."}
    return said | texts | {"funding": "mental_health_medicaid", "modality": "individual", "token": uuid4(), **more}


def test_one_role_is_chosen_already_and_only_ones_own_are_offered(writer, visits, peers):
    page = one_line(writer(peers.crss).get(f"/notes/new/{visits.person.pk}/"))
    assert "In which role did you give it?" in page
    assert 'value="crss"' in page
    assert "checked" in page[page.index('value="crss"') : page.index('value="crss"') + 200]
    assert 'value="qmhp"' not in page
    assert "Did it meet all clinical requirements" not in page
    assert "Community support" in page
    assert "Cueing" not in page


def test_of_two_roles_none_is_chosen_and_clinical_functions_are_asked(writer, visits, peers, dual):
    page = one_line(writer(dual).get(f"/notes/new/{visits.person.pk}/"))
    for role in ("qmhp", "crss"):
        at = page.index(f'value="{role}"')
        assert "checked" not in page[at : at + 120]
    assert "Did you perform clinical functions?" in page
    assert "Did it meet all clinical requirements" in page


def test_two_visits_in_two_roles(writer, visits, peers, dual, acting_for, program_a):
    browser, address = writer(dual), f"/notes/new/{visits.person.pk}/"
    clinical = {"role": "qmhp", "is_clinical": "yes", "has_clinical_requirements": "yes"}
    assert browser.post(address, typed(visits, peers, "therapy", **clinical)).status_code == 302
    later = {"started_at": "11:00", "stopped_at": "11:30", "role": "crss", "is_clinical": "no"}
    assert browser.post(address, typed(visits, peers, **later)).status_code == 302
    with acting_for(program_a):
        found = Service.objects.order_by("started_at").values_list("role", "kind", "is_clinical", "attendee_count")
        assert list(found) == [("qmhp", "therapy", True, 1), ("crss", "community_support", False, 1)]


def test_a_role_not_held_that_day_is_refused_and_nothing_is_lost(writer, visits, peers):
    answer = writer(peers.crss).post(f"/notes/new/{visits.person.pk}/", typed(visits, peers, role="lpha"))
    page = one_line(answer)
    assert answer.status_code == 422
    assert "That day you were: Certified Recovery Support Specialist (CRSS)" in page
    assert "We planned the week." in page


def test_a_group_says_how_many(writer, visits, peers, acting_for, program_a):
    said = typed(visits, peers, role="crss", modality="group", attendee_count="7")
    writer(peers.crss).post(f"/notes/new/{visits.person.pk}/", said)
    with acting_for(program_a):
        assert Service.objects.get().attendee_count == 7


def test_the_checks_show_the_rules_of_illinois_while_it_is_written(writer, visits, peers, dual):
    address = f"/notes/check/{visits.person.pk}/"
    browser = writer(dual)
    held = one_line(browser.post(address, typed(visits, peers, role="qmhp")))
    assert "May this be billed?" in held
    assert "IL-ROLE-2" in held
    free = one_line(browser.post(address, typed(visits, peers, role="crss", is_clinical="no")))
    assert "Yes, once it is signed and signed off" in free
    assert "IL-CHAIN-3" not in free


def test_a_draft_is_written_on_with_what_was_said(writer, visits, peers, dual, acting_for, program_a):
    browser = writer(dual)
    browser.post(f"/notes/new/{visits.person.pk}/", typed(visits, peers, role="crss", is_clinical="no"))
    with acting_for(program_a):
        note = ProgressNote.objects.get()
    page = one_line(browser.get(f"/notes/{note.pk}/write/"))
    assert "checked" in page[page.index('value="crss"') : page.index('value="crss"') + 200]
    assert "Certified Recovery Support Specialist" in one_line(browser.get(f"/notes/{note.pk}/"))


def test_a_note_from_a_device_is_taken_with_the_only_role(writer, visits, peers, acting_for, program_a):
    said = typed(visits, peers) | {"participant": visits.person.pk, "manner": "training"}
    del said["funding"]
    answer = writer(peers.crss).post("/notes/device/", said)
    assert answer.status_code == 201
    with acting_for(program_a):
        assert Service.objects.get().kind == "community_support"


@pytest.mark.parametrize("day", ["", "never", "9999-12-31", "0001-01-01", "\x00"])
def test_bad_days_do_no_harm(writer, visits, peers, day):
    browser = writer(peers.crss)
    for address in (f"/notes/new/{visits.person.pk}/", f"/notes/check/{visits.person.pk}/"):
        assert browser.post(address, typed(visits, peers, served_on=day, role="crss")).status_code < 500
