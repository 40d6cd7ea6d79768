"""The site map in reading order. Who may open each name stands in `alongside.access.pages`."""

from __future__ import annotations

from django.urls import include, path

from .views import documents, enrollment, home, imports, participants, rules, signing, staff, typing, why

from .views import note_changes, note_device, note_writing, notes, sign_offs

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
    path("participants/<uuid:participant_id>/notes/", notes.notes, name="notes"),
    path("notes/", notes.all_notes, name="all_notes"),
    path("notes/new/", note_writing.write_note, name="write_note"),
    path("notes/new/<uuid:participant_id>/", note_writing.write_note_for, name="write_note_for"),
    path("notes/check/<uuid:participant_id>/", note_writing.check_note, name="check_note"),
    path("notes/device/", note_device.notes_on_device, name="notes_on_device"),
    path("notes/offline/", note_device.offline_note, name="offline_note"),
    path("worker.js", note_device.offline_worker, name="offline_worker"),
    path("notes/<uuid:note_id>/", notes.note, name="note"),
    path("notes/<uuid:note_id>/write/", note_writing.rewrite_note, name="rewrite_note"),
    path("notes/<uuid:note_id>/sign/", note_changes.check_before_signing, name="check_before_signing"),
    path("notes/<uuid:note_id>/amend/", note_changes.amend_note, name="amend_note"),
    path("notes/<uuid:note_id>/move/", note_changes.move_note, name="move_note"),
    path("sign-off/", sign_offs.sign_offs, name="sign_offs"),
    path("sign-off/<uuid:note_id>/", sign_offs.sign_off, name="sign_off"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<str:rule_id>/", rules.rule, name="rule"),
    path("review/", home.review, name="review"),
    path("help/", home.help_page, name="help"),
    path("account/", include("allauth.urls")),
]
