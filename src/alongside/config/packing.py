"""Packets built from beginning to end: what reviews ask for, set and bound by what exchange makes.

Whoever builds goes from file to file; a second process takes the next file, and one that died left nothing half done.
"""

from __future__ import annotations

import logging
from typing import Any

from django.db import transaction
from django.utils import timezone

from alongside.access.context import acting
from alongside.access.models import Program
from alongside.exchange.packets.combining import Part, combined
from alongside.exchange.packets.manifest import Listed, NotThere, file_name, manifest_of, sha256
from alongside.exchange.packets.paper import paper_of
from alongside.exchange.packets.sheets import front_page
from alongside.reviews.models import ItemState, Packet, PacketFile, PacketItem, PacketState
from alongside.reviews.packets.about import front_of, manifest_head, title_of
from alongside.reviews.packets.building import Bound, CannotBuild, Made, bind, build_one, stop
from alongside.reviews.packets.naming import requirement_name
from alongside.reviews.packets.statement import STAMP, text_of

log = logging.getLogger("alongside.worker")

NOT_BUILT = "Something went wrong while it was built. Build it once more; if it stops again, tell your administrator."


def build_waiting(program: Program) -> int:
    """Build every packet of a program that was handed over; how many are built."""
    with acting(program=program):
        return sum(build(packet) for packet in _waiting())


def build(packet: Packet) -> bool:
    """Build one packet to its end. False where it could not be, or others are at its last files."""
    try:
        while build_one(packet, paper, by=None):
            pass
        return bind(packet, bound, at=timezone.now(), by=None)
    except CannotBuild as error:
        stop(packet, str(error), by=None)
    except Exception:
        log.exception("Packet %s was not built.", packet.pk)
        stop(packet, NOT_BUILT, by=None)
    return False


def paper(item: PacketItem) -> Made:
    """The paper of an item. Raises CannotBuild, which names the item, for a file that does not open."""
    try:
        return Made(*paper_of(str(item.kind), item.record, item.attachment_id, by=None))
    except ValueError as error:
        person = item.sample_member.position
        raise CannotBuild(f"Person {person}, {item.title}: {error} Leave it out, or attach the page anew.") from error


def bound(packet: Packet, items: list[PacketItem]) -> Bound:
    """A packet's files as one PDF with its statement first, and the manifest of all of them."""
    there = [item for item in items if item.state == ItemState.THERE and item.file is not None]
    missing = [
        NotThere(item.sample_member.position, requirement_name(item.requirement), item.reason or "")
        for item in items
        if item.state != ItemState.THERE
    ]
    at = timezone.now().replace(microsecond=0)
    front = front_page(front_of(packet, [vars(one) for one in missing], len(there)), at=at)
    whole = combined(front, _parts(there), number=f"Packet {packet.number}", title=title_of(packet), warning=STAMP)
    statement = text_of(packet)
    said: dict[str, Any] = {"sha256": sha256(whole.content), "pages": whole.pages, "is_accessible": whole.is_accessible}
    manifest = manifest_of(
        manifest_head(packet, at=at), files=[listed(item) for item in there], whole=said, statement=statement,
        missing=missing,
    )  # fmt: skip
    return Bound(manifest, whole.content, statement, whole.pages, whole.is_accessible)


def listed(item: PacketItem) -> Listed:
    """An item as the manifest lists it."""
    assert item.file is not None
    person, name = item.sample_member.position, requirement_name(item.requirement)
    return Listed(
        file_name(person, item.position, name), item.file.content_hash, item.file.page_count, person, name, item.title,
        bool(item.is_signed),
    )  # fmt: skip


def _parts(items: list[PacketItem]) -> Any:
    for item in items:
        content = bytes(PacketFile.objects.values_list("content", flat=True).get(pk=item.file_id))
        yield Part(item.sample_member.position, item.title, content)


def _waiting() -> list[Packet]:
    with transaction.atomic():
        return list(Packet.objects.filter(state=PacketState.BUILDING).order_by("asked_at"))
