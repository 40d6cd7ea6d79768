"""The pages of training: clocks, classes, records, exemptions, and what stands exposed."""

from __future__ import annotations

from django.urls import path

from .views import exemptions, training_classes, training_exposed, training_records

urlpatterns = [
    path("training/", training_classes.training, name="training"),
    path("training/classes/new/", training_classes.new_class, name="new_class"),
    path("training/classes/<uuid:class_id>/", training_classes.training_class, name="training_class"),
    path("training/exposed/", training_exposed.exposed_services, name="exposed_services"),
    path("training/records/<uuid:sheet_id>/change/", training_records.change_training, name="change_training"),
    path("training/records/<uuid:sheet_id>/paper/", training_records.training_on_paper, name="training_on_paper"),
    path("training/records/<uuid:sheet_id>/discard/", training_records.discard_training, name="discard_training"),
    path("training/exemptions/<uuid:exemption_id>/", exemptions.decide, name="decide_exemption"),
    path("staff/<uuid:staff_id>/training/new/", training_records.record_training, name="record_training"),
    path("staff/<uuid:staff_id>/training/gather/", training_records.gather_training, name="gather_training"),
    path("staff/<uuid:staff_id>/training/sign/", training_records.sign_training, name="sign_training"),
    path("staff/<uuid:staff_id>/training/pdf/", training_exposed.training_pdf, name="training_pdf"),
    path("staff/<uuid:staff_id>/exemptions/new/", exemptions.ask_exemption, name="ask_exemption"),
    path("staff/<uuid:staff_id>/exemptions/check/", exemptions.check_exemption, name="check_exemption"),
    path("staff/<uuid:staff_id>/exemptions/send/", exemptions.send_exemption, name="send_exemption"),
]
