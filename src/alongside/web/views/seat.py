"""A participant's own seat: what is theirs, in plain words. Staff have no way in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from alongside.access.seat_policies import may_take_back
from alongside.ledger.events import record_read
from alongside.records import actions
from alongside.records.models import HoldKind, NoteHold, PlanLine, Service

from ..entry import enter
from ..seat import IN_PLAIN_WORDS, Seat, next_plan_due, seat_of, waiting, who_serves
from ..seat_looked import AT_ONCE, for_representatives, told, who_looked
from ..seat_looked_days import by_day
from ..seat_words import OwnWordsForm, about

NOTES_ON_A_PAGE = 10


def seat(request: HttpRequest) -> HttpResponse:
    """What is mine: what waits for me, what comes up, who works with me."""
    own = seat_of(request)
    _read(own, "participant", own.participant.pk)
    page = {"waiting": list(waiting(own)), "due": next_plan_due(own), "people": who_serves(own)}
    return _show(request, "home", own, page)


def seat_plan(request: HttpRequest) -> HttpResponse:
    """My plan: goals in my own words, and the services in it."""
    own = seat_of(request)
    plan = own.plan
    _read(own, "service_plan", plan.pk if plan else "")
    lines = [(_help(line), line) for line in plan.lines.all()] if plan else []
    said = [words for words in own.own_words if plan and words.service_plan_id == plan.pk]
    papers = own.documents.filter(kind="service_plan")
    page = {"plan": plan, "lines": lines, "papers": papers, "said": said, "support": _support_plan(own)}
    return _show(request, "plan", own, page)


def seat_notes(request: HttpRequest) -> HttpResponse:
    """The notes about me that are released, newest first; and that some are held back, and whom to ask."""
    own = seat_of(request)
    paged = Paginator(own.notes, NOTES_ON_A_PAGE).get_page(request.GET.get("page"))
    _read(own, "progress_note", "")
    signed = own.participant.documents.filter(kind="progress_note", record__in=[note.pk for note in paged])
    papers = dict(signed.values_list("record", "pk"))
    notes = [
        (
            _help(note.service, "A visit"),
            note,
            papers.get(note.pk),
        )
        for note in paged
    ]
    return _show(request, "notes", own, {"paged": paged, "notes": notes, "held": own.held})


def seat_signed(request: HttpRequest) -> HttpResponse:
    """What was signed: every paper, openable."""
    own = seat_of(request)
    _read(own, "document", "")
    paged = Paginator(own.documents, NOTES_ON_A_PAGE).get_page(request.GET.get("page"))
    return _show(request, "signed", own, {"paged": paged, "waiting": list(waiting(own))})


def seat_looked(request: HttpRequest) -> HttpResponse:
    """Who looked at or wrote in my record: names, roles, days, what, newest first."""
    own = seat_of(request)
    _read(own, "ledger", "")
    asked = request.GET.get("before", "")
    before = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else None
    entries = who_looked(own.participant.pk, before=before, most=AT_ONCE + 1)
    earlier = entries[AT_ONCE - 1].entry if len(entries) > AT_ONCE else None
    shown = told(entries[:AT_ONCE])
    if not own.is_own:
        shown = for_representatives(shown, _notes_of_their_own(own))
    days = by_day(shown, your=own.your, you=own.you)
    return _show(request, "looked", own, {"days": days, "earlier": earlier, "is_first": before is None})


def seat_words(request: HttpRequest) -> HttpResponse:
    """Write words of one's own, and see what was written."""
    own = seat_of(request)
    _read(own, "own_words", "")

    def form(*given: Any, **more: Any) -> OwnWordsForm:
        return OwnWordsForm(*given, seat=own, **more)

    def write(filled: Any) -> str:
        actions.write_own_words(
            seat=own.membership,
            words=filled.cleaned_data["words"],
            is_shown_to_representative=filled.cleaned_data.get("is_shown_to_representative", False),
            at=timezone.now(),
            on=own.on,
            by=request.user,  # type: ignore[arg-type]
            **about(filled.cleaned_data["about"]),
        )
        return request.path

    page = {"seat": own, "said": list(own.own_words)}
    initial = {"about": request.GET.get("about", "")}
    return enter(
        request, form, write, template="seat/words.html", page=page, initial=initial, done="Your words are kept."
    )


def seat_take_back(request: HttpRequest, own_words_id: UUID) -> HttpResponse:
    """Take back words of one's own."""
    if request.method != "POST":
        return HttpResponse(status=405)
    own = seat_of(request)
    words = get_object_or_404(own.own_words, pk=own_words_id)
    may_take_back(own.membership, words)
    actions.take_back_own_words(own_words=words, at=timezone.now(), on=own.on, by=request.user)  # type: ignore[arg-type]
    messages.success(request, "You took these words back. Staff can no longer read them.")
    return redirect("seat_words")


def _show(request: HttpRequest, template: str, own: Seat, page: dict[str, Any]) -> HttpResponse:
    return render(request, f"seat/{template}.html", {"seat": own, "on": own.on, **page})


def _read(own: Seat, table: str, row: UUID | str) -> None:
    record_read(table, row=row, subject=own.participant.pk, detail="own seat")


def _help(line: PlanLine | Service, unknown: str = "Help") -> str:
    """A service in plain words; by its name where there are none."""
    return str(IN_PLAIN_WORDS.get(line.kind) or line.get_kind_display() or unknown)


def _support_plan(own: Seat) -> Any:
    return own.participant.support_plans.order_by("-completed_on").first()


def _notes_of_their_own(own: Seat) -> set[str]:
    """Notes only the participant reads, as the ledger names rows."""
    holds = NoteHold.objects.filter(participant=own.participant, kind=HoldKind.MINORS_OWN, ended_on=None)
    return {str(key) for key in holds.values_list("progress_note_id", flat=True)}
