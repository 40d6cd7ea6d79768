"""Days as they leave in a calendar feed: rules and days, and of a person initials at most.

Reasons stay behind: their sentences hold what was recorded about somebody. The link leads there, after signing in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.urls import reverse

from alongside.exchange.ics import Entry
from alongside.records.part_two import guarded
from alongside.reviews.days import DUE, CalendarDay, names_of_people
from alongside.reviews.initials import initials
from alongside.reviews.models import CalendarFeed, FeedNames

SOMEBODY = {"participant": "a participant", "staff": "a staff member", "team": "a team"}


def feed_entries(days: Iterable[CalendarDay], feed: CalendarFeed, address: Callable[[str], str]) -> Iterator[Entry]:
    """The entries of a feed. `address` makes a page's path into a whole address."""
    found = list(days)
    names = names_of_people(found) if feed.names == FeedNames.INITIALS else {}
    kept_back = guarded(names)  # 42 CFR part 2: a calendar is kept by somebody outside
    for day in found:
        is_named = day.whose in names and day.whose not in kept_back
        whose = initials(names[day.whose]) if is_named and day.whose else SOMEBODY.get(day.root_table, "")
        title = f"{day.title}: {whose}" if whose else day.title
        page = reverse("why", args=[day.rule, day.key]) if day.rule else reverse("calendar")
        yield Entry(day.uid, day.on, title, _text(day), address(page), day.times)


def _text(day: CalendarDay) -> str:
    if day.kind != DUE:
        return f"{day.reason}\n{day.source}" if not day.whose else day.source
    lines = [f"{day.rule} {day.title}", day.source, f"Last day: {day.on.day} {day.on:%B %Y}."]
    if day.rolled_on:
        lines.append(f"Rolled over a weekend or legal holiday: {day.rolled_on.day} {day.rolled_on:%B %Y}.")
    if day.more_like_it:
        lines.append(f"{day.more_like_it} more like it for the same person.")
    return "\n".join(lines)
