"""While a peer writes: words that judge, marked below the field; and experience of their own, recorded with a note."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.access.clock import today
from alongside.access.note_policies import may_write_in_note
from alongside.access.policies import NotAllowed
from alongside.facts.roles import ROLES
from alongside.packs.illinois_peer.writing_aid import JUDGINGS, marks
from alongside.packs.illinois_peer.writing_roles import is_peer
from alongside.records.actions import share_experience as share
from alongside.reviews.roles_held import roles_held

from ..entry import enter
from ..forms_sections import SharedForm
from ..peer_programs import of_peers
from ..person import framed
from ..writing import LONGEST, TEXTS, pieces
from .note_writing import note_for


@of_peers
@require_POST
def mark_words(request: HttpRequest) -> HttpResponse:
    """What judges in what is typed so far, with the source's line and what to write instead. Nothing is kept."""
    given = request.POST
    paper = given.get("paper", "")
    text = "\n".join(filter(None, (given.get(name, "").strip() for name in TEXTS)))[:LONGEST]
    found = marks(text, paper=paper if paper in JUDGINGS else "progress_note", role=_role(request))
    return render(request, "sections/aid_said.html", {"text": text, "marks": found, "pieces": pieces(text, found)})


def _role(request: HttpRequest) -> str:
    """The role said in the form; else a peer's, where the writer holds one; else one that nothing limits."""
    for name in ("as", "role", "written_as"):
        if request.POST.get(name) in ROLES:
            return str(request.POST[name])
    return next((role for role in roles_held(request.membership.staff_id, today()) if is_peer(role)), "qmhp")


@of_peers
def share_experience(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Record that one shared lived experience of one's own in the service of a note."""
    note = note_for(request, note_id)
    may_write_in_note(request.membership, note)
    peers = [role for role in roles_held(request.membership.staff_id, today()) if is_peer(role)]
    if not peers:
        raise NotAllowed("Lived experience is shared in a peer’s role. None is recorded for you on this day.")
    back = reverse("note", args=[note.pk])

    def record(form: SharedForm) -> str:
        whose = {"participant": note.participant, "service": note.service, "staff": note.author or note.service.staff}
        share(**whose, shared_on=note.service.served_on, **form.said, on=today(), by=request.user)
        return f"{back}#lived-experience"

    form = partial(SharedForm, roles=[(role, ROLES[role]) for role in peers])
    page = framed(request, note.participant, note=note, back=back, button="Record it")
    done = "What you shared is recorded with the note."
    return enter(request, form, record, template="sections/shared.html", page=page, done=done)
