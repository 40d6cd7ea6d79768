"""The files of a packet: one item, everything in one PDF, the archive, the receipt. Each taking is in the ledger."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.packet_policies import may_read_packet
from alongside.access.roles import Role
from alongside.exchange.packets.archive import archive_of
from alongside.exchange.packets.manifest import file_name
from alongside.exchange.packets.paper import paper_of
from alongside.ledger.events import record_export, record_read
from alongside.reviews.models import ItemState, OutputKind, Packet, PacketItem
from alongside.reviews.packets.about import receipt_of
from alongside.reviews.packets.building import items_of
from alongside.reviews.packets.naming import requirement_name

from ..downloads import download
from .paper import PDF


def packet_file(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One file, as it is in the packet; while nothing is built, as it would be."""
    about = ("packet", "sample_member", "file")
    item = get_object_or_404(PacketItem.objects.select_related(*about), pk=item_id, state=ItemState.THERE)
    may_read_packet(request.membership, item.packet)
    record_read("packet_item", row=item.pk, subject=item.participant_id, detail=item.requirement)
    try:
        content = bytes(item.file.content) if item.file else _set(item, request)
    except ValueError as error:
        raise Http404(str(error)) from error
    return download(content, PDF, _name(item).rpartition("/")[2])


def packet_whole(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """Everything in one PDF."""
    packet = _packet(request, packet_id)
    whole = _output(packet, OutputKind.WHOLE)
    _taken(packet)
    return download(whole, PDF, f"packet {packet.number}.pdf")


def packet_archive(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """The archive: manifest, statement, everything in one PDF, and each file. The same bytes each time."""
    packet = _packet(request, packet_id)
    manifest, whole = _output(packet, OutputKind.MANIFEST), _output(packet, OutputKind.WHOLE)
    statement = _output(packet, OutputKind.STATEMENT).decode()
    items = packet.items.filter(state=ItemState.THERE).select_related("sample_member", "file")
    files = [(_name(item), bytes(item.file.content)) for item in items if item.file]
    _taken(packet)
    return download(archive_of(manifest, whole, statement, files), "application/zip", f"packet {packet.number}.zip")


def packet_receipt(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """The receipt of a packet that was sent."""
    packet = _packet(request, packet_id)
    if not packet.is_sent:
        raise Http404("Nothing was sent yet.")
    is_reviewer = request.membership.has_role(Role.STATE_REVIEWER)
    page = {"packet": packet, "lines": receipt_of(packet), "is_reviewer": is_reviewer}
    return render(request, "packets/receipt.html", page)


def _set(item: PacketItem, request: HttpRequest) -> bytes:
    """The paper as it is today, for whoever puts the packet together."""
    content, _, _ = paper_of(str(item.kind), item.record, item.attachment_id, by=request.user)
    return content


def _name(item: PacketItem) -> str:
    return file_name(item.sample_member.position, item.position, requirement_name(item.requirement))


def _packet(request: HttpRequest, packet_id: UUID) -> Packet:
    packet = get_object_or_404(Packet.objects.select_related("oversight", "sample", "program"), pk=packet_id)
    may_read_packet(request.membership, packet)
    return packet


def _output(packet: Packet, kind: OutputKind) -> bytes:
    found = packet.outputs.filter(kind=kind).values_list("content", flat=True).first()
    if found is None:
        raise Http404("This packet is not built yet.")
    return bytes(found)


def _taken(packet: Packet) -> None:
    people = {item.participant_id for item in items_of(packet) if item.state == ItemState.THERE}
    record_export("packet", rows=len(people), listed=people)
