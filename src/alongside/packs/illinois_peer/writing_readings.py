"""How the rules about writing are read where the training is silent, and what it leaves open."""

from __future__ import annotations

from alongside.law import Question, Reading

from .readings import SINCE

PEER_ROLES = Reading(
    "peer_roles", "Whose writing question 6 limits",
    "Question 6 asks about a CRSS, in a training about CRSS and CPRS. It limits the role, not the person: somebody who writes "
    "as a QMHP is not limited by also being a CRSS.",
    "every peer role",
    {
        "every peer role": "CRSS, CPRS, CFPP, peer support workers and engagement specialists alike, each while writing in that role.",
        "crss": "Only what is written in the role of a CRSS.",
    },
)  # fmt: skip
ROLE_LIMITS = Reading(
    "role_limits", "What follows where a peer writes what the training says a peer should not",
    "The training’s verb is “should not”, and it says no penalty. It also calls discharge a clinical process and has a "
    "supervisor complete the clinical parts: a paper that holds a peer’s judgment is not finished.",
    "refused",
    {
        "refused": "The section is not in order until a supervisor or clinician has put it right.",
        "advice": "The writing aid says so, and the paper stands.",
    },
)  # fmt: skip
READINGS = (SINCE, PEER_ROLES, ROLE_LIMITS)

HEARSAY = Question(
    21,
    "Whether a peer who neither saw an incident nor was part of it may write its report. The training leaves it to the agency’s policy.",
)
PENALTY = Question(
    22, "What follows for a paper, or for billing, where a peer wrote what the training says a peer should not."
)
QUESTIONS = (HEARSAY, PENALTY)
