"""Correcting how a service is billed: by whom, with which reason, what it frees, and where each held row leads."""

from uuid import uuid4

import pytest
from one_line import one_line

from alongside.access.clock import today
from alongside.access.roles import Role
from alongside.records.models import Change, Service
from alongside.reviews.answers import fresh
from alongside.reviews.models import Answer

pytest_plugins = ("peers", "visits")
pytestmark = pytest.mark.django_db


@pytest.fixture
def biller(client, as_user, member, program_a, peers):
    return as_user(client, member(program_a, Role.BILLER, name="Bo Teasel"))


def sent(browser, note, **said):
    with_token = {"token": uuid4(), "version": 1, "role": "crss", "funding": "mental_health_medicaid"}
    given = with_token | {"modality": "individual", "attendee_count": "1", "reason": "The sheet said so."} | said
    return browser.post(f"/billing/services/{note.service_id}/correct/", given)


def open_criteria(acting_for, program, note):
    with acting_for(program):
        fresh(today())
        rows = Answer.objects.filter(rule__in=("IL", "IL-SUD"), key=note.service_id).exclude(answer="does not apply")
        return [c["id"] for row in rows for c in row.criteria if c["holds"] is not True and c["kind"] == "must"]


def test_a_biller_corrects_the_role_of_a_signed_service_and_why_is_kept(biller, visits, peers, acting_for, program_a):
    with acting_for(program_a):
        from alongside.records import actions

        actions.record_credential(staff=peers.qmhp, kind="crss", issued_on=peers.since, **peers.said)
    note = visits.of(peers.qmhp, role=None, is_clinical=False)
    address = f"/billing/services/{note.service_id}/correct/"
    page = one_line(biller.get(address))
    assert "Qualified Mental Health Professional" in page
    assert "Licensed Practitioner" not in page
    assert "is_clinical" not in page

    assert sent(biller, note, reason="").status_code == 422
    assert sent(biller, note, role="lpha").status_code == 422
    answer = sent(biller, note)
    assert answer.status_code == 302
    with acting_for(program_a):
        service = Service.objects.get(pk=note.service_id)
        kept = Change.objects.get(record=service.pk)
    assert (service.role, kept.reason, kept.before) == ("crss", "The sheet said so.", {"role": None})
    assert "The sheet said so." in one_line(biller.get(answer.url))


def test_who_pays_decides_which_rule_holds_it(biller, visits, peers, acting_for, program_a):
    note = visits.of(peers.crss)
    assert open_criteria(acting_for, program_a, note) == ["IL-CHAIN-3"]
    assert sent(biller, note, funding="grant").status_code == 302
    assert open_criteria(acting_for, program_a, note) == []


def test_one_person_is_no_group(biller, visits, peers):
    note = visits.of(peers.crss)
    answer = sent(biller, note, attendee_count="4")
    assert answer.status_code == 422
    assert "Say that it was a group" in one_line(answer)


def test_whoever_gave_it_says_whether_it_was_clinical(client, as_user, member, visits, peers, program_a, acting_for):
    note = visits.of(peers.qmhp, "therapy", role="qmhp", is_clinical=None)
    giver = as_user(client, member(program_a, Role.DIRECT_STAFF, name="Ada Sedge", staff_id=peers.qmhp.pk))
    assert "is_clinical" in one_line(giver.get(f"/billing/services/{note.service_id}/correct/"))
    said = {"role": "qmhp", "is_clinical": "yes", "has_clinical_requirements": "yes"}
    answer = sent(giver, note, **said)
    assert answer.status_code == 302
    assert client.get(answer.url).status_code == 200
    with acting_for(program_a):
        assert Service.objects.get(pk=note.service_id).is_clinical is True


def test_nobody_else_corrects_it(client, as_user, member, visits, peers, program_a, supervisor_a):
    note = visits.of(peers.crss)
    address = f"/billing/services/{note.service_id}/correct/"
    assert as_user(client, supervisor_a).get(address).status_code == 403
    other = member(program_a, Role.DIRECT_STAFF, name="Ada Sedge", staff_id=peers.qmhp.pk)
    assert as_user(client, other).get(address).status_code in (403, 404)


def test_what_was_given_stays_as_it_was_signed(visits, peers, acting_for, program_a):
    from django.db import IntegrityError, transaction

    note = visits.of(peers.crss)
    with acting_for(program_a), pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=note.service_id).update(kind="therapy")


def test_every_held_row_leads_to_where_it_is_freed(
    biller, client, as_user, supervisor_a, visits, peers, acting_for, program_a
):
    note = visits.of(peers.crss)
    visits.of(peers.crss, "therapy", is_signed=False)
    with acting_for(program_a):
        fresh(today())
    page = one_line(biller.get("/billing/"))
    assert "Its note waits in the sign-off queue." in page
    assert "whoever gave it signs it first" in page
    as_user(client, supervisor_a)
    assert f"/sign-off/{note.pk}/" in one_line(client.get("/billing/"))
    detail = one_line(client.get(f"/billing/services/{note.service_id}/"))
    assert "What frees it, and where" in detail
    assert "Open it in the sign-off queue" in detail


def test_each_kind_of_criterion_leads_to_a_page_the_reader_opens(
    client, as_user, member, visits, peers, acting_for, program_a
):
    from alongside.records.models import ProgressNote
    from alongside.web.billing_fixes import PLACES, fix_of
    from alongside.web.shown import Line

    note = visits.of(peers.crss)
    actor = member(program_a, Role.ADMINISTRATOR, name="Ada Switchgrass")
    as_user(client, actor)
    with acting_for(program_a):
        service = ProgressNote.objects.select_related("service__staff__person").get(pk=note.pk).service
        found = {id: fix_of(actor, service, Line(id, "must", "", "no", "", ())) for id in PLACES}
    addresses = {id: fix.address for id, fix in found.items() if fix and fix.address}
    assert set(PLACES) - set(addresses) == {"IL-SUD-2.provider"}
    for address in set(addresses.values()):
        assert client.get(address).status_code == 200, address
