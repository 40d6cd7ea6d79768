"""The first page of direct staff: whom they serve, what they began, what came back to them, their training."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.ledger.events import record_search
from alongside.records.models import NoteStatus, ProgressNote, SignOffDecision, StaffMember
from alongside.reviews.ask import ask_all

from ..people_lately import lately_first
from ..scope import participants_seen
from ..shown import live, most_urgent_first

SHOWN = 12
WITH = ("participant", "service", "service__plan_line")


def my_day(request: HttpRequest) -> HttpResponse:
    """What is theirs to do, on a phone."""
    on, own = today(), request.membership.staff_id
    shown = list(lately_first(participants_seen(request.membership), own, on)[: SHOWN + 1])
    record_search("participant", found=len(shown[:SHOWN]), listed=[person.pk for person in shown[:SHOWN]])
    member = StaffMember.objects.select_related("person").filter(pk=own).first() if own else None
    answers = [live(answer) for answer in ask_all("staff", own, on=on)] if own else []
    page = {
        "on": on,
        "member": member,
        "people": shown[:SHOWN],
        "has_more": len(shown) > SHOWN,
        "drafts": _drafts(own)[:SHOWN] if own else [],
        "returned": _returned(own) if own else [],
        "training": next((one for one in answers if one.rule == "TRN-1"), None),
        "owed": most_urgent_first(one for one in answers if one.is_open and one.rule != "TRN-1")[:5],
    }
    return render(request, "my_day.html", page)


def _drafts(own: object) -> list[ProgressNote]:
    mine = ProgressNote.objects.standing().drafts().filter(author_id=own)
    return list(mine.select_related(*WITH).order_by("created_at")[:SHOWN])


def _returned(own: object) -> list[tuple[ProgressNote, str]]:
    """Notes that came back and are not mended by a signed amendment, with the comment."""
    mended = ProgressNote.objects.filter(amends=OuterRef("pk"))
    returned = {"sign_offs__decision": SignOffDecision.RETURNED, "moved_to__isnull": True}
    mine = ProgressNote.objects.filter(~Exists(mended), author_id=own, status=NoteStatus.SIGNED, **returned)
    found = mine.select_related(*WITH).prefetch_related("sign_offs").order_by("-sign_offs__created_at")[:SHOWN]
    return [(note, note.sign_offs.all()[0].comment or "") for note in found]
