"""The pages of packets: the program puts one together, mends it and sends it; the reviewer reads it, and is seen."""

import io
import zipfile

import pytest
from django.db import transaction
from packets import a_packet, explained, three_people

from alongside.access.context import acting
from alongside.access.roles import Role
from alongside.config.packing import build
from alongside.exchange.packets.verifying import verify_packet
from alongside.reviews.debriefs import check_requirement
from alongside.reviews.models import ItemState, Packet
from alongside.reviews.packets.correcting import ask_to_build
from alongside.reviews.packets.sending import send
from alongside.web.seat_looked import who_looked
from people import moment

pytestmark = pytest.mark.django_db
AT = moment("2026-11-20 10:00")


@pytest.fixture
def people(in_program_a):
    return three_people()


@pytest.fixture
def packet(people):
    return a_packet(people)


def now(packet):
    return Packet.objects.get(pk=packet.pk)


def built(packet):
    ask_to_build(packet=explained(packet), at=AT, asked_by="Cora Plover", by=None)
    assert build(now(packet))
    return now(packet)


def sent(packet):
    packet = built(packet)
    return send(packet=packet, version=packet.version, at=AT, sent_by="Cora Plover", by=None)


def text(response):
    return response.content.decode()


def test_a_sample_without_a_packet_offers_to_put_one_together(client, as_user, coordinator_a, packet):
    as_user(client, coordinator_a)
    sample = packet.sample
    packet.items.all().delete()
    packet.delete()

    assert f"/packets/of/{sample.pk}/" in text(client.get("/packets/"))
    led = client.post(f"/packets/of/{sample.pk}/")
    assert led.status_code == 302
    assert "Juniper Hazel" in text(client.get(led.url))


def test_the_packet_names_what_is_missing_with_its_words_and_next_step(client, as_user, coordinator_a, packet):
    page = text(as_user(client, coordinator_a).get(f"/packets/{packet.pk}/"))

    assert "Annual recertification: functional screen results" in page
    assert "Mental Health and Substance Use Disorder Functional Screen results" in page
    assert "Record the functional screen results if there is one" in page
    assert "Outside" not in page


def test_a_person_of_the_packet_can_be_mended(client, as_user, coordinator_a, packet):
    as_user(client, coordinator_a)
    member = packet.sample.members.get(position=1)
    person = f"/packets/{packet.pk}/people/{member.pk}/"
    plan = packet.items.get(sample_member=member, requirement="annual_plan")
    screen = packet.items.get(sample_member=member, requirement="annual_screen")
    assert "The document as it was signed." in text(client.get(person))

    choose = f"/packets/items/{plan.pk}/choose/"
    assert "Completed on 20 February 2026" in text(client.get(choose))
    older = next(r for r in plan.participant.service_plans.all() if str(r.completed_on) == "2026-02-20")
    assert client.post(choose, {"record": str(older.pk), "version": plan.version}).status_code == 302
    plan.refresh_from_db()
    assert plan.record == older.pk

    reason = f"/packets/items/{screen.pk}/leave-out/"
    refused = client.post(reason, {"reason": "", "version": screen.version})
    assert refused.status_code == 422
    assert client.post(reason, {"reason": "Lost in a flood.", "version": screen.version}).status_code == 302
    assert "Lost in a flood." in text(client.get(person))

    assert (
        client.post(f"/packets/items/{plan.pk}/leave-out/", {"reason": "Twice.", "version": plan.version}).status_code
        == 302
    )
    assert client.post(f"/packets/items/{plan.pk}/put-back/").status_code == 302
    plan.refresh_from_db()
    assert plan.state == ItemState.THERE


@pytest.mark.parametrize("record", ["", "nonsense", "00000000-0000-4000-8000-000000000000"])
def test_nothing_chosen_and_nonsense_are_refused_in_place(client, as_user, coordinator_a, packet, record):
    plan = packet.items.filter(requirement="annual_plan").first()

    sent = {"record": record, "version": plan.version}
    assert as_user(client, coordinator_a).post(f"/packets/items/{plan.pk}/choose/", sent).status_code == 422


def test_it_is_built_looked_through_and_sent_with_a_receipt(client, as_user, coordinator_a, packet, tmp_path):
    as_user(client, coordinator_a)
    here = f"/packets/{packet.pk}/"
    explained(packet)
    assert client.post(f"{here}about/", {
        "authority": "Letter of 2 November 2026", "has_substance_use_records": "no", "version": now(packet).version,
    }).status_code == 302  # fmt: skip
    assert "a packet not built" in text(client.get(f"{here}send/"))
    assert client.post(f"{here}send/", {"version": now(packet).version}).status_code == 422

    client.post(f"{here}build/")
    assert "0 of " in text(client.get(f"{here}progress/"))
    assert build(now(packet))
    assert client.get(f"{here}progress/", headers={"HX-Request": "true"}).headers["HX-Redirect"] == here
    assert client.get(f"{here}packet.pdf").content.startswith(b"%PDF")
    path = tmp_path / "packet.zip"
    path.write_bytes(client.get(f"{here}packet.zip").content)
    assert verify_packet(path, now(packet).manifest_hash).flaws == []
    assert not any("Hazel" in name for name in zipfile.ZipFile(io.BytesIO(path.read_bytes())).namelist())

    assert "Letter of 2 November 2026" in text(client.get(f"{here}send/"))
    assert client.post(f"{here}send/", {"version": "1"}).status_code == 422  # read before somebody changed it
    led = client.post(f"{here}send/", {"version": now(packet).version})
    assert led.url == f"{here}receipt/"
    assert now(packet).manifest_hash in text(client.get(led.url))
    assert client.post(f"{here}look-again/").status_code == 302
    assert now(packet).is_sent


def test_before_it_is_sent_a_reviewer_sees_nothing_of_it(client, as_user, state_reviewer_a, packet):
    built(packet)
    as_user(client, state_reviewer_a)
    item = packet.items.filter(state=ItemState.THERE).first()

    assert "No packet has been sent to you" in text(client.get("/review/packets/"))
    for address in (
        f"/review/packets/{packet.pk}/", f"/packets/{packet.pk}/packet.zip", f"/packets/{packet.pk}/packet.pdf",
        f"/packets/items/{item.pk}/file/", f"/packets/{packet.pk}/receipt/",
        f"/review/packets/{packet.pk}/people/{item.sample_member_id}/",
    ):  # fmt: skip
        assert client.get(address).status_code == 404, address
    assert client.get(f"/packets/{packet.pk}/").status_code == 403


def test_a_reviewer_reads_a_packet_person_by_person_and_says_that_it_came(client, as_user, state_reviewer_a, packet):
    sent(packet)
    as_user(client, state_reviewer_a)
    item = packet.items.filter(state=ItemState.THERE, is_signed=True).first()

    assert f"/review/packets/{packet.pk}/" in text(client.get("/review/packets/"))
    one = text(client.get(f"/review/packets/{packet.pk}/"))
    assert "Juniper Hazel" in one
    assert "Disclosure without patient consent" in one
    person = text(client.get(f"/review/packets/{packet.pk}/people/{item.sample_member_id}/"))
    assert item.file.content_hash in person
    assert client.get(f"/packets/items/{item.pk}/file/").content == bytes(item.file.content)
    assert client.get(f"/packets/{packet.pk}/packet.zip").status_code == 200
    assert client.post(f"/review/packets/{packet.pk}/received/").status_code == 302
    assert now(packet).received_by == state_reviewer_a.user.name


def test_what_a_reviewer_reads_stands_on_the_participants_page_of_who_looked(
    client, as_user, state_reviewer_a, coordinator_a, packet, member, program_a
):
    sent(packet)
    item = packet.items.filter(state=ItemState.THERE).first()
    whose = item.participant_id
    as_user(client, state_reviewer_a).get(f"/packets/items/{item.pk}/file/")
    seat = member(program_a, Role.PARTICIPANT, name="Juniper Hazel", participant_id=whose)

    with acting(actor=seat.user, participant=whose), transaction.atomic():
        newest = who_looked(whose)[0]
    assert (newest.act, newest.about, newest.role) == ("read", "packet_item", Role.STATE_REVIEWER)
    assert "papers sent for the state’s review" in text(as_user(client, seat).get("/seat/looked/"))


def test_nobody_of_another_program_finds_it(client, as_user, coordinator_b, packet):
    with acting(program=None, actor=None):  # what a request of another program finds around it: nothing
        as_user(client, coordinator_b)
        for address in (f"/packets/{packet.pk}/", f"/packets/{packet.pk}/packet.zip", f"/packets/{packet.pk}/send/"):
            assert client.get(address).status_code == 404


def test_the_oversight_goes_on_with_the_packet_and_its_checklist_leads_to_the_files(
    client, as_user, coordinator_a, state_reviewer_a, packet
):
    oversight = packet.oversight
    own = as_user(client, coordinator_a).get(f"/oversights/{oversight.pk}/")
    assert f"/packets/{packet.pk}/" in text(own)

    sent(packet)
    as_user(client, state_reviewer_a)
    assert f"/review/packets/{packet.pk}/" in text(client.get(f"/oversights/{oversight.pk}/"))
    client.post(f"/review/packets/{packet.pk}/received/")
    oversight.refresh_from_db()
    assert (oversight.state, str(oversight.packet_received_on)) == ("received", "2026-11-20")
    item = packet.items.filter(state=ItemState.THERE).first()
    [address] = [a for a in _addresses(client, oversight) if str(item.sample_member_id) in a]
    assert f"/packets/items/{item.pk}/file/" in text(client.get(address))


def _addresses(client, oversight):
    from django.urls import reverse

    checklist = text(client.get(reverse("checklist", args=[oversight.pk])))
    members = [reverse("check_member", args=[key]) for key in oversight.members.values_list("pk", flat=True)]
    return [address for address in members if address in checklist]


def test_what_has_a_document_is_concluded_at_one_press_and_what_is_cited_stays(
    client, as_user, state_reviewer_a, packet
):
    sent(packet)
    as_user(client, state_reviewer_a)
    oversight = packet.oversight
    item = packet.items.filter(state=ItemState.THERE).first()
    page = f"/oversights/members/{item.sample_member_id}/"
    assert client.post(f"{page}rest/").status_code == 302
    assert oversight.checks.count() == 0  # not before the packet was received
    client.post(f"/review/packets/{packet.pk}/received/")
    check_requirement(
        member=item.sample_member, requirement=item.requirement, conclusion="not_met", words="No day.", document=None,
        on=AT.date(), by=state_reviewer_a.user,
    )  # fmt: skip

    assert "left with a document" in text(client.get(page))
    assert "concluded as met" in text(client.post(f"{page}rest/", follow=True))
    with_a_document = set(item.sample_member.packet_items.filter(state=ItemState.THERE).values_list("requirement"))
    checks = oversight.checks.filter(sample_member=item.sample_member)
    assert checks.count() == len(with_a_document)
    assert [check.requirement for check in checks.exclude(conclusion="met")] == [item.requirement]
    assert client.get(f"{page}rest/").status_code == 405
