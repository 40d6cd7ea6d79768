"""The redisclosure statement of a packet, in the rules' own words, with where each sentence comes from."""

from __future__ import annotations

from dataclasses import dataclass

from ..models import Packet


@dataclass(frozen=True)
class Sentence:
    """One sentence of the statement, and the rule that asks for it."""

    text: str
    source: str


# DHS 92.03 (1) (i) says what the statement must say; these are its words, as a sentence of their own.
CONFIDENTIAL = Sentence(
    "This information is confidential. Disclosure without patient consent or statutory authorization is prohibited by "
    "law.",
    "Wis. Admin. Code DHS 92.03 (1) (i), which asks for a statement that says so with every written disclosure.",
)
RE_RELEASE = Sentence(
    "No personally identifiable information in treatment records may be re-released by a recipient of the treatment "
    "record unless re-release is specifically authorized by informed consent of the subject individual, by this "
    "chapter or as otherwise required by law.",
    "Wis. Admin. Code DHS 92.03 (1) (h).",
)
# Whether a packet needs it is open question 70: it goes with it unless the program says that it has no such records.
SUBSTANCE_USE = Sentence(
    "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
    "42 CFR 2.32 (a) (2), where the packet holds substance use disorder records.",
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
