"""The addresses of incidents, and of a participant's work."""

from __future__ import annotations

from django.urls import path

from .views import (
    employment,
    incident_categories,
    incident_follow_ups,
    incident_reports,
    incident_trends,
    incident_way,
    incidents,
)

urlpatterns = [
    path("incidents/", incidents.incidents, name="incidents"),
    path("incidents/new/", incident_reports.new_incident, name="new_incident"),
    path("incidents/trends/", incident_trends.incident_trends, name="incident_trends"),
    path("incidents/trends/export/", incident_trends.export_incident_trends, name="export_incident_trends"),
    path("incidents/categories/", incident_categories.incident_categories, name="incident_categories"),
    path("incidents/categories/new/", incident_categories.new_incident_category, name="new_incident_category"),
    path("incidents/categories/examples/", incident_categories.load_example_categories, name="load_example_categories"),
    path(
        "incidents/categories/<uuid:incident_category_id>/",
        incident_categories.incident_category,
        name="incident_category",
    ),
    path("incidents/<uuid:incident_id>/", incidents.incident, name="incident"),
    path("incidents/<uuid:incident_id>/tell/<str:kind>/", incident_way.tell_incident, name="tell_incident"),
    path("incidents/<uuid:incident_id>/follow-up/", incident_follow_ups.add_follow_up, name="add_follow_up"),
    path("incidents/<uuid:incident_id>/supervisor/", incident_follow_ups.assign_incident, name="assign_incident"),
    path("incidents/follow-ups/<uuid:follow_up_id>/", incident_follow_ups.finish_follow_up, name="finish_follow_up"),
    path("incidents/steps/<uuid:incident_step_id>/", incident_way.answer_incident_step, name="answer_incident_step"),
    path(
        "incidents/reports/<uuid:incident_report_id>/",
        incident_reports.change_incident_report,
        name="change_incident_report",
    ),
    path("participants/<uuid:participant_id>/employment/", employment.employment, name="employment"),
    path("participants/<uuid:participant_id>/employment/new/", employment.new_wish, name="new_wish"),
    path("employment/<uuid:employment_id>/", employment.follow_wish, name="follow_wish"),
    path("participants/<uuid:participant_id>/incidents/", incidents.incidents_of, name="incidents_of"),
]
