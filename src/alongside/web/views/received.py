"""Packets on the state's side: what was sent, person by person, and that it was received."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from alongside.access.packet_policies import may_read_packet, may_receive_packet
from alongside.ledger.events import record_read, record_search
from alongside.reviews.models import Packet
from alongside.reviews.packets import sending
from alongside.reviews.packets.statement import sentences_of

from ..packet_shown import people_of

MOST = 50


def received_packets(request: HttpRequest) -> HttpResponse:
    """Every packet this program sent, newest first."""
    found = Packet.objects.exclude(sent_at=None).select_related("oversight", "sample").order_by("-sent_at")
    return render(request, "packets/received.html", {"packets": found[:MOST]})


def received_packet(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """One packet: its receipt, the statement, everybody in it, and what the program says is missing."""
    packet = _packet(request, packet_id)
    people = people_of(packet)
    record_search("packet", found=len(people), listed=[one.member.participant_id for one in people])
    page = {"packet": packet, "people": people, "statement": sentences_of(packet)}
    return render(request, "packets/received_one.html", page)


def received_person(request: HttpRequest, packet_id: UUID, member_id: UUID) -> HttpResponse:
    """One participant of a packet, each file."""
    packet = _packet(request, packet_id)
    people = people_of(packet)
    at = next((nth for nth, one in enumerate(people) if one.member.pk == member_id), None)
    if at is None:
        raise Http404("Nobody of this number is in the packet.")
    record_read("packet", row=packet.pk, subject=people[at].member.participant_id)
    page = {
        "packet": packet,
        "person": people[at],
        "before": people[at - 1] if at else None,
        "after": people[at + 1] if at + 1 < len(people) else None,
    }
    return render(request, "packets/received_person.html", page)


def receive_packet(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """Say that it was received."""
    if request.method != "POST":
        return HttpResponse(status=405)
    packet = _packet(request, packet_id)
    may_receive_packet(request.membership, packet)
    sending.receive(packet=packet, at=timezone.now(), received_by=request.user.name, by=request.user)
    messages.success(request, "The program sees that you have it.")
    return redirect("received_packet", packet.pk)


def _packet(request: HttpRequest, packet_id: UUID) -> Packet:
    packet = get_object_or_404(Packet.objects.select_related("oversight", "sample", "program"), pk=packet_id)
    may_read_packet(request.membership, packet)
    return packet
