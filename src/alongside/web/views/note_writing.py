"""Writing a note: whom it is about, the page it is written on, and what the rules say meanwhile."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.note_policies import may_write_in_note, may_write_note
from alongside.ledger.events import record_read, record_search
from alongside.records import actions
from alongside.records.models import Participant, ProgressNote, Service, StaffMember
from alongside.reviews.scope import participants_seen

from ..entry import EntryForm, enter
from ..forms_notes import NoteForm
from ..note_checks import checks_of
from ..note_forms import draft_as_typed, note_form, started, texts_form
from ..note_lines import at_the_same_time, likely_line, lines_lately, usual_places
from ..people import asked_for, searched
from ..people_lately import lately_first
from ..person import framed, person_for

ON_ONE_PAGE = 25
WITH = ("participant", "program", "service__staff__person", "service__plan_line", "author__person", "amends")


def write_note(request: HttpRequest) -> HttpResponse:
    """Choose whom the note is about: those the reader served last come first."""
    (words,) = asked_for(request, "q")
    people = searched(participants_seen(request.membership), words, "family_name", "given_name", "medicaid_id")
    paged = Paginator(lately_first(people, request.membership.staff_id, today()), ON_ONE_PAGE)
    page = paged.get_page(request.GET.get("page"))
    record_search("participant", found=len(page), listed=[person.pk for person in page])
    shown = {"paged": page, "q": words, "refusal": None if request.membership.staff_id else NO_STAFF}
    return render(request, f"notes/choose.html{'#people' if request.htmx else ''}", shown)


NO_STAFF = (
    "A note names the staff member who gave the service, and your sign-in is not tied to one. "
    "An administrator of your program can tie it."
)


def write_note_for(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Write a note about a service one gave."""
    person = person_for(request, participant_id)
    may_write_note(request.membership, person)
    author, lines = _author(request), lines_lately(person, today())
    likely = likely_line(lines, author)
    initial = {"served_on": today(), "plan_line": str(likely.pk) if likely else ""}
    initial |= started(request.membership, person, author.pk)

    def write(form: Any) -> str:
        note = actions.write_note(
            participant=person, author=author, given=form.given, texts=form.texts, on=today(), by=request.user
        )
        return _after(form, note)

    page = framed(
        request, person, places=usual_places(person), heading="Write a note", back=reverse("notes", args=[person.pk])
    )
    form = note_form(request.membership, author.pk, lines)
    return enter(request, form, write, template="notes/write.html", page=page, initial=initial, done=KEPT)


KEPT = "The note is kept as a draft."


def rewrite_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Go on writing a draft. An amendment changes the texts; the service stays as it was signed."""
    note = note_for(request, note_id)
    may_write_in_note(request.membership, note)
    person = note.participant

    def write(form: Any) -> str:
        given = form.given if isinstance(form, NoteForm) else {}
        said = {"texts": form.texts, "on": today(), "by": request.user}
        return _after(form, actions.rewrite_note(note=note, version=form.read_version, given=given, **said))

    page = framed(
        request,
        person,
        places=usual_places(person),
        note=note,
        heading="Write on",
        back=reverse("note", args=[note.pk]),
    )
    actor = request.membership
    form = texts_form(actor) if note.amends_id else note_form(actor, note.service.staff_id, lines_of(note))
    initial = draft_as_typed(actor, note)
    return enter(
        request, form, write, template="notes/write.html", page=page, initial=initial, done="The draft is kept."
    )


def check_note(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """What the rules say about what is typed so far. Nothing is stored."""
    person = get_object_or_404(participants_seen(request.membership), pk=participant_id)
    actor = request.membership
    may_write_note(actor, person)
    key = request.POST.get("note", "")
    stored = _stored(request, person, key) if key else None
    lines = lines_of(stored) if stored else lines_lately(person, today())
    giver = stored.service.staff_id if stored else actor.staff_id
    is_amendment = stored is not None and stored.amends_id is not None
    form: Any = (texts_form(actor) if is_amendment else note_form(actor, giver, lines))(request.POST)
    form.is_valid()
    service = stored.service if stored else Service(participant=person, staff=_author(request), unit="fifteen_minutes")
    service.program_id = person.program_id
    note = ProgressNote(program_id=person.program_id, participant=person, service=service)
    for record, fields in ((service, getattr(form, "given", {})), (note, form.texts)):
        for name, value in fields.items():
            setattr(record, name, value)
    checks = checks_of(actor, note, on=today(), overlaps=at_the_same_time(service, stored))
    return render(request, "notes/checks.html", {"checks": checks, "person": person, "is_writing": True})


def note_for(request: HttpRequest, note_id: UUID, *related: str) -> ProgressNote:
    """The note, if this reader may open its participant or wrote it. The ledger keeps the look."""
    seen = Q(participant__in=participants_seen(request.membership).values("pk"))
    if own := request.membership.staff_id:
        seen |= Q(author_id=own) | Q(service__staff_id=own)
    notes = ProgressNote.objects.filter(seen).select_related(*WITH).prefetch_related(*related)
    note: ProgressNote = get_object_or_404(notes, pk=note_id)
    record_read("progress_note", row=note.pk, subject=note.participant_id)
    return note


def lines_of(note: ProgressNote) -> list[Any]:
    """The plan lines a draft can be under: those of these days, and the one it is under."""
    lines = lines_lately(note.participant, today())
    own = note.service.plan_line
    return lines if own is None or own in lines else [*lines, own]


def _stored(request: HttpRequest, person: Participant, key: str) -> ProgressNote | None:
    try:
        own = ProgressNote.objects.filter(participant=person, pk=UUID(key)).select_related(*WITH).first()
    except ValueError:
        return None
    return own if own and may_write_in_note.allowed(request.membership, own) else None


def _author(request: HttpRequest) -> StaffMember:
    return get_object_or_404(StaffMember.objects.select_related("person"), pk=request.membership.staff_id)


def _after(form: EntryForm, note: ProgressNote) -> str:
    name = "check_before_signing" if form.data.get("then") == "sign" else "note"
    return reverse(name, args=[note.pk])
