"""What a peer may write: each section of a paper for a role, and words tried with the writing aid. Nothing is kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.facts.roles import ROLES
from alongside.packs.illinois_peer.sections import AT_ONCE_IN_SHORT, NEVER_DELAYED, standings
from alongside.packs.illinois_peer.sources_of_writing import AT_ONCE
from alongside.packs.illinois_peer.writing_aid import marks
from alongside.packs.illinois_peer.writing_roles import is_peer

from .. import questions, writing


def help_writing(request: HttpRequest) -> HttpResponse:
    """The sections open to a role, and what judges in a text that was typed to try it."""
    given = request.POST if request.method == "POST" else request.GET
    paper, role = writing.asked(given.get("paper"), given.get("role"))
    text = request.POST.get("text", "")[: writing.LONGEST]
    found = marks(text, paper=paper, role=role)
    page = {
        "paper": paper,
        "role": role,
        "papers": writing.NAMES,
        "roles": ROLES,
        "role_name": ROLES[role],
        "is_peer": is_peer(role),
        "standings": standings(paper, role),
        "never_delayed": NEVER_DELAYED,
        "in_short": AT_ONCE_IN_SHORT,
        "at_once": AT_ONCE,
        "text": text,
        "marks": found,
        "pieces": writing.pieces(text, found),
        "longest": writing.LONGEST,
        "program": questions.PROGRAM,
        "is_own": request.membership.program.pack == questions.PACK,
    }
    is_part = request.htmx and request.method == "POST"
    return render(request, "questions/writing.html#tried" if is_part else "questions/writing.html", page)
