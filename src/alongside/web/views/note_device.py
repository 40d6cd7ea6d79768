"""Notes without a connection: what a device keeps for it, and the notes it hands over once it is back."""

from __future__ import annotations

import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.note_policies import may_write_note
from alongside.law import said
from alongside.ledger.events import record_export, record_read
from alongside.records import actions
from alongside.records.models import Participant, PlanLine, Service, StaffMember
from alongside.records.problems import Problems
from alongside.reviews.scope import participants_seen

from ..entry import EntryForm, sentence
from ..forms_notes import NoteForm, label_of
from ..models import Submission
from ..note_forms import note_form
from ..note_lines import at_the_same_time, lines_lately
from ..people_lately import lately_first

MOST_PEOPLE = 60
UNTAKEN = "This note could not be told from others. Open it, and keep it once more."
LATELY = datetime.timedelta(days=60)
FILES = (
    "vendor/uswds/css/uswds.min.css", "web/tokens.css", "web/page.css", "web/forms.css", "web/entry.css",
    "web/answers.css", "web/lists.css", "web/people.css", "web/notes.css", "web/entry.js", "web/notes.js",
    "web/offline.js", "web/offline_page.js", "web/mark.svg", "web/icons.svg",
)  # fmt: skip


def notes_on_device(request: HttpRequest) -> HttpResponse:
    """What the device keeps, locked, for when there is no connection; or take one note that was written there."""
    if request.membership.staff_id is None:
        return JsonResponse({"people": [], "files": [], "token": get_token(request)})
    return _take(request) if request.method == "POST" else _hand_out(request)


def offline_note(request: HttpRequest) -> HttpResponse:
    """The form as a device keeps it. It holds nobody's data: the page fills it in from what is locked on the device."""
    return render(request, "notes/offline.html", {"form": NoteForm(lines=[], auto_id="id_%s")})


def offline_worker(request: HttpRequest) -> HttpResponse:
    """The program a browser runs beside the pages, so that the kept form opens without a connection."""
    worker = render(request, "notes/worker.js", {"shell": reverse("offline_note")}, content_type="text/javascript")
    worker.headers["Service-Worker-Allowed"] = "/"
    return worker


def _hand_out(request: HttpRequest) -> HttpResponse:
    on = today()
    people = list(lately_first(participants_seen(request.membership), request.membership.staff_id, on)[:MOST_PEOPLE])
    lines: dict[UUID, list[PlanLine]] = {}
    for line in PlanLine.objects.filter(participant__in=people).order_by("-service_plan__completed_on", "created_at"):
        if (line.starts_on is None or line.starts_on <= on) and (line.ends_on is None or line.ends_on >= on - LATELY):
            lines.setdefault(line.participant_id, []).append(line)
    record_export("participant", rows=len(people), listed=[person.pk for person in people])
    kept = [
        {
            "id": str(person.pk),
            "name": person.name or person.medicaid_id,
            "lines": [{"id": str(line.pk), "label": label_of(line)} for line in lines.get(person.pk, [])],
        }
        for person in people
    ]
    lasts = int(settings.SESSION_LONGEST.total_seconds())
    files = [static(name) for name in FILES]
    return JsonResponse({"people": kept, "files": files, "lasts": lasts, "token": get_token(request)})


def _take(request: HttpRequest) -> HttpResponse:
    """Keep a note from the device as a draft, once. 409: one of the same time is there; 422: what is wrong."""
    person = _person(request)
    may_write_note(request.membership, person)
    form = note_form(request.membership, request.membership.staff_id, lines_lately(person, today()))(request.POST)
    is_whole = form.is_valid()
    token: UUID | None = form.cleaned_data.get("token")
    if not is_whole or token is None:
        wrong = [f"{label}: {what}" for _, label, what in form.wrong]
        return JsonResponse({"problems": wrong or [UNTAKEN]}, status=422)
    if before := Submission.objects.filter(pk=token).first():
        return JsonResponse({"address": before.led_to})
    author = get_object_or_404(StaffMember, pk=request.membership.staff_id)
    if "anyway" not in request.POST and (there := _there(person, author, form)):
        return JsonResponse({"there": there}, status=409)
    try:
        return JsonResponse({"address": _keep(request, person, author, form, token)}, status=201)
    except Problems as problems:
        return JsonResponse({"problems": [_worded(form, problem) for problem in problems.problems]}, status=422)
    except IntegrityError:
        return JsonResponse({"address": Submission.objects.get(pk=token).led_to})


def _keep(request: HttpRequest, person: Participant, author: StaffMember, form: NoteForm, token: UUID) -> str:
    with transaction.atomic():
        whose = {"program": request.membership.program, "user": request.user}
        sent = Submission.objects.create(token=token, **whose)
        note = actions.write_note(
            participant=person, author=author, given=form.given, texts=form.texts, on=today(), by=request.user
        )
        sent.led_to = reverse("note", args=[note.pk])
        sent.save(update_fields=["led_to"])
        return sent.led_to


def _there(person: Participant, author: StaffMember, form: NoteForm) -> list[dict[str, Any]]:
    """Notes of the same staff member about the same participant at the same time, to be shown beside the new one."""
    own = Service(participant=person, staff=author, program_id=person.program_id)
    for name, value in form.given.items():
        setattr(own, name, value)
    same = [one for one in at_the_same_time(own) if one.participant_id == person.pk]
    found = [note for one in same for note in one.notes.all()]
    for note in found:
        record_read("progress_note", row=note.pk, subject=person.pk, detail="beside one from a device")
    return [
        {
            "address": reverse("note", args=[note.pk]),
            "time": f"{said(note.service.started_at)} to {said(note.service.stopped_at)}",
            "what_was_done": note.what_was_done or "",
            "response": note.response or "",
        }
        for note in found
    ]


def _person(request: HttpRequest) -> Participant:
    key = request.POST.get("participant", "")
    try:
        UUID(key)
    except ValueError:
        key = "00000000-0000-0000-0000-000000000000"
    person: Participant = get_object_or_404(participants_seen(request.membership), pk=key)
    return person


def _worded(form: EntryForm, problem: Any) -> str:
    field = form.fields.get(problem.field)
    return f"{field.label}: {sentence(problem)}" if field else sentence(problem)
