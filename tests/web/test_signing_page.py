"""The page where something is signed, and the page of what was signed."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from memberships import PASSWORD

from alongside.access.actions import join
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import Attachment, Document, Signature
from people import TODAY, a_draft, a_participant, a_peer_specialist, a_service, a_service_plan, a_user, discharged, sign

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
DRAWN = "M10 90" + "".join(f"L{10 + 12 * n} {90 + (n % 5) * 9}" for n in range(1, 20))


@pytest.fixture
def uma(acting_for, program_a):
    with acting_for(program_a):
        return a_participant(born_on="2011-03-02")


@pytest.fixture
def plan(acting_for, program_a, uma):
    with acting_for(program_a):
        actions.add_representative(participant=uma, kind="parent", name="Rae Hazel", **SAID)
        return a_service_plan(uma)


@pytest.fixture
def cora(client, as_user, coordinator_a):
    return as_user(client, coordinator_a)


def address(record, choice=""):
    return f"/sign/{record._meta.db_table}/{record.pk}/" + (f"?as={choice}" if choice else "")


def text(response):
    return re.sub(r"\s+", " ", response.content.decode().replace("&#x27;", "'"))


def hidden(response):
    return re.search(r'name="content_hash" value="(\w+)"', response.content.decode())[1]


def sent(client, record, choice, **given):
    shown = client.get(address(record, choice))
    return client.post(address(record, choice), {"as": choice, "content_hash": hidden(shown), **given})


def held(program, acting_for, model=Signature):
    with acting_for(program):
        return list(model.objects.all())


def test_the_page_says_who_must_sign_who_has_and_who_is_missing(cora, plan, acting_for, program_a):
    page = text(cora.get(address(plan)))

    assert "I want to cook for my sister." in page
    assert "be signed by the participant, or by whoever acts for them, and by the service coordinator" in page
    assert "Uma Hazel has not signed." in page
    assert "Rae Hazel may sign as parent." in page
    assert "The service coordinator has not signed." in page
    with acting_for(program_a):
        sign(plan)
    page = text(cora.get(address(plan)))
    assert "Uma Hazel signed on 20 November 2026, 9:30 a.m., by typing “Uma Hazel”" in page
    assert "with Cora Plover as witness." in page
    assert "Uma Hazel has not signed." not in page


def test_a_participant_draws_their_name_on_staffs_device(cora, plan, acting_for, program_a, coordinator_a):
    response = sent(cora, plan, "participant", method="drawn", drawing=DRAWN)

    (signature,) = held(program_a, acting_for)
    assert response.url == f"/documents/{signature.document_id}/"
    assert (signature.signer_name, signature.drawing) == ("Uma Hazel", DRAWN)
    assert signature.witness_name == coordinator_a.user.name
    page = text(cora.get(response.url))
    assert "Verified just now: unchanged since it was signed" in page
    assert f'd="{DRAWN}"' in page
    assert "I took part in making this plan." in page


def test_a_parent_types_their_name(cora, plan, acting_for, program_a):
    with acting_for(program_a):
        rae = plan.participant.representatives.get()
    sent(cora, plan, f"parent.{rae.pk}", method="typed", typed_name="Rae Hazel")
    (signature,) = held(program_a, acting_for)
    assert (signature.capacity, signature.signer_name, signature.typed_name) == ("parent", "Rae Hazel", "Rae Hazel")


def test_a_signed_page_is_attached_and_leaves_only_as_a_download(cora, plan, acting_for, program_a):
    scan = SimpleUploadedFile("page.pdf", PDF, content_type="text/html")
    response = sent(cora, plan, "participant", method="scanned", scan=scan, signed_on="2026-11-09")

    (file,), (signature,) = held(program_a, acting_for, Attachment), held(program_a, acting_for)
    assert (signature.signed_on, signature.attachment_id) == (date(2026, 11, 9), file.pk)
    assert f"/attachments/{file.pk}/" in text(cora.get(response.url))
    download = cora.get(f"/attachments/{file.pk}/")
    assert download.content == PDF
    assert download.headers["Content-Type"] == "application/pdf"
    assert download.headers["Content-Disposition"] == 'attachment; filename="page.pdf"'
    assert download.headers["X-Content-Type-Options"] == "nosniff"
    assert download.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


WRONG = {
    "nothing chosen": ({}, "Choose how to sign."),
    "nothing drawn": ({"method": "drawn"}, "Draw in the box first"),
    "a script": ({"method": "drawn", "drawing": "<script>"}, "lines drawn in the box"),
    "no name": ({"method": "typed", "typed_name": " "}, "Type the full name."),
    "no file": ({"method": "scanned", "signed_on": "2026-11-09"}, "Choose the file"),
    "no day": ({"method": "scanned", "scan": SimpleUploadedFile("a.pdf", PDF)}, "Write the day"),
    "another file": (
        {"method": "scanned", "scan": SimpleUploadedFile("a.pdf", b"<html>"), "signed_on": "2026-11-09"},
        "a PDF, or a PNG or JPEG picture",
    ),
    "a future day": (
        {"method": "scanned", "scan": SimpleUploadedFile("a.pdf", PDF), "signed_on": "2036-11-09"},
        "a day no later than",
    ),
    "a way there is not": ({"method": "own_sign_in"}, "Not signed yet"),
    "no hash": ({"method": "typed", "typed_name": "Uma", "content_hash": ""}, "Not signed yet"),
}


@pytest.mark.parametrize(("given", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_and_nothing_is_kept(cora, plan, acting_for, program_a, given, said):
    response = sent(cora, plan, "participant", **given)
    assert response.status_code == 422
    assert said in text(response)
    assert held(program_a, acting_for) == held(program_a, acting_for, Attachment) == []


def test_what_was_changed_after_it_was_opened_is_shown_anew(cora, plan, acting_for, program_a):
    shown = hidden(cora.get(address(plan, "participant")))
    with acting_for(program_a):
        actions.rewrite_plan(plan=plan, version=1, changes={"goals": "I want to bake."}, **SAID)
    given = {"as": "participant", "method": "drawn", "drawing": DRAWN}
    response = cora.post(address(plan, "participant"), {**given, "content_hash": shown})

    assert response.status_code == 409
    assert "it was changed meanwhile" in text(response)
    assert "I want to bake." in text(response)
    assert DRAWN in text(response)
    assert held(program_a, acting_for, Document) == []
    assert cora.post(address(plan, "participant"), {**given, "content_hash": hidden(response)}).status_code == 302


def test_sending_twice_signs_once(cora, plan, acting_for, program_a):
    given = {"as": "participant", "method": "drawn", "drawing": DRAWN}
    given["content_hash"] = hidden(cora.get(address(plan, "participant")))
    cora.post(address(plan, "participant"), given)
    again = cora.post(address(plan, "participant"), given)
    assert again.status_code == 302
    assert len(held(program_a, acting_for)) == 1


def test_staff_sign_by_their_own_sign_in_and_are_asked_again_who_they_are(cora, plan, acting_for, program_a):
    refused = sent(cora, plan, "coordinator", password="not this one at all")
    assert refused.status_code == 422
    assert "This is not your password." in text(refused)
    assert "not this one" not in text(refused)
    assert held(program_a, acting_for) == []

    sent(cora, plan, "coordinator", password=PASSWORD)
    (signature,) = held(program_a, acting_for)
    assert (signature.capacity, signature.method, signature.witness_id) == ("coordinator", "own_sign_in", None)

    with acting_for(program_a):
        other = a_service_plan(plan.participant)
    page = cora.get(address(other, "coordinator"))
    assert "You confirmed who you are a few minutes ago" in text(page)
    assert sent(cora, other, "coordinator").status_code == 302


def test_after_five_minutes_staff_are_asked_again(cora, plan, monkeypatch, acting_for, program_a):
    import time

    sent(cora, plan, "coordinator", password=PASSWORD)
    with acting_for(program_a):
        other = a_service_plan(plan.participant)
    later = time.time() + 301
    monkeypatch.setattr("allauth.account.internal.flows.reauthentication.time.time", lambda: later)
    assert "Your password" in text(cora.get(address(other, "coordinator")))
    assert sent(cora, other, "coordinator").status_code == 422


def test_whoever_has_a_second_step_gives_its_code(cora, plan, coordinator_a, acting_for, program_a):
    from allauth.mfa.totp.internal import auth as totp

    with acting_for(None, coordinator_a):
        secret = totp.generate_totp_secret()
        totp.TOTP.activate(coordinator_a.user, secret)
    assert "The code your app shows now" in text(cora.get(address(plan, "coordinator")))
    assert "This is not the code" in text(sent(cora, plan, "coordinator", code="000000", password=PASSWORD))
    code = totp.format_hotp_value(totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time()))))
    assert sent(cora, plan, "coordinator", code=code).status_code == 302


def test_only_whoever_gave_the_service_signs_its_note(client, as_user, member, program_a, acting_for, uma):
    with acting_for(program_a):
        pia, oz = a_peer_specialist(), a_peer_specialist(given_name="Oz")
        note = a_draft(a_service(uma, pia))
    own = member(program_a, Role.DIRECT_STAFF, name="Pia Wren", staff_id=pia.pk, provider_id=pia.provider_id)
    colleague = member(program_a, Role.DIRECT_STAFF, name="Oz Wren", staff_id=oz.pk, provider_id=oz.provider_id)

    as_user(client, colleague)
    assert sent_plain(client, note, "giver").status_code in (403, 200)
    assert held(program_a, acting_for) == []
    as_user(client, own)
    assert sent(client, note, "giver", password=PASSWORD).status_code == 302
    with acting_for(program_a):
        note.refresh_from_db()
        assert (note.signed_by, note.is_signed_by_giver) == ("Pia Wren", True)


def sent_plain(client, record, choice, **given):
    return client.post(address(record, choice), {"as": choice, "content_hash": "0" * 64, **given})


def test_a_planned_discharge_says_that_both_sign(cora, acting_for, program_a, uma):
    with acting_for(program_a):
        summary = discharged(uma, participant_signed_on=None, coordinator_signed_on="2026-10-01").summary
    page = text(cora.get(address(summary)))
    assert "It must be signed by the participant. <strong>Missing.</strong>" in page
    assert "The service coordinator signed on paper on 1 October 2026." in page
    assert "Uma Hazel has not signed." in page


def seat(client, as_user, uma, program, role=Role.PARTICIPANT, **more):
    user = a_user(email=f"{role}@juniper.example", name="Uma Hazel")
    said = {"participant_id": uma.pk, "starts_on": date(2025, 1, 1), "by": None}
    membership = join(user=user, program=program, role=role, **said, **more)
    return as_user(client, membership)


def test_a_participant_signs_in_their_own_seat_and_nobody_elses_place(
    client, as_user, plan, uma, program_a, acting_for
):
    own = seat(client, as_user, uma, program_a)
    page = own.get(address(plan))
    assert "I sign" in text(page)
    assert "the witness" not in text(page)
    assert sent_plain(own, plan, "coordinator").status_code == 200
    assert held(program_a, acting_for) == []
    response = own.post(address(plan), {"as": "participant", "content_hash": hidden(page)})
    (signature,) = held(program_a, acting_for)
    assert (signature.method, signature.user.name, signature.capacity) == ("own_sign_in", "Uma Hazel", "participant")
    assert "unchanged since it was signed" in text(own.get(response.url))


def test_a_parent_signs_in_their_own_seat(client, as_user, plan, uma, program_a, acting_for):
    with acting_for(program_a):
        rae = uma.representatives.get()
    own = seat(client, as_user, uma, program_a, Role.REPRESENTATIVE, representative_id=rae.pk)
    page = own.get(address(plan))
    own.post(address(plan), {"as": f"parent.{rae.pk}", "content_hash": hidden(page)})
    (signature,) = held(program_a, acting_for)
    assert (signature.method, signature.signer_name, signature.capacity) == ("own_sign_in", "Rae Hazel", "parent")


def test_nothing_of_another_participant_opens_from_a_seat(client, as_user, plan, uma, program_a, acting_for):
    with acting_for(program_a):
        lees = a_service_plan(a_participant(given_name="Lee"))
        document = sign(lees).document
        page = actions.attach(record=lees, content=PDF, name="page.pdf", by=None)
        note = a_draft(a_service(uma, a_peer_specialist()))
        held_back = sign(note, "giver", staff=note.service.staff).document
        actions.hold_note(note=note, kind="held_back", held_by="Sue Tamarack", reason="Not yet.", **SAID)
    own = seat(client, as_user, uma, program_a)
    for closed in (address(lees), f"/documents/{document.pk}/", f"/attachments/{page.pk}/"):
        assert own.get(closed).status_code in (403, 404), closed
    assert own.get(f"/documents/{held_back.pk}/").status_code == 404


@pytest.mark.parametrize("role", [Role.BILLER, Role.STATE_REVIEWER])
def test_who_neither_serves_nor_runs_signs_nothing(client, as_user, member, plan, program_a, role):
    assert as_user(client, member(program_a, role)).get(address(plan)).status_code == 403


def test_a_restricted_report_is_open_to_few(client, as_user, member, uma, program_a, acting_for):
    from people import moment

    with acting_for(program_a):
        said = {"what_happened": "x", "reported_by": "Pia Wren", "learned_at": moment("2026-11-19 10:00")}
        report = actions.report_incident(participants=[uma], is_restricted=True, **said, **SAID)[0]
    page = as_user(client, member(program_a, Role.DIRECT_STAFF)).get(address(report))
    assert page.status_code == 403
    supervisor = member(program_a, Role.SUPERVISOR)
    assert as_user(client, supervisor).get(address(report)).status_code == 403
    with acting_for(program_a):
        actions.assign_supervisor(report=report, supervisor=supervisor.user, **SAID)
    assert as_user(client, supervisor).get(address(report)).status_code == 200


@pytest.mark.parametrize("odd", ["/sign/neighbor/{}/", "/sign/service_plan/{}/", "/documents/{}/", "/attachments/{}/"])
def test_what_is_not_there_is_not_found(cora, odd, uma):
    assert cora.get(odd.format(uma.pk)).status_code == 404


def test_another_programs_document_is_not_there(client, as_user, coordinator_b, plan, program_a, acting_for):
    with acting_for(program_a):
        document = sign(plan).document
    neighbor = as_user(client, coordinator_b)
    assert neighbor.get(f"/documents/{document.pk}/").status_code == 404
    assert neighbor.get(address(plan)).status_code == 404


def acts(client, method, *address_and_data):
    with CaptureQueriesContext(connection) as queries:
        assert getattr(client, method)(*address_and_data).status_code in (200, 302)
    told = (re.search(r"ledger_record\('(\w+)'(?:::\w+)?, '(\w+)'", query["sql"]) for query in queries)
    return [(one[1], one[2]) for one in told if one], len(queries)


def test_reading_signing_and_taking_out_are_in_the_ledger(cora, plan, acting_for, program_a):
    assert acts(cora, "get", address(plan))[0] == [("read", "service_plan")]
    scan = SimpleUploadedFile("page.pdf", PDF)
    given = {"as": "participant", "method": "scanned", "scan": scan, "signed_on": "2026-11-09"}
    given["content_hash"] = hidden(cora.get(address(plan, "participant")))
    assert ("sign", "signature") in acts(cora, "post", address(plan), given)[0]
    (file,), (signature,) = held(program_a, acting_for, Attachment), held(program_a, acting_for)
    assert acts(cora, "get", f"/documents/{signature.document_id}/")[0] == [("read", "document")]
    assert acts(cora, "get", f"/attachments/{file.pk}/")[0] == [("export", "attachment")]


def test_a_page_asks_the_database_as_often_for_one_signature_as_for_four(cora, plan, acting_for, program_a):
    with acting_for(program_a):
        document = sign(plan).document
        rae = plan.participant.representatives.get()
    address_ = f"/documents/{document.pk}/"
    cora.get(address_)
    few = acts(cora, "get", address_)[1]
    with acting_for(program_a):
        sign(plan, "coordinator")
        sign(plan, "parent", representative=rae)
    assert acts(cora, "get", address_)[1] == few < 40


SIGNED_IN_THE_SEAT = {
    "support_plan": lambda uma: actions.write_support_plan(participant=uma, completed_on=TODAY, **SAID),
    "assessment": lambda uma: actions.record_assessment(participant=uma, completed_on=TODAY, **SAID),
    "discharge_summary": lambda uma: discharged(uma, participant_signed_on=None).summary,
}


@pytest.mark.parametrize("kind", SIGNED_IN_THE_SEAT)
def test_whatever_is_signed_in_ones_own_seat_can_be(client, as_user, uma, program_a, acting_for, kind):
    with acting_for(program_a):
        record = SIGNED_IN_THE_SEAT[kind](uma)
    own = seat(client, as_user, uma, program_a)
    response = own.post(address(record), {"as": "participant", "content_hash": hidden(own.get(address(record)))})
    assert response.status_code == 302
    assert "unchanged since it was signed" in text(own.get(response.url))


def test_a_supervisor_waits_for_whoever_gave_the_service(client, as_user, member, uma, program_a, acting_for):
    with acting_for(program_a):
        note = a_draft(a_service(uma, a_peer_specialist()))
    sue = as_user(client, member(program_a, Role.SUPERVISOR))
    assert "First the note is signed by whoever gave the service." in text(sue.get(address(note)))
    with acting_for(program_a):
        sign(note, "giver", staff=note.service.staff)
    assert sent(sue, note, "supervisor", password=PASSWORD).status_code == 302
    with acting_for(program_a):
        assert note.sign_offs.get().decision == "signed_off"
