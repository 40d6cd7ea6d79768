"""The first page, the choice of a program, the reviewer's page, help."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def help_page(request: HttpRequest) -> HttpResponse:
    """What this is, what the six answers mean, whom to ask."""
    return render(request, "help.html", {"answers": ANSWERS_MEAN})


ANSWERS_MEAN = (
    ("met", "Everything the rule says must be so is so."),
    ("not met", "Something it says must be so is not. The answer says what, and what to do next."),
    ("not yet due", "Something is still open, and there is time. The due date stands beside it."),
    ("does not apply", "The rule is about other people or other days."),
    ("facts missing", "A fact the rule needs has not been recorded. Nothing is guessed."),
    ("a person must decide", "The sources leave it open. The open question stands beside it."),
)
