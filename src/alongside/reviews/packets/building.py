"""Building a packet: one file at a time, each stored by itself, so that whoever goes on after a crash loses nothing and
does nothing twice. The items still without a file are the queue."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from alongside.records.actions.recording import locked, recording

from ..models import ItemState, OutputKind, Packet, PacketFile, PacketItem, PacketOutput, PacketState

if TYPE_CHECKING:
    from alongside.access.models import User

# What sets papers and binds them stands in `exchange`, which reviews do not know: it is handed in.
Paper = Callable[[PacketItem], "Made"]


class CannotBuild(Exception):
    """A file of the packet cannot be made. The text says which, why, and what to do."""


@dataclass(frozen=True)
class Made:
    """One file: a PDF, its pages, and whether it is what was signed."""

    content: bytes
    pages: int
    is_signed: bool


@dataclass(frozen=True)
class Bound:
    """A packet bound: manifest, the whole as one PDF, the statement, and what is said of the whole."""

    manifest: bytes
    whole: bytes
    statement: str
    pages: int
    is_accessible: bool


Bind = Callable[[Packet, list[PacketItem]], Bound]


def build_one(packet: Packet, paper: Paper, *, by: User | None) -> bool:
    """Make and store one file that is still to be made. False where none is, or others are making the last ones."""
    with recording(program_id=packet.program_id, by=by):
        item = _to_build(packet).select_for_update(skip_locked=True, of=("self",)).first()
        if item is None:
            return False
        made = paper(item)
        item.file, item.is_signed = _kept(item, made), made.is_signed
        item.save(update_fields=["file", "is_signed"])
        return True


def bind(packet: Packet, binder: Bind, *, at: datetime.datetime, by: User | None) -> bool:
    """Bind a packet whose files are all made. False where some are not, or it is bound already."""
    with recording(program_id=packet.program_id, by=by):
        packet = locked(packet)
        if packet.state != PacketState.BUILDING or _to_build(packet).exists():
            return False
        bound = binder(packet, items_of(packet))
        for kind, content in (
            (OutputKind.MANIFEST, bound.manifest),
            (OutputKind.WHOLE, bound.whole),
            (OutputKind.STATEMENT, bound.statement.encode()),
        ):
            PacketOutput.objects.create(program_id=packet.program_id, packet=packet, kind=kind, content=content)
        packet.manifest_hash = hashlib.sha256(bound.manifest).hexdigest()
        packet.page_count, packet.is_accessible = bound.pages, bound.is_accessible
        packet.state, packet.built_at, packet.trouble = PacketState.BUILT, at, None
        packet.has_statement = bool(bound.statement.strip())
        packet.version += 1
        packet.save()
        return True


def stop(packet: Packet, why: str, *, by: User | None) -> None:
    """Give a packet back to whoever put it together, with what kept it from being built."""
    with recording(program_id=packet.program_id, by=by):
        packet = locked(packet)
        if packet.state == PacketState.BUILDING:
            packet.state, packet.trouble = PacketState.CHOOSING, why
            packet.version += 1
            packet.save(update_fields=["state", "trouble", "version"])


def items_of(packet: Packet) -> list[PacketItem]:
    """Every item with its person's place in the sample, in order; contents are not read."""
    found = packet.items.select_related("sample_member", "sample_member__roster_entry", "file").defer("file__content")
    return list(found.order_by("sample_member__position", "position"))


def progress(packet: Packet) -> tuple[int, int]:
    """How many files are made, of how many."""
    there = packet.items.filter(state=ItemState.THERE)
    return there.exclude(file=None).count(), there.count()


def _to_build(packet: Packet) -> QuerySet[PacketItem]:
    waiting = PacketItem.objects.filter(packet=packet, state=ItemState.THERE, file=None)
    return waiting.filter(packet__state=PacketState.BUILDING).order_by("sample_member__position", "position")


def _kept(item: PacketItem, made: Made) -> PacketFile:
    whose = {"program_id": item.program_id, "participant_id": item.participant_id}
    hashed = hashlib.sha256(made.content).hexdigest()
    file = PacketFile.objects.defer("content").filter(**whose, content_hash=hashed).first()
    if file is None:
        file = PacketFile(**whose, content=made.content, page_count=made.pages)
        file.save(force_insert=True)
    return file
