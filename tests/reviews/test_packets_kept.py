"""What the database itself holds about packets: nobody outside the sample, and what was sent stays."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from packets import a_packet, explained, three_people

from alongside.config.packing import build
from alongside.records.models import Document, ServicePlan
from alongside.reviews.models import Packet, PacketFile, PacketItem, PacketOutput
from alongside.reviews.packets.correcting import ask_to_build
from alongside.reviews.packets.sending import receive, send
from people import moment

pytestmark = pytest.mark.django_db
AT = moment("2026-11-20 10:00")


@pytest.fixture
def people(in_program_a):
    return three_people()


@pytest.fixture
def packet(people):
    return a_packet(people)


def tried(act):
    """Do it and let the database check everything at once."""
    with transaction.atomic():
        act()
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")


def test_somebody_outside_the_sample_is_refused_by_the_database(packet, people):
    """Worked case J5. The control: the same row about somebody in the sample is taken."""
    member = packet.sample.members.first()
    said = {
        "program": packet.program,
        "packet": packet,
        "sample": packet.sample,
        "requirement": "initial_plan",
        "title": "Plan",
    }

    def item(person, position):
        return PacketItem(**said, sample_member=member, participant=person, position=position, state="missing")

    tried(lambda: item(people[0], 90).save(force_insert=True))
    with pytest.raises(IntegrityError, match="packet_item_of_sampled_participant"):
        tried(lambda: item(people[2], 91).save(force_insert=True))


def test_a_record_of_somebody_else_is_refused_under_anybodys_number(packet, people):
    item = packet.items.filter(kind="service_plan").first()
    outside = ServicePlan.objects.filter(participant=people[2]).first()

    with pytest.raises(DatabaseError, match="participants in its sample"), transaction.atomic():
        PacketItem.objects.filter(pk=item.pk).update(record=outside.pk)
    with pytest.raises(DatabaseError, match="no record of the kind"), transaction.atomic():
        PacketItem.objects.filter(pk=item.pk).update(kind="incident_report", record=uuid4())


def test_a_file_about_somebody_else_is_refused(packet, people):
    item = packet.items.filter(state="there").first()
    file = PacketFile(program=packet.program, participant=people[2], content=b"%PDF", page_count=1)
    file.save(force_insert=True)

    with pytest.raises(IntegrityError, match="packet_item_file_of_participant"):
        tried(lambda: PacketItem.objects.filter(pk=item.pk).update(file=file))


def test_a_sent_packet_stays_as_it_was_but_that_it_was_received(packet):
    ask_to_build(packet=explained(packet), at=AT, asked_by="Cora Plover", by=None)
    assert build(Packet.objects.get(pk=packet.pk))
    sent = send(packet=packet, version=Packet.objects.get(pk=packet.pk).version, at=AT, sent_by="Cora Plover", by=None)

    for change in (
        lambda: Packet.objects.filter(pk=packet.pk).update(manifest_hash="0"),
        lambda: Packet.objects.filter(pk=packet.pk).update(state="built", sent_at=None, sent_by=None),
        lambda: PacketItem.objects.filter(packet=packet).update(reason="Another."),
        lambda: PacketItem.objects.filter(packet=packet).delete(),
        lambda: PacketOutput.objects.filter(packet=packet).update(content=b""),
        lambda: PacketOutput.objects.filter(packet=packet).delete(),
    ):
        with pytest.raises(DatabaseError, match="stays as it was sent"), transaction.atomic():
            change()
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        PacketFile.objects.update(content=b"")
    assert receive(packet=sent, at=AT, received_by="Ray Sycamore", by=None).state == "received"
    assert (
        receive(packet=sent, at=moment("2026-11-21 08:00"), received_by="Else", by=None).received_by == "Ray Sycamore"
    )


def test_a_practice_packet_goes_to_nobody(people):
    packet = a_packet(people, is_practice=True)
    ask_to_build(packet=explained(packet), at=AT, asked_by="Cora Plover", by=None)
    assert build(Packet.objects.get(pk=packet.pk))

    with pytest.raises(DatabaseError, match="goes to nobody"), transaction.atomic():
        Packet.objects.filter(pk=packet.pk).update(state="sent", sent_at=AT, sent_by="Cora Plover")


def test_signed_documents_are_packed_as_they_were_signed(packet):
    ask_to_build(packet=packet, at=AT, asked_by="Cora Plover", by=None)
    build(Packet.objects.get(pk=packet.pk))
    item = packet.items.get(is_signed=True)
    document = Document.objects.get(kind="service_plan", record=item.record)

    assert bytes(item.file.content) == bytes(document.renderings.get().content)
