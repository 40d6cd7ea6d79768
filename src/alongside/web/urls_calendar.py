"""The site map of readings, days, guiding documents and notices."""

from __future__ import annotations

from django.urls import path

from .views import calendar, calendar_feeds, library, notices, rate_sheets, readings

urlpatterns = [
    path("readings/", readings.readings, name="readings"),
    path("readings/<str:reading_id>/choose/", readings.choose_reading, name="choose_reading"),
    path("readings/<str:reading_id>/would-change/", readings.reading_would_change, name="reading_would_change"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/joining/", calendar.joining_details, name="joining_details"),
    path("calendar/addresses/", calendar_feeds.calendar_feeds, name="calendar_feeds"),
    path("calendar/addresses/<uuid:feed_id>/revoke/", calendar_feeds.revoke_calendar_feed, name="revoke_calendar_feed"),
    path("calendar/feed/<str:secret>.ics", calendar_feeds.calendar_feed, name="calendar_feed"),
    path("library/", library.library, name="library"),
    path("library/<str:document_id>/", library.guiding_document, name="guiding_document"),
    path("library/copies/<uuid:copy_id>/", library.guiding_copy, name="guiding_copy"),
    path("rate-sheets/", rate_sheets.rate_sheets, name="rate_sheets"),
    path("rate-sheets/editions/new/", rate_sheets.new_rate_edition, name="new_rate_edition"),
    path("rate-sheets/editions/<uuid:edition_id>/fill-in/", rate_sheets.new_rate_sheet, name="new_rate_sheet"),
    path("rate-sheets/<uuid:sheet_id>/", rate_sheets.rate_sheet, name="rate_sheet"),
    path("notices/", notices.notices, name="notices"),
    path("notices/read/", notices.read_all_notices, name="read_all_notices"),
    path("notices/settings/", notices.notice_settings, name="notice_settings"),
    path("notices/<uuid:notice_id>/read/", notices.read_notice, name="read_notice"),
]
