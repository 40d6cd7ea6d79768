"""The first page of direct staff: whom they serve, what they began, what came back to them, their training."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.ledger.events import record_search
from alongside.records.models import ProgressNote, SignOff, SignOffDecision, StaffMember
from alongside.reviews.ask import ask_all
from alongside.reviews.scope import participants_seen

from ..peer_programs import is_of_peers
from ..people_lately import first_few
from ..shown import live, most_urgent_first
from ..training import ledger_of

SHOWN = 12
HALF_A_YEAR = datetime.timedelta(days=180)
WITH = ("participant", "service")


def my_day(request: HttpRequest) -> HttpResponse:
    """What is theirs to do, on a phone."""
    on, own = today(), request.membership.staff_id
    shown = first_few(participants_seen(request.membership), own, on, most=SHOWN + 1)
    record_search("participant", found=len(shown[:SHOWN]), listed=[person.pk for person in shown[:SHOWN]])
    people = StaffMember.objects.select_related("person").prefetch_related("trainings", "exemptions")
    member = people.filter(pk=own).first() if own else None
    answers = [live(answer) for answer in ask_all("staff", own, on=on)] if own else []
    page = {
        "on": on,
        "peers": is_of_peers(request.membership),
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
    moved = ProgressNote.objects.filter(moved_from=OuterRef("pk"))
    mine = ProgressNote.objects.drafts().filter(~Exists(moved), author_id=own).order_by("created_at")
    return _whole(list(mine.values_list("pk", flat=True)[:SHOWN]))


def _returned(own: object, on: datetime.date) -> list[tuple[ProgressNote, str]]:
    """Notes that came back in the last half year and that nobody began to mend, with the comment, the newest first."""
    note = OuterRef("progress_note")
    back = SignOff.objects.filter(
        ~Exists(ProgressNote.objects.filter(amends=note)),
        ~Exists(ProgressNote.objects.filter(moved_from=note)),
        decision=SignOffDecision.RETURNED,
        decided_on__gte=on - HALF_A_YEAR,
        progress_note__author_id=own,
    )
    said = dict(back.order_by("-created_at").values_list("progress_note_id", "comment")[:SHOWN])
    return [(one, said[one.pk] or "") for one in _whole(list(said))]


def _whole(keys: list[Any]) -> list[ProgressNote]:
    """These notes, in this order, with what is shown of them."""
    held = ProgressNote.objects.order_by().select_related(*WITH).in_bulk(keys) if keys else {}
    return [held[key] for key in keys if key in held]
