"""The site map of billing."""

from __future__ import annotations

from django.urls import path

from .views import billing, billing_corrections, service_codes

urlpatterns = [
    path("billing/", billing.billing, name="billing"),
    path("billing/services/<uuid:service_id>/", billing.billing_service, name="billing_service"),
    path("billing/services/<uuid:service_id>/correct/", billing_corrections.correct_billing, name="correct_billing"),
    path("billing/codes/", service_codes.service_codes, name="service_codes"),
    path("billing/codes/load/", service_codes.load_service_codes, name="load_service_codes"),
    path("billing/codes/<uuid:service_code_id>/end/", service_codes.end_service_code, name="end_service_code"),
]
