"""Signing off where the rules ask for a higher tier: who can, who cannot and why, and what it leaves behind."""

import pytest
from memberships import PASSWORD
from one_line import one_line

from alongside.access.roles import Role
from alongside.records.models import SignOff

pytest_plugins = ("peers", "visits")
pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, as_user, member, program_a, peers):
    """Somebody signed in as a supervisor who is this staff member."""

    def signed_in(staff, name):
        return as_user(client, member(program_a, Role.SUPERVISOR, name=name, staff_id=staff and staff.pk))

    return signed_in


def hashes(page):
    return {f"hash-{one.note.pk}": one.hash for one in page.context["waiting"]}


def said(acting_for, program):
    with acting_for(program):
        return list(SignOff.objects.values_list("progress_note_id", "decision", "supervisor_id"))


def test_a_qmhp_signs_off_a_crss_and_the_sign_off_names_who(reader, visits, peers, acting_for, program_a):
    note = visits.of(peers.crss)
    browser = reader(peers.qmhp, "Ada Sedge")
    page = browser.get("/sign-off/")

    assert "counts as MHP" in one_line(page)
    assert "Your tier today: <strong>QMHP</strong>" in one_line(page)
    browser.post("/sign-off/", {"sign_off": note.pk, "password": PASSWORD, **hashes(page)})
    assert said(acting_for, program_a) == [(note.pk, "signed_off", peers.qmhp.pk)]


def test_an_equal_tier_is_refused_before_signing_with_who_can(reader, visits, peers, acting_for, program_a):
    note = visits.of(peers.qmhp, "therapy", role="qmhp", is_clinical=True, has_clinical_requirements=True)
    with acting_for(program_a):
        other = peers.hired("P4", "Rush", "qmhp")
    browser = reader(other, "Ada Rush")
    page = browser.get("/sign-off/")
    text = one_line(page)

    assert "You are QMHP today, which is not higher than QMHP" in text or "not higher than a QMHP" in text
    assert "Ada Larch (LPHA)" in text
    assert "without a higher-level staff person supervising and signing off on the services" in text
    assert f'name="sign_off" value="{note.pk}"' not in text
    refused = browser.post("/sign-off/", {"sign_off": note.pk, "password": PASSWORD, **hashes(page)})
    assert refused.status_code == 422
    assert "not higher than" in one_line(refused)
    assert said(acting_for, program_a) == []
    alone = browser.get(f"/sign/progress_note/{note.pk}/?as=supervisor")
    assert "not higher than" in one_line(alone)


def test_it_can_still_be_returned_and_says_who_did(reader, visits, peers, acting_for, program_a):
    note = visits.of(peers.qmhp, "therapy", role="qmhp")
    with acting_for(program_a):
        other = peers.hired("P4", "Rush", "qmhp")
    reader(other, "Ada Rush").post("/sign-off/", {"return": note.pk, f"comment-{note.pk}": "Which goal?"})
    assert said(acting_for, program_a) == [(note.pk, "returned", other.pk)]


def test_an_lpha_signs_off_a_qmhp_and_an_lphas_own_service_needs_nobody_above(reader, visits, peers):
    visits.of(peers.qmhp, "therapy", role="qmhp")
    text = one_line(reader(peers.lpha, "Ada Larch").get("/sign-off/"))
    assert "Your tier today: <strong>LPHA</strong>" in text
    assert 'name="sign_off"' in text


def test_what_an_lpha_gave_anybody_may_sign_off(reader, visits, peers):
    visits.of(peers.lpha, "therapy", role="lpha")
    text = one_line(reader(peers.qmhp, "Ada Sedge").get("/sign-off/"))
    assert "nobody has to stand above" in text
    assert 'name="sign_off"' in text


def test_a_sign_in_tied_to_nobody_is_told_so_plainly(reader, visits, peers, acting_for, program_a):
    note = visits.of(peers.crss)
    browser = reader(None, "Nobody Known")
    page = browser.get("/sign-off/")
    assert "Your sign-in is not tied to a staff member" in one_line(page)
    browser.post("/sign-off/", {"sign_off": note.pk, "password": PASSWORD, **hashes(page)})
    assert said(acting_for, program_a) == []


def test_a_role_nobody_recorded_is_asked_for_first(reader, visits, peers, acting_for, program_a):
    with acting_for(program_a):
        from alongside.records import actions

        actions.record_credential(staff=peers.qmhp, kind="crss", issued_on=peers.since, **peers.said)
    note = visits.of(peers.qmhp, role=None)
    with acting_for(program_a):
        other = peers.hired("P4", "Rush", "qmhp")
    text = one_line(reader(other, "Ada Rush").get("/sign-off/"))
    assert "In which role it was given is not recorded" in text
    assert "whoever gave it, a biller or the program coordinator" in text
    assert f"/billing/services/{note.service_id}/correct/" not in text


def test_what_a_grant_pays_asks_for_no_tier(reader, visits, peers):
    visits.of(peers.crss, funding="grant")
    text = one_line(reader(None, "Nobody Known").get("/sign-off/"))
    assert 'name="sign_off"' in text
    assert "Your tier today" not in text


def test_several_are_signed_off_together_where_nothing_else_is_open(reader, visits, peers, acting_for, program_a):
    first, second = visits.of(peers.crss), visits.of(peers.crss, days=2)
    browser = reader(peers.qmhp, "Ada Sedge")
    page = browser.get("/sign-off/")
    assert page.context["can_choose"]
    chosen = {"several": "1", "chosen": [first.pk, second.pk], "password": PASSWORD, **hashes(page)}
    browser.post("/sign-off/", chosen)
    assert {row[0] for row in said(acting_for, program_a)} == {first.pk, second.pk}


def test_a_wisconsin_queue_shows_no_tier(client, as_user, supervisor_a):
    assert "Your tier today" not in one_line(as_user(client, supervisor_a).get("/sign-off/"))
