"""The redisclosure statement of a packet, in the rules' own words, with where each sentence comes from."""

from __future__ import annotations

from alongside.records import redisclosure
from alongside.records.redisclosure import CONFIDENTIAL, RE_RELEASE, Sentence

from ..models import Packet

# Whether a packet needs it is open question 70: it goes with it unless the program says that it has no such records.
SUBSTANCE_USE = Sentence(
    redisclosure.SUBSTANCE_USE.text,
    "42 CFR 2.32, where the packet holds substance use disorder records.",
    redisclosure.TO_BE_CHECKED,
)
STAMP = "Confidential: disclosure without consent or statutory authorization is prohibited by law"


def sentences_of(packet: Packet) -> list[Sentence]:
    """The statement of this packet. Where nobody said whether there are substance use records, it speaks of them."""
    if packet.has_substance_use_records is False:
        return [CONFIDENTIAL, RE_RELEASE]
    return [CONFIDENTIAL, RE_RELEASE, SUBSTANCE_USE]


def text_of(packet: Packet) -> str:
    """The statement as plain text, for the archive."""
    return "\n\n".join(f"{one.text}\n({one.source})" for one in sentences_of(packet)) + "\n"
