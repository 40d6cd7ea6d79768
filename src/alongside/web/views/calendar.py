"""The calendar: a month of what falls due, what runs out, and the state's days; and how its meetings are joined."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies_of_readings import may_say_how_to_join
from alongside.ledger.events import record_search
from alongside.packs.wisconsin_crs.quarterly_meetings import quarterly_meetings
from alongside.records.actions.library import JOINED_BY, say_how_to_join
from alongside.records.models import JoiningDetails
from alongside.reviews.answers import fresh
from alongside.reviews.days import days_seen, how_to_join

from .. import fields
from ..entry import EntryForm, enter
from ..month import beside, ends, entries_of, month_of, squares


class JoiningForm(EntryForm):
    """How the quarterly meetings are joined."""

    address = fields.short_text("Address to join at", "The link in the state’s invitation, with https:// before it.")
    phone = fields.short_text("Phone", "The number to call.")
    conference_id = fields.short_text("Conference ID", "What the phone asks for.")
    remark = fields.long_text("Remark", "For example who of the program usually joins.", rows=2)


def calendar(request: HttpRequest) -> HttpResponse:
    """A month: whole weeks on a desktop, a list on a phone; one of its days with every reason."""
    on = today()
    fresh(on)
    first = month_of(request.GET.get("month", ""), on)
    is_own = request.GET.get("whose") != "all"
    begins, finishes = ends(first)
    entries = entries_of(days_seen(request.membership, begins, finishes, on, is_own=is_own))
    people = {entry.day.whose for entry in entries if entry.day.whose and entry.day.root_table == "participant"}
    record_search("answer", found=len(entries), listed=sorted(people))
    shown = squares(first, entries, on)
    chosen = _chosen(request.GET.get("day", ""), shown, on)
    before, after = beside(first)
    details = JoiningDetails.objects.first()
    page = {
        "on": on, "first": first, "before": before, "after": after, "squares": shown, "chosen": chosen,
        "is_own": is_own, "joined": how_to_join(details), "next_meeting": _next_meeting(on),
        "may_say": may_say_how_to_join.allowed(request.membership, request.membership.program),
    }  # fmt: skip
    return render(request, f"calendar/month.html{'#day' if request.htmx else ''}", page)


def joining_details(request: HttpRequest) -> HttpResponse:
    """Say how the quarterly meetings are joined."""
    program = request.membership.program
    may_say_how_to_join(request.membership, program)
    held = JoiningDetails.objects.first()

    def say(form: JoiningForm) -> str:
        say_how_to_join(program=program, version=form.read_version, said=form.values, on=today(), by=request.user)
        return reverse("calendar")

    start: dict[str, Any] = {field: getattr(held, field) for field in JOINED_BY} if held else {}
    start["version"] = held.version if held else 0
    page = {"back": reverse("calendar"), "next_meeting": _next_meeting(today())}
    done = "Everyone’s calendar says so from now on."
    return enter(request, JoiningForm, say, template="calendar/joining.html", page=page, initial=start, done=done)


def _next_meeting(on: datetime.date) -> datetime.date:
    return next(day for year in (on.year, on.year + 1) for day in quarterly_meetings(year) if day >= on)


def _chosen(text: str, shown: list[Any], on: datetime.date) -> Any:
    """The day asked for; else today, or the first day of the month that has an entry."""
    asked = next((square for square in shown if square.on.isoformat() == text), None)
    own = next((square for square in shown if square.is_today and square.is_in_month), None)
    return asked or own or next((square for square in shown if square.entries and square.is_in_month), None)
