"""What happens to a treatment plan after it is complete."""

from __future__ import annotations

from django.urls import path

from .views import treatment_plans

PERSON = "participants/<uuid:participant_id>"

urlpatterns = [
    path(f"{PERSON}/plans/review/", treatment_plans.review_plan, name="review_plan"),
    path(f"{PERSON}/plans/<uuid:plan_id>/authorize/", treatment_plans.authorize_plan, name="authorize_plan"),
]
