"""Emergency access: opening a participant outside the caseload, and looking at it afterwards."""

from __future__ import annotations

from django.urls import path

from .views import emergencies

urlpatterns = [
    path("emergency/", emergencies.emergencies, name="emergencies"),
    path("emergency/open/", emergencies.open_emergency, name="open_emergency"),
    path("emergency/<uuid:emergency_access_id>/", emergencies.emergency, name="emergency"),
]
