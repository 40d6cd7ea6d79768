"""The twelve values of the National Practice Guidelines, at hand where peers write and supervisors look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PracticeValue:
    """One value by the guidelines' name. What it looks like for a peer, and what a supervisor asks, are our words."""

    name: str
    in_practice: str
    supervisor_asks: str


VALUES = (
    PracticeValue("Voluntary", "The person chooses whether, when and with whom.", "Did the person ask for this?"),
    PracticeValue("Hopeful", "What is shared leaves room for something better.", "What hope did the person take away?"),
    PracticeValue(
        "Open-minded", "Asks before assuming; does not label.", "What did you learn that you did not expect?"
    ),
    PracticeValue("Empathetic", "Listens from having been there.", "What do you think it is like for them?"),
    PracticeValue(
        "Respectful", "Speaks of the person as they would of themselves.", "Would you read this note to them?"
    ),
    PracticeValue("Facilitates change", "Helps find a next step, and does not take it.", "Whose step was it?"),
    PracticeValue("Honest and direct", "Says what a peer can do, and what not.", "Was anything left unsaid?"),
    PracticeValue("Mutual and reciprocal", "Both learn.", "What did they give you?"),
    PracticeValue("Equally shared power", "Decides with, never for.", "Who decided?"),
    PracticeValue("Strengths-focused", "Begins with what works.", "Which strength did you see?"),
    PracticeValue("Transparent", "No writing behind somebody’s back.", "Does the person know what is written?"),
    PracticeValue("Person-driven", "The goals are the person’s, in their words.", "In whose words is the goal?"),
)
