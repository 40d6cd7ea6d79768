"""The addresses of what a peer may write: sections of papers, the writing aid, lived experience."""

from __future__ import annotations

from django.urls import path

from .views import discharge_sections, peer_writing, report_sections

REPORT = "incidents/reports/<uuid:incident_report_id>/"
PAPERS = "participants/<uuid:participant_id>/discharges/<uuid:discharge_id>/sections/"

urlpatterns = [
    path(f"{REPORT}sections/", report_sections.report_sections, name="report_sections"),
    path(f"{REPORT}sections/<str:section>/", report_sections.write_report_section, name="write_report_section"),
    path(f"{REPORT}review/", report_sections.review_incident_report, name="review_incident_report"),
    path(f"{REPORT}suspected/", report_sections.say_suspected, name="say_suspected"),
    path(PAPERS, discharge_sections.discharge_sections, name="discharge_sections"),
    path(f"{PAPERS}<str:section>/", discharge_sections.write_discharge_section, name="write_discharge_section"),
    path("writing/marks/", peer_writing.mark_words, name="mark_words"),
    path("notes/<uuid:note_id>/shared/", peer_writing.share_experience, name="share_experience"),
]
