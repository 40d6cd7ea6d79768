"""The web app's place in Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Stands before allauth among the installed apps: its account templates take the place of allauth's."""

    name = "alongside.web"
    label = "web"
