"""The first page of direct staff: whom they serve, what they began, what came back to them, their training."""

from __future__ import annotations

import datetime

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.ledger.events import record_search
from alongside.records.models import ProgressNote, SignOff, SignOffDecision, StaffMember
from alongside.reviews.ask import ask_all

from ..people_lately import lately_first
from ..scope import participants_seen
from ..shown import live, most_urgent_first
from ..training import ledger_of

SHOWN = 12
HALF_A_YEAR = datetime.timedelta(days=180)
WITH = ("participant", "service", "service__plan_line")


def my_day(request: HttpRequest) -> HttpResponse:
    """What is theirs to do, on a phone."""
    on, own = today(), request.membership.staff_id
    shown = list(lately_first(participants_seen(request.membership), own, on)[: SHOWN + 1])
    record_search("participant", found=len(shown[:SHOWN]), listed=[person.pk for person in shown[:SHOWN]])
    people = StaffMember.objects.select_related("person").prefetch_related("trainings", "exemptions")
    member = people.filter(pk=own).first() if own else None
    answers = [live(answer) for answer in ask_all("staff", own, on=on)] if own else []
    page = {
        "on": on,
        "member": member,
        "people": shown[:SHOWN],
        "has_more": len(shown) > SHOWN,
        "drafts": _drafts(own)[:SHOWN] if own else [],
        "returned": _returned(own, on) if own else [],
        "ledger": ledger_of(member, answers) if member else None,
        "training": next((one for one in answers if one.rule == "TRN-1"), None),
        "owed": most_urgent_first(one for one in answers if one.is_open and one.rule != "TRN-1")[:5],
    }
    return render(request, "my_day.html", page)


def _drafts(own: object) -> list[ProgressNote]:
    mine = ProgressNote.objects.standing().drafts().filter(author_id=own)
    return list(mine.select_related(*WITH).order_by("created_at")[:SHOWN])


def _returned(own: object, on: datetime.date) -> list[tuple[ProgressNote, str]]:
    """Notes that came back in the last half year and that nobody began to mend, with the comment, the newest first."""
    back = SignOff.objects.filter(decision=SignOffDecision.RETURNED, decided_on__gte=on - HALF_A_YEAR)
    said = dict(
        back.filter(progress_note__author_id=own)
        .order_by("-created_at")
        .values_list("progress_note_id", "comment")[: SHOWN * 10]
    )
    mended = ProgressNote.objects.filter(amends=OuterRef("pk"))
    moved = ProgressNote.objects.filter(moved_from=OuterRef("pk"))
    notes = ProgressNote.objects.filter(~Exists(mended), ~Exists(moved), pk__in=list(said)).select_related(*WITH)
    keys = list(said)
    found = sorted(notes, key=lambda note: keys.index(note.pk))[:SHOWN]
    return [(note, said[note.pk] or "") for note in found]
