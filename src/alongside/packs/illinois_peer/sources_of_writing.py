"""What the rules about writing rest on, and how much of each was read."""

from __future__ import annotations

from alongside.law import Citation, Source

from .sources import QA, RULE_50

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
    return QA.at(f"Question {question}", quote)


# Question 6 gives lists. The place names the words above the list, so that its own verb is read with every line of it.
def not_in_reports(quote: str) -> Citation:
    """A line of what the training says a CRSS should not do in an incident report."""
    return QA.at("Question 6, “the CRSS should not”", quote)


def not_in_discharge(quote: str) -> Citation:
    """A line of what the training says a CRSS should not do in a discharge."""
    return QA.at("Question 6, “A CRSS should not”", quote)


def may_in_discharge(quote: str) -> Citation:
    """A line of what the training says a CRSS may do in a discharge."""
    return QA.at("Question 6, “a CRSS may”", quote)


AT_ONCE = RULE_50.at("50.20(a)", "no later than 4 hours after initial discovery")
