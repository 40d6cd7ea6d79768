"""The shape of a section of a paper, as question 6 of the training divides it."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.law import Citation

from .sources_of_writing import answered

HIGHER = answered(
    3, "None of the professional qualifications are sufficient to bill Medicaid without a higher-level staff person supervising and signing off on the services."
)  # fmt: skip


@dataclass(frozen=True)
class Section:
    """One section. `asks` says what goes in, `why` how it stands to a peer, `rule` which rule asks that.

    `is_clinical`: closed to peers, and `who` fills it. `is_reviewed`: a supervisor looks at what a peer wrote.
    `is_peers_own`: headed by a label that says a peer wrote it.
    """

    paper: str
    id: str
    name: str
    asks: str
    why: str
    cite: Citation
    rule: str
    who: str = ""
    is_clinical: bool = False
    is_reviewed: bool = False
    is_peers_own: bool = False

    @property
    def higher(self) -> Citation:
        """The words by which somebody of a higher qualification looks at what staff below a QMHP write here."""
        return HIGHER
