"""The statement that goes with records let out, in the rules' own words, with where each sentence comes from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .models.release_words import RecordClass

EDITION = "2024"


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
SUBSTANCE_USE = Sentence(
    "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
    "42 CFR 2.32 (a) (2), where substance use disorder records are among them.",
)


def statement_for(classes: Collection[RecordClass]) -> str:
    """The statement that goes with records of these classes, as plain text."""
    more = [SUBSTANCE_USE] if RecordClass.SUBSTANCE_USE in classes else []
    return "\n\n".join(f"{one.text}\n({one.source})" for one in [CONFIDENTIAL, RE_RELEASE, *more])
