"""The site map in reading order. Who may open each name stands in `alongside.access.pages`."""

from __future__ import annotations

from django.urls import include, path

from .views import catalogue, documents, enrollment, home, imports, participants, rules, signing, staff, typing, why

urlpatterns = [
    path("", home.home, name="home"),
    path("program/", home.switch_program, name="switch_program"),
    path("participants/", participants.participants, name="participants"),
    path("participants/<uuid:participant_id>/", participants.participant, name="participant"),
    path("participants/<uuid:participant_id>/coverage/", enrollment.add_coverage, name="add_coverage"),
    path("staff/", staff.staff, name="staff"),
    path("staff/<uuid:staff_id>/", staff.staff_member, name="staff_member"),
    path("why/<str:rule_id>/<uuid:key>/", why.why, name="why"),
    path("import/", imports.import_tracker, name="import"),
    path("import/take/", imports.import_take, name="import_take"),
    path("import/rejected-rows/", imports.import_rejected, name="import_rejected"),
    path("import/mapping/", imports.import_mapping, name="import_mapping"),
    path("typing/", typing.keep_typed, name="keep_typed"),
    path("typing/forget/", typing.forget_typed, name="forget_typed"),
    path("sign/<str:kind>/<uuid:key>/", signing.sign, name="sign"),
    path("documents/<uuid:document_id>/", documents.document, name="document"),
    path("attachments/<uuid:attachment_id>/", documents.attachment, name="attachment"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<str:rule_id>/", rules.rule, name="rule"),
    path("", include("alongside.web.urls_incidents")),
    path("services/", catalogue.catalogue, name="catalogue"),
    path("review/", home.review, name="review"),
    path("help/", home.help_page, name="help"),
    path("account/", include("allauth.urls")),
]
