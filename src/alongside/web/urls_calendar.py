"""The site map of readings, days, guiding documents and notices."""

from __future__ import annotations

from django.urls import path

from .views import calendar, calendar_feeds, readings

urlpatterns = [
    path("readings/", readings.readings, name="readings"),
    path("readings/<str:reading_id>/choose/", readings.choose_reading, name="choose_reading"),
    path("readings/<str:reading_id>/would-change/", readings.reading_would_change, name="reading_would_change"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/joining/", calendar.joining_details, name="joining_details"),
    path("calendar/addresses/", calendar_feeds.calendar_feeds, name="calendar_feeds"),
    path("calendar/addresses/<uuid:feed_id>/revoke/", calendar_feeds.revoke_calendar_feed, name="revoke_calendar_feed"),
    path("calendar/feed/<str:secret>.ics", calendar_feeds.calendar_feed, name="calendar_feed"),
]
