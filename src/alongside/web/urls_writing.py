"""The site map of questions and answers."""

from __future__ import annotations

from django.urls import path

from .views import help_certificate, help_questions, help_writing

urlpatterns = [
    path("help/questions/", help_questions.help_questions, name="help_questions"),
    path("help/certificate/", help_certificate.help_certificate, name="help_certificate"),
    path("help/writing/", help_writing.help_writing, name="help_writing"),
]
