"""Qualifications, roles and supervision of a staff member, and teams."""

from __future__ import annotations

from django.urls import path

from .views import qualifications, supervision, team_entry, teams

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
    path("teams/", teams.teams, name="teams"),
    path("teams/new/", team_entry.new_team, name="new_team"),
    path(f"{TEAM}/", teams.team, name="team"),
    path(f"{TEAM}/correct/", team_entry.correct_team, name="correct_team"),
    path(f"{TEAM}/<str:kind>/add/", team_entry.add_to_team, name="add_to_team"),
    path(f"{TEAM}/<str:kind>/<uuid:key>/", team_entry.correct_in_team, name="correct_in_team"),
]
