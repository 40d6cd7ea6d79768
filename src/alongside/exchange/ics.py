"""Days as a calendar program reads them (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from alongside.facts.moments import ZONE

REFRESH = datetime.timedelta(hours=6)


@dataclass(frozen=True)
class Entry:
    """One entry: a whole day, or from a time to a time in the program's own time."""

    uid: str
    on: datetime.date
    title: str
    text: str
    address: str = ""
    times: tuple[datetime.time, datetime.time] | None = None


def as_ics(name: str, entries: Iterable[Entry], at: datetime.datetime, host: str) -> bytes:
    """A calendar of this name as text to be served as text/calendar. `at` is the moment it was made."""
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, at, host))
    return bytes(calendar.to_ical())


def _event(entry: Entry, at: datetime.datetime, host: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@{host}")
    event.add("dtstamp", at.astimezone(datetime.UTC))
    if entry.times:
        # In UTC, so that no definition of the zone has to travel with it.
        starts, ends = (
            datetime.datetime.combine(entry.on, time, ZoneInfo(ZONE)).astimezone(datetime.UTC) for time in entry.times
        )
        event.add("dtstart", starts)
        event.add("dtend", ends)
    else:
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + datetime.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    event.add("summary", entry.title)
    event.add("description", entry.text)
    if entry.address:
        event.add("url", entry.address)
    return event
