"""Opening a packet for a change: what was built of it no longer holds."""

from __future__ import annotations

from alongside.records.actions.recording import refuse
from alongside.records.problems import Problem

from ..models import ItemState, Packet, PacketState

SENT = Problem("packet", "a packet already sent", "one not sent yet", "What was sent stays as it was.")


def count(packet: Packet) -> None:
    """Keep how much is missing without a reason, and how many files are about somebody outside the sample: none, as
    the database holds too. The rule about what a packet holds reads both."""
    members = packet.sample.members.values("participant_id")
    packet.missing_count = packet.items.filter(state=ItemState.MISSING, reason=None).count()
    packet.outside_count = packet.items.exclude(participant_id__in=members).count()
    packet.save(update_fields=["missing_count", "outside_count"])


def reopen(packet: Packet) -> Packet:
    """The packet, held for a change. Raises `Problems` where it was sent."""
    refuse([SENT] if packet.is_sent else [])
    if packet.state != PacketState.CHOOSING or packet.trouble:
        packet.outputs.all().delete()
        packet.state, packet.manifest_hash, packet.built_at = PacketState.CHOOSING, None, None
        packet.page_count = packet.is_accessible = packet.trouble = packet.has_statement = None
    packet.version += 1
    packet.save()
    return packet
