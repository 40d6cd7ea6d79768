"""Qualifications, roles and supervision of a staff member, and teams."""

from __future__ import annotations

from django.urls import path

from .views import certificates, qualifications, role_drift, supervision, team_entry, teams

STAFF = "staff/<uuid:staff_id>"
TEAM = "teams/<uuid:team_id>"

urlpatterns = [
    path(f"{STAFF}/qualifications/<str:kind>/", qualifications.add_qualification, name="add_qualification"),
    path(
        f"{STAFF}/qualifications/<str:kind>/<uuid:key>/",
        qualifications.correct_qualification,
        name="correct_qualification",
    ),
    path(f"{STAFF}/employment/", qualifications.correct_employment, name="correct_employment"),
    path(f"{STAFF}/supervision/<str:kind>/", supervision.add_supervision, name="add_supervision"),
    path(f"{STAFF}/supervision/<str:kind>/<uuid:key>/", supervision.correct_supervision, name="correct_supervision"),
    path("staff/role-drift/", role_drift.role_drift, name="role_drift"),
    path(f"{STAFF}/role-drift/", role_drift.role_drift_of, name="role_drift_of"),
    path(f"{STAFF}/certificate/", certificates.certificate_of, name="certificate_of"),
    path(f"{STAFF}/certificate/hours/<str:kind>/", certificates.log_hours, name="log_hours"),
    path(f"{STAFF}/certificate/logged/<uuid:key>/", certificates.correct_hours, name="correct_hours"),
    path(f"{STAFF}/certificate/application/", certificates.open_application, name="open_application"),
    path(f"{STAFF}/certificate/application/<uuid:key>/", certificates.correct_application, name="correct_application"),
    path("teams/", teams.teams, name="teams"),
    path("teams/new/", team_entry.new_team, name="new_team"),
    path(f"{TEAM}/", teams.team, name="team"),
    path(f"{TEAM}/correct/", team_entry.correct_team, name="correct_team"),
    path(f"{TEAM}/<str:kind>/add/", team_entry.add_to_team, name="add_to_team"),
    path(f"{TEAM}/<str:kind>/<uuid:key>/", team_entry.correct_in_team, name="correct_in_team"),
]
