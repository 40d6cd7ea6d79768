"""The addresses of what passes between the program and the state, and of invoices."""

from __future__ import annotations

from django.urls import path

from .views import improvement, invoices, monitoring, reviews

ACTION = "plans-of-action/<uuid:plan_of_action_id>"
PLAN = "corrective-plans/<uuid:corrective_action_plan_id>"
VISIT = "monitoring/<uuid:monitoring_visit_id>"

urlpatterns = [
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/say/<str:kind>/<uuid:key>/", reviews.say_about_plan, name="say_about_plan"),
    path("reviews/attach/<str:kind>/<uuid:key>/", reviews.add_evidence, name="add_evidence"),
    path("reviews/evidence/<uuid:evidence_id>/", reviews.evidence, name="evidence"),
    path("plans-of-action/new/", improvement.new_plan_of_action, name="new_plan_of_action"),
    path(f"{ACTION}/", improvement.plan_of_action, name="plan_of_action"),
    path(f"{ACTION}/<str:move>/", improvement.move_action, name="move_action"),
    path("corrective-plans/new/", improvement.new_corrective_plan, name="new_corrective_plan"),
    path("corrective-plans/steps/<uuid:plan_step_id>/", improvement.do_step, name="do_step"),
    path(f"{PLAN}/", improvement.corrective_plan, name="corrective_plan"),
    path(f"{PLAN}/<str:move>/", improvement.move_plan, name="move_plan"),
    path("monitoring/new/", monitoring.new_visit, name="new_visit"),
    path("monitoring/requests/<uuid:monitoring_request_id>/", monitoring.monitoring_request, name="monitoring_request"),
    path(f"{VISIT}/", monitoring.monitoring_visit, name="monitoring_visit"),
    path(f"{VISIT}/participants/", monitoring.pick_participants, name="pick_participants"),
    path(f"{VISIT}/held/", monitoring.hold_visit, name="hold_visit"),
    path(f"{VISIT}/interviews/", monitoring.add_interview, name="add_interview"),
    path(f"{VISIT}/report/", monitoring.close_visit, name="close_visit"),
    path("invoices/", invoices.invoices, name="invoices"),
    path("invoices/new/", invoices.new_invoice_line, name="new_invoice_line"),
    path("invoices/import/", invoices.import_invoices, name="import_invoices"),
    path("invoices/lines/<uuid:invoice_line_id>/", invoices.tie_invoice_line, name="tie_invoice_line"),
    path("participants/<uuid:participant_id>/invoices/", invoices.invoices_of, name="invoices_of"),
]
