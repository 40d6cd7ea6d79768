"""What the rules about writing rest on, and how much of each was read."""

from __future__ import annotations

from datetime import date

from alongside.law import Citation, Source

TRAINING = Source(
    "S0", "Illinois IDHS, CRSS/CPRS Supervisor Training Q & A, 9 January 2026", "guidance", "whole", date(2026, 11, 21),
    "https://illinois.webex.com/illinois/ldr.php?RCID=343492596808a508b55fd137fce3b032",
)  # fmt: skip
REPORTING = Source(
    "R50", "59 Ill. Adm. Code 50.20", "rule", "in part", date(2026, 11, 21),
    "https://regulations.justia.com/states/illinois/title-59/part-50/section-50-20/",
)  # fmt: skip
ETHICS = Source(
    "ETH", "Code of ethics for CRSS professionals, in an open textbook", "ethics code", "in part",
    address="https://cod.pressbooks.pub/therecoveryprocess/?p=184",
)  # fmt: skip
GUIDELINES = Source(
    "NPG", "National Practice Guidelines for Peer Specialists and Supervisors", "guidance", "in part",
    address="https://www.peersupportworks.org/wp-content/uploads/2021/07/National-Practice-Guidelines-for-Peer-Specialists-and-Supervisors-1.pdf",
)  # fmt: skip


def answered(question: int, quote: str) -> Citation:
    """Words of the training's answer to one of its eight questions."""
    return TRAINING.at(f"Question {question}", quote)


AT_ONCE = REPORTING.at("50.20(a)", "no later than 4 hours after initial discovery")
