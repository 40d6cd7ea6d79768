"""Private addresses of calendars: made and revoked on a page, read by calendar programs without signing in."""

from __future__ import annotations

import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.feed_addresses import asked_in_vain, feed_of, may_ask, may_read
from alongside.access.models import Membership
from alongside.access.policies_of_readings import may_read_program_days
from alongside.access.sign_in import address_of
from alongside.exchange.ics import as_ics
from alongside.ledger.events import record_export
from alongside.reviews.answers import fresh
from alongside.reviews.days import days_seen
from alongside.reviews.feeds import make_feed, reader_of, revoke_feed
from alongside.reviews.models import CalendarFeed, FeedNames, FeedScope

from .. import fields
from ..entry import EntryForm, enter
from ..feed_entries import feed_entries

MADE = "calendar_address"
BACK, AHEAD = datetime.timedelta(days=60), datetime.timedelta(days=400)
TOO_OFTEN = "Too many requests for this calendar. Ask again in an hour."
NO_CALENDAR = "There is no calendar at this address. It may have been ended: make a new one in Alongside."
NAMES_SHOWN = "A calendar program keeps what it reads. Full names never leave Alongside this way."


class FeedForm(EntryForm):
    """What an address gives."""

    def __init__(self, *args: Any, scopes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scope"] = fields.one_of("Which days", scopes, widget=fields.radios())
        self.fields["names"] = fields.word("What stands for a person in it", FeedNames, NAMES_SHOWN)


def calendar_feeds(request: HttpRequest) -> HttpResponse:
    """The reader's own addresses, and a form to make one. A new one is shown once."""
    actor: Membership = request.membership
    allowed = may_read_program_days.allowed(actor, actor.program)
    scopes = [pair for pair in FeedScope.choices if allowed or pair[0] == FeedScope.OWN]

    def make(form: Any) -> str:
        given = form.cleaned_data
        if given["scope"] == FeedScope.PROGRAM:
            may_read_program_days(actor, actor.program)
        _, secret = make_feed(actor=actor, scope=given["scope"], names=given["names"])
        request.session[MADE] = secret
        return reverse("calendar_feeds")

    secret = request.session.pop(MADE, None) if request.method == "GET" else None
    own = CalendarFeed.objects.filter(reader=request.user, role=actor.role, revoked_at=None).order_by("-made_at")
    page = {
        "feeds": own,
        "address": secret and request.build_absolute_uri(reverse("calendar_feed", args=[secret])),
        "button": "Make the address",
        "has_places": allowed,
    }
    start = {"scope": FeedScope.OWN, "names": FeedNames.NOBODY}
    form: Any = partial(FeedForm, scopes=scopes)
    return enter(request, form, make, template="calendar/feeds.html", page=page, initial=start)


@require_POST
def revoke_calendar_feed(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    """End one of one's own addresses."""
    feed = get_object_or_404(CalendarFeed, pk=feed_id, reader=request.user)
    revoke_feed(feed=feed, actor=request.membership)
    messages.success(request, "The address gives nothing any more.")
    return redirect("calendar_feeds")


@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The days behind a private address, as iCalendar. What is not there, revoked or no longer the reader's is 404."""
    where = address_of(request)
    if not may_ask(where):
        return _told(TOO_OFTEN, 429)
    found = feed_of(secret)
    if found is None:
        asked_in_vain(where)
        return _told(NO_CALENDAR, 404)
    program, key = found
    if not may_read(key):
        return _told(TOO_OFTEN, 429)
    on = today()
    with acting(program=program):
        held = reader_of(key, on)
        if held is None:
            return _told(NO_CALENDAR, 404)
        feed, actor = held
        with acting(actor=actor.user_id):
            return _given(request, feed, actor, on)


def _told(sentence: str, status: int) -> HttpResponse:
    """A refusal, returned and not raised so that what was counted stays. No log repeats the secret in the address."""
    response: Any = HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
    response._has_been_logged = True
    return response


def _given(request: HttpRequest, feed: CalendarFeed, actor: Membership, on: datetime.date) -> HttpResponse:
    fresh(on)
    days = days_seen(actor, on - BACK, on + AHEAD, on, is_own=feed.scope == FeedScope.OWN)
    served = {day.whose for day in days if day.whose and day.root_table == "participant"}
    record_export("calendar_feed", rows=len(days), listed=sorted(served))
    entries = feed_entries(days, feed, request.build_absolute_uri)
    name = f"{actor.program.name}: {FeedScope(feed.scope).label.lower()}"
    text = as_ics(name, entries, timezone.now(), request.get_host())
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="alongside.ics"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response
