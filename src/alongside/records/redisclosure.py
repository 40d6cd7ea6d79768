"""The statement that goes with records let out, as data: each sentence, its edition, where it comes from, and how far
its words were held against the text in force."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .models.release_words import RecordClass

WISCONSIN = "wisconsin_crs"
TO_BE_CHECKED = "to be checked against the current eCFR"
CHECKED_BY_COUNTY = "to be checked against the current administrative code"
EDITION = f"2024, {TO_BE_CHECKED}"


@dataclass(frozen=True)
class Sentence:
    """One sentence of the statement, and the rule that asks for it. `checked` says how far its words are proven."""

    text: str
    source: str
    checked: str = CHECKED_BY_COUNTY


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
SUBSTANCE_USE = Sentence(
    "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
    "42 CFR 2.32, where substance use disorder records are among them.",
    TO_BE_CHECKED,
)


# A state of whose law no text was read: what holds wherever a consent names recipient and purpose.
AS_CONSENTED = Sentence(
    "These records go to the recipient named here, for the purpose named here, and to nobody else.",
    "Words of the program. The statement its state's law asks for is not among our sources.",
    "a person must decide",
)
OF_PACK = {WISCONSIN: (CONFIDENTIAL, RE_RELEASE)}


def sentences_for(classes: Collection[RecordClass], pack: str = WISCONSIN) -> list[Sentence]:
    """The sentences that go with records of these classes, from a program under this pack of rules."""
    guarded = [SUBSTANCE_USE] if RecordClass.SUBSTANCE_USE in classes else []
    return [*OF_PACK.get(pack, () if guarded else (AS_CONSENTED,)), *guarded]


def statement_for(classes: Collection[RecordClass], pack: str = WISCONSIN) -> str:
    """The same as plain text."""
    return "\n\n".join(f"{one.text}\n({one.source})" for one in sentences_for(classes, pack))
