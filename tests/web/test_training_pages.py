"""The pages of training: recording, signing together, exemptions, what is exposed, and the record on paper."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from memberships import PASSWORD

from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.actions import Held
from alongside.records.models import Document, Exemption, Provider, Signature, StaffMember, Training, TrainingClass
from alongside.records.models import TrainingSheet as Sheet
from people import a_participant, a_peer_specialist, a_service, trained

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
HELD = Held(date(2026, 10, 14), {"civil_rights": Decimal(1)}, source="class", content="Rights")


def a_newcomer(days=30, **more):
    return a_peer_specialist(started_on=str(today() - timedelta(days=days)), **more)


def typed(**more):
    said = {"held_on": str(today()), "source": "webinar", "content": "Two Updates", "hours_updates": "1.5"}
    return {**said, "token": str(uuid4()), **more}


def page(response):
    return " ".join(response.content.decode().split())


def said(**more):
    return {"on": today(), "by": None, **more}


def a_sheet(staff, held=HELD):
    return actions.record_sheet(staff=staff, held=held, **said())


@pytest.fixture
def pia(in_program_a):
    return a_newcomer()


@pytest.fixture
def own(pia, member, program_a):
    return member(program_a, Role.DIRECT_STAFF, name="Pia Wren", staff_id=pia.pk, provider_id=pia.provider_id)


def test_a_newcomer_records_a_webinar_with_its_certificate(client, as_user, own, pia):
    client = as_user(client, own)
    assert "Hours by topic" in page(client.get(f"/staff/{pia.pk}/training/new/"))
    file = SimpleUploadedFile("certificate.pdf", PDF)
    response = client.post(f"/staff/{pia.pk}/training/new/", typed(file=file))

    assert response.status_code == 302, page(response)
    shown = page(client.get(f"/staff/{pia.pk}/"))
    assert "Waiting for the county’s signature" in shown
    assert "certificate.pdf" in shown
    assert "Sign for the county</a>" not in shown
    assert Training.objects.get().method == "webinar"


def test_bad_hours_are_refused_beside_the_field_and_nothing_is_lost(client, as_user, own, pia):
    for wrong in ("-1", "NaN", "99", "1.234", "two"):
        response = as_user(client, own).post(f"/staff/{pia.pk}/training/new/", typed(hours_updates=wrong))
        assert response.status_code == 422
        assert "Two Updates" in page(response)
    response = client.post(f"/staff/{pia.pk}/training/new/", typed(hours_updates=""))
    assert "Write the hours beside each topic" in page(response)
    assert not Training.objects.exists()


def test_sent_twice_it_is_recorded_once(client, as_user, own, pia):
    sent = typed()
    for _ in range(2):
        assert as_user(client, own).post(f"/staff/{pia.pk}/training/new/", sent).status_code == 302
    assert Training.objects.count() == 1


def test_nobody_records_for_a_colleague(client, as_user, own):
    other = a_newcomer()
    assert as_user(client, own).get(f"/staff/{other.pk}/training/new/").status_code == 404


def test_what_nobody_signed_can_be_changed_and_taken_away(client, as_user, own, pia):
    sheet = a_sheet(pia)
    client = as_user(client, own)
    address = f"/training/records/{sheet.pk}/change/"
    assert 'value="1.00"' in page(client.get(address)) or 'value="1"' in page(client.get(address))
    assert client.post(address, typed(version=1)).status_code == 302
    assert Training.objects.get().topic == "updates"
    stale = client.post(address, typed(version=1, hours_updates="3"))
    assert "Somebody else saved this" in page(stale)
    assert client.post(f"/training/records/{sheet.pk}/discard/").status_code == 302
    assert not Sheet.objects.exists()


def test_a_class_is_recorded_once_for_everybody_and_signed_together(client, as_user, coordinator_a, in_program_a):
    people = [a_newcomer(days) for days in (10, 20, 30, 40, 50)]
    client = as_user(client, coordinator_a)
    form = page(client.get("/training/classes/new/"))
    assert "The three months are running" in form
    keys = [str(one.pk) for one in people]
    response = client.post("/training/classes/new/", typed(attended=keys))
    held = TrainingClass.objects.get()
    assert response.url == f"/training/classes/{held.pk}/"
    shown = page(client.get(response.url))
    assert shown.count('name="chosen"') == 5

    chosen = {"chosen": [str(one.pk) for one in held.sheets.all()]}
    hashes = {f"hash-{one.pk}": hash_in(shown, one.pk) for one in held.sheets.all()}
    refused = client.post(response.url, {**chosen, **hashes, "password": "wrong"})
    assert (refused.status_code, Signature.objects.count()) == (422, 0)
    assert client.post(response.url, {**chosen, **hashes, "password": PASSWORD}).status_code == 302
    assert Signature.objects.filter(capacity="county").count() == 5
    assert not Sheet.objects.filter(county_signed_on=None).exists()
    document = Document.objects.first()
    assert "Staff number" in page(client.get(f"/documents/{document.pk}/"))
    assert client.get(f"/documents/{document.pk}/pdf/").content.startswith(b"%PDF")


def hash_in(shown, key):
    return shown.split(f'name="hash-{key}" value="', 1)[1].split('"', 1)[0]


def test_what_changed_meanwhile_is_not_signed(client, as_user, coordinator_a, pia):
    sheet = a_sheet(pia)
    client = as_user(client, coordinator_a)
    address = f"/staff/{pia.pk}/training/sign/"
    assert f'href="{address}"' in page(client.get("/training/"))
    before = hash_in(page(client.get(address)), sheet.pk)
    actions.change_sheet(
        sheet=sheet, version=1, held=Held(today(), {"updates": Decimal(9)}, "class", None, "x"), **said()
    )
    sent = {"chosen": str(sheet.pk), f"hash-{sheet.pk}": before, "password": PASSWORD}
    response = client.post(address, sent)
    assert response.status_code == 422
    assert "was changed after it was shown" in page(response)
    assert not Signature.objects.exists()


def test_a_class_is_seen_by_those_who_see_somebody_of_it(client, as_user, member, program_a, pia):
    held = actions.record_class(program=program_a, held=HELD, attended=[pia], **said())
    elsewhere = Provider.objects.create(program=program_a, name="Birch House")
    for provider, status in ((pia.provider_id, 200), (elsewhere.pk, 404)):
        who = member(program_a, Role.SUPERVISOR, name=f"Sue {status}", provider_id=provider)
        assert as_user(client, who).get(f"/training/classes/{held.pk}/").status_code == status


def test_a_duplicate_is_warned_of_and_may_be_meant(client, as_user, coordinator_a, pia):
    client = as_user(client, coordinator_a)
    sent = typed(attended=[str(pia.pk)])
    assert client.post("/training/classes/new/", sent).status_code == 302
    again = client.post("/training/classes/new/", typed(attended=[str(pia.pk)]))
    assert again.status_code == 422
    assert "recorded already for: Pia Wren" in page(again)
    meant = client.post("/training/classes/new/", typed(attended=[str(pia.pk)], is_again="on"))
    assert meant.status_code == 302
    assert TrainingClass.objects.count() == 2


def test_the_contracted_provider_and_the_trainee_see_why_they_do_not_sign(client, as_user, member, program_a, pia):
    sheet = a_sheet(pia)
    director = member(program_a, Role.SUPERVISOR, name="Oz Merlin", provider_id=pia.provider_id)
    shown = page(as_user(client, director).get(f"/staff/{pia.pk}/training/sign/"))
    assert "a contracted provider&#x27;s own signature is not enough" in shown
    assert "I sign the records ticked" not in shown
    own = member(program_a, Role.COORDINATOR, name="Pia Wren", staff_id=pia.pk)
    assert "Nobody signs for their own training" in page(as_user(client, own).get(f"/sign/training_sheet/{sheet.pk}/"))
    for who in (director, own):
        sent = {"chosen": str(sheet.pk), f"hash-{sheet.pk}": "x", "password": PASSWORD}
        as_user(client, who).post(f"/staff/{pia.pk}/training/sign/", sent)
    assert not Signature.objects.exists()


def test_one_record_is_read_and_signed_on_the_page_where_everything_is(client, as_user, coordinator_a, pia):
    sheet = a_sheet(pia)
    client = as_user(client, coordinator_a)
    shown = page(client.get(f"/sign/training_sheet/{sheet.pk}/?as=county"))
    content_hash = shown.split('name="content_hash" value="', 1)[1].split('"', 1)[0]
    sent = {"as": "county", "content_hash": content_hash, "password": PASSWORD}
    response = client.post(f"/sign/training_sheet/{sheet.pk}/?as=county", sent)
    assert response.status_code == 302, page(response)
    assert "Signed for" not in page(client.get(f"/sign/training_sheet/{sheet.pk}/"))
    assert client.get(f"/paper/training_sheet/{sheet.pk}/").content.startswith(b"%PDF")


def test_a_page_signed_by_hand_is_attached(client, as_user, coordinator_a, pia):
    agency = Provider.objects.create(program=pia.program, name="County", kind="program_agency")
    cora = a_newcomer(given_name="Cora", family_name="Plover")
    StaffMember.objects.filter(pk=cora.pk).update(provider=agency)
    sheet = a_sheet(pia)
    client = as_user(client, coordinator_a)
    address = f"/training/records/{sheet.pk}/paper/"
    assert "Cora Plover" in page(client.get(address))
    assert client.post(address, {"token": str(uuid4())}).status_code == 422
    sent = {"signer": str(cora.pk), "signed_on": str(today()), "token": str(uuid4())}
    response = client.post(address, {**sent, "file": SimpleUploadedFile("page.pdf", PDF)})
    assert response.status_code == 302, page(response)
    signature = Signature.objects.get()
    assert (signature.signer_name, signature.method) == ("Cora Plover", "scanned")
    assert signature.witness == coordinator_a.user


def test_an_exemption_is_asked_sent_and_decided(client, as_user, coordinator_a, pia):
    client = as_user(client, coordinator_a)
    earlier = {"completed_on": str(today() - timedelta(days=60)), "rule_citation": "DHS 83.20", "is_duplicative": "yes"}
    ask = {**earlier, "hours_updates": "2", "hours_recovery": "1", "token": str(uuid4())}
    assert "within the last 12 months" in page(client.get(f"/staff/{pia.pk}/exemptions/new/"))
    checked = page(client.post(f"/staff/{pia.pk}/exemptions/check/", ask))
    assert "<strong>Yes.</strong>" in checked
    assert "Not so." in page(client.post(f"/staff/{pia.pk}/exemptions/check/", {**ask, "completed_on": "2020-01-01"}))
    file = SimpleUploadedFile("dhs83.pdf", PDF)
    response = client.post(f"/staff/{pia.pk}/exemptions/new/", {**ask, "file": file})
    assert response.url == f"/staff/{pia.pk}/exemptions/send/"
    letter = page(client.get(response.url))
    assert "DHSDCTSCRS@dhs.wisconsin.gov" in letter
    assert "DHS 83.20" in letter
    sent = {"requested_on": str(today()), "sent_by": "Cora Plover", "token": str(uuid4())}
    assert client.post(response.url, sent).status_code == 302
    asked = Exemption.objects.get(topic="updates")
    assert (asked.sent_by, asked.is_documented) == ("Cora Plover", True)
    address = f"/training/exemptions/{asked.pk}/"
    assert client.post(address, {"token": str(uuid4())}).status_code == 422
    decision = {"decision": "granted", "decided_on": str(today()), "decided_by": "Ada Birch", "token": str(uuid4())}
    assert client.post(address, decision).status_code == 302
    shown = page(client.get(f"/staff/{pia.pk}/"))
    assert "2 of 10 hours are there, 8 to go" in shown
    assert "6 topics open" in shown


def test_services_after_the_three_months_are_named_to_who_may_know(client, as_user, coordinator_a, biller_a, own, pia):
    late = a_newcomer(200, given_name="Rae", family_name="Teal")
    done = a_newcomer(200, given_name="Ida", family_name="Fern")
    trained(done, hours="10")
    uma = a_participant(given_name="Uma")
    for staff in (late, done):
        a_service(uma, staff)
    client = as_user(client, coordinator_a)
    shown = page(client.get("/training/exposed/"))
    assert "1 service" in shown
    assert "Rae Teal" in shown
    assert "Ida Fern" not in shown
    assert "1</strong> service given before" in page(client.get(f"/staff/{late.pk}/"))
    assert client.get("/training/exposed/?staff=nonsense").status_code == 200
    assert "Rae Teal" in page(as_user(client, biller_a).get("/training/exposed/"))
    assert as_user(client, own).get("/training/exposed/").status_code == 403

    trained(late, hours="10")  # recorded afterwards, held in time
    assert "No service is exposed" in page(as_user(client, coordinator_a).get("/training/exposed/"))


def test_the_clock_that_runs_out_first_stands_first(client, as_user, coordinator_a, own, pia):
    near, far = a_newcomer(80, given_name="Ida"), a_newcomer(5, given_name="Ola")
    client = as_user(client, coordinator_a)
    for address in ("/training/", "/"):
        shown = page(client.get(address))
        assert shown.index(near.name) < shown.index(far.name)
    mine = page(as_user(client, own).get("/"))
    assert "The seven topics" in mine
    assert "Record training" in mine


def test_sessions_that_came_without_a_signature_are_put_on_a_record(client, as_user, coordinator_a, pia):
    actions.record_training(staff=pia, topic="updates", held_on=today(), hours=Decimal(2), **said())
    client = as_user(client, coordinator_a)
    assert "1 session came without a signature" in page(client.get(f"/staff/{pia.pk}/"))
    assert client.post(f"/staff/{pia.pk}/training/gather/").status_code == 302
    shown = page(client.get(f"/staff/{pia.pk}/"))
    assert "Missing" in shown
    assert Sheet.objects.get().sessions.count() == 1
    assert client.get(f"/staff/{pia.pk}/training/gather/").status_code == 405


def test_the_training_record_on_paper(client, as_user, own, pia):
    a_sheet(pia)
    response = as_user(client, own).get(f"/staff/{pia.pk}/training/pdf/")
    assert response.content.startswith(b"%PDF")


def test_another_program_meets_none_of_it(client, as_user, coordinator_b, program_a):
    with acting(program=program_a):
        pia = a_newcomer()
        sheet = a_sheet(pia)
    client = as_user(client, coordinator_b)
    for address in (f"/training/records/{sheet.pk}/change/", f"/staff/{pia.pk}/training/new/"):
        assert client.get(address).status_code == 404
    assert "Pia" not in page(client.get("/training/classes/new/"))
    client.post("/training/classes/new/", typed(attended=[str(pia.pk)]))
    with acting(program=program_a):
        assert Sheet.objects.count() == 1
