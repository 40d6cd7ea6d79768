"""The addresses of documentation oversight."""

from __future__ import annotations

from django.urls import path

from .views import oversight_checks, oversight_lists, oversight_steps, oversights, practice

urlpatterns = [
    path("oversights/", oversights.oversights, name="oversights"),
    path("oversights/announce/", oversights.announce, name="announce_oversight"),
    path("oversights/practice/", practice.start_practice, name="start_practice"),
    path("oversights/<uuid:oversight_id>/", oversights.oversight, name="oversight"),
    path("oversights/<uuid:oversight_id>/steps/<str:step>/", oversight_steps.oversight_step, name="oversight_step"),
    path("oversights/<uuid:oversight_id>/list/", oversight_lists.oversight_list, name="oversight_list"),
    path("oversights/<uuid:oversight_id>/draw.json", oversight_lists.draw_file, name="draw_file"),
    path("oversights/<uuid:oversight_id>/checklist/", oversight_checks.checklist, name="checklist"),
    path("oversights/<uuid:oversight_id>/practice/", practice.practice_review, name="practice_review"),
    path("oversights/members/<uuid:sample_member_id>/", oversight_checks.check_member, name="check_member"),
    path("oversights/members/<uuid:sample_member_id>/rest/", oversight_checks.check_rest, name="check_rest"),
    path(
        "oversights/members/<uuid:sample_member_id>/<str:requirement>/",
        oversight_checks.check,
        name="check_requirement",
    ),
]
