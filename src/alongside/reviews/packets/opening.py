"""Opening a packet for a change: what was built of it no longer holds."""

from __future__ import annotations

from alongside.records.actions.recording import refuse
from alongside.records.problems import Problem

from ..models import Packet, PacketState

SENT = Problem("packet", "a packet already sent", "one not sent yet", "What was sent stays as it was.")


def reopen(packet: Packet) -> Packet:
    """The packet, held for a change. Raises `Problems` where it was sent."""
    refuse([SENT] if packet.is_sent else [])
    if packet.state != PacketState.CHOOSING or packet.trouble:
        packet.outputs.all().delete()
        packet.state, packet.manifest_hash, packet.built_at = PacketState.CHOOSING, None, None
        packet.page_count = packet.is_accessible = packet.trouble = None
    packet.version += 1
    packet.save()
    return packet
