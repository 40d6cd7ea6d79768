"""The site map in reading order. Who may open each name stands in `alongside.access.pages`."""

from __future__ import annotations

from django.urls import include, path

from .views import home, rules

urlpatterns = [
    path("", home.home, name="home"),
    path("program/", home.switch_program, name="switch_program"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<str:rule_id>/", rules.rule, name="rule"),
    path("review/", home.review, name="review"),
    path("help/", home.help_page, name="help"),
    path("account/", include("allauth.urls")),
]
