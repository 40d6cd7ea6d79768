"""Who opens the questions and answers, what a peer may write, and the way to a certificate."""

from __future__ import annotations

from .page import Page, only
from .roles import WORKING

PAGES_OF_WRITING: dict[str, Page] = {
    "help_questions": only(WORKING, "Questions and answers are for everyone who works in a program."),
    "help_certificate": only(WORKING, "The way to a certificate is for everyone who works in a program."),
    "help_writing": only(WORKING, "What a peer may write is for everyone who works in a program."),
}
