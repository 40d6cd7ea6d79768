"""What a packet says about itself: on its first page, in its manifest and on its receipt."""

from __future__ import annotations

import datetime
from typing import Any

from alongside.records.snapshots.wording import day, moment

from ..models import Packet
from .statement import sentences_of


def title_of(packet: Packet) -> str:
    """The packet's title."""
    return f"Packet {packet.number}: {packet.oversight.title}"


def front_of(packet: Packet, missing: list[dict[str, Any]], files: int) -> dict[str, Any]:
    """What stands on the first page."""
    oversight, sample = packet.oversight, packet.sample
    return {
        "title": title_of(packet),
        "practice": oversight.is_practice,
        "statement": [{"text": one.text, "source": one.source} for one in sentences_of(packet)],
        "rows": [
            ["Program", packet.program.name],
            ["Served", _span(oversight.served_from_on, oversight.served_to_on)],
            ["Sample", f"{sample.size} of {sample.participant_count} participants, drawn on {day(sample.drawn_on)}"],
            ["List they were drawn from", f"SHA-256 {sample.frame_hash}"],
            ["Files", str(files)],
            ["The state’s authority", packet.authority or "Not recorded"],
        ],
        "missing": missing,
    }


def manifest_head(packet: Packet, *, at: datetime.datetime) -> dict[str, Any]:
    """What the manifest says before its files."""
    oversight, sample = packet.oversight, packet.sample
    return {
        "packet": packet.number,
        "program": packet.program.name,
        "oversight": oversight.title,
        "period": {"from": _iso(oversight.served_from_on), "to": _iso(oversight.served_to_on)},
        "sample": {
            "frame_sha256": sample.frame_hash,
            "method": sample.method,
            "size": sample.size,
            "of": sample.participant_count,
        },
        "authority": packet.authority or "",
        "practice": oversight.is_practice,
        "made_at": at.astimezone(datetime.UTC).isoformat(timespec="seconds"),
    }


def receipt_of(packet: Packet) -> list[tuple[str, str]]:
    """The receipt, line by line."""
    found = [
        ("Packet", title_of(packet)),
        ("Program", packet.program.name),
        ("Sent", f"{moment(packet.sent_at)}, by {packet.sent_by}" if packet.sent_at else "Not sent"),
        ("Received", f"{moment(packet.received_at)}, by {packet.received_by}" if packet.received_at else "Not yet"),
        ("People in it", str(packet.sample.size)),
        ("Pages", str(packet.page_count)),
        ("Manifest (SHA-256)", str(packet.manifest_hash)),
    ]
    return [(label, text) for label, text in found]


def _span(first: datetime.date | None, last: datetime.date | None) -> str:
    return f"{day(first)} to {day(last)}" if first and last else "Not recorded"


def _iso(value: datetime.date | None) -> str:
    return value.isoformat() if value else ""
