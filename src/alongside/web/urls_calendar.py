"""The site map of readings, days, guiding documents and notices."""

from __future__ import annotations

from django.urls import path

from .views import readings

urlpatterns = [
    path("readings/", readings.readings, name="readings"),
    path("readings/<str:reading_id>/choose/", readings.choose_reading, name="choose_reading"),
    path("readings/<str:reading_id>/would-change/", readings.reading_would_change, name="reading_would_change"),
]
