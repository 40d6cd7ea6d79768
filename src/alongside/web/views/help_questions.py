"""Questions and answers: the source's eight, searchable, each with the rules it became."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.packs import PACKS
from alongside.packs.illinois_peer.credential_path import ORIENTATION
from alongside.packs.illinois_peer.practice_values import VALUES

from .. import questions


def help_questions(request: HttpRequest) -> HttpResponse:
    """The questions found, the documents they point to, and the twelve values."""
    words = request.GET.get("q", "").replace("\x00", "")
    own = request.membership.program.pack
    page = {
        "words": words,
        "entries": questions.entries(words),
        "documents": questions.documents(),
        "values": VALUES,
        "title": questions.TITLE,
        "answered_on": questions.ANSWERED_ON,
        "program": questions.PROGRAM,
        "orientation": ORIENTATION,
        "is_over": ORIENTATION.held_on < today(),
        "is_own": own == questions.PACK,
        "own_law": PACKS[own].name if own in PACKS else "",
    }
    return render(request, "questions/list.html#found" if request.htmx else "questions/list.html", page)
