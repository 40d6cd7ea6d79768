"""The site map in reading order. Who may open each name stands in `alongside.access.pages`."""

from __future__ import annotations

from django.urls import include, path

from .views import (
    aside,
    documents,
    enrollment,
    home,
    imports,
    invited,
    participants,
    plan_changing,
    plan_writing,
    plans,
    rules,
    seat,
    seat_staff,
    signing,
    staff,
    typing,
    why,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("program/", home.switch_program, name="switch_program"),
    path("participants/", participants.participants, name="participants"),
    path("participants/<uuid:participant_id>/", participants.participant, name="participant"),
    path("participants/<uuid:participant_id>/coverage/", enrollment.add_coverage, name="add_coverage"),
    path("participants/<uuid:participant_id>/plans/", plans.plans, name="plans"),
    path("participants/<uuid:participant_id>/plans/new/", plan_writing.write_plan, name="write_plan"),
    path(
        "participants/<uuid:participant_id>/plans/drafts/<uuid:draft_id>/", plan_writing.plan_draft, name="plan_draft"
    ),
    path(
        "participants/<uuid:participant_id>/plans/drafts/<uuid:draft_id>/discard/",
        plan_changing.discard_draft,
        name="discard_draft",
    ),
    path(
        "participants/<uuid:participant_id>/plans/check/<str:kind>/", plan_writing.check_writing, name="check_writing"
    ),
    path(
        "participants/<uuid:participant_id>/plans/change/<str:kind>/<uuid:key>/",
        plan_changing.change_plan,
        name="change_plan",
    ),
    path("participants/<uuid:participant_id>/plans/<uuid:plan_id>/", plans.plan, name="plan"),
    path("participants/<uuid:participant_id>/assessments/new/", plan_writing.write_assessment, name="write_assessment"),
    path("participants/<uuid:participant_id>/assessments/<uuid:assessment_id>/", plans.assessment, name="assessment"),
    path(
        "participants/<uuid:participant_id>/support-plans/new/",
        plan_writing.write_support_plan,
        name="write_support_plan",
    ),
    path(
        "participants/<uuid:participant_id>/support-plans/<uuid:support_plan_id>/",
        plans.support_plan,
        name="support_plan",
    ),
    path("staff/", staff.staff, name="staff"),
    path("staff/<uuid:staff_id>/", staff.staff_member, name="staff_member"),
    path("why/<str:rule_id>/<uuid:key>/", why.why, name="why"),
    path("why/<str:rule_id>/<uuid:key>/set-aside/", aside.set_aside, name="set_aside"),
    path("why/<str:rule_id>/<uuid:key>/bring-back/", aside.bring_back, name="bring_back"),
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
    path("review/", home.review, name="review"),
    path("seat/", seat.seat, name="seat"),
    path("seat/plan/", seat.seat_plan, name="seat_plan"),
    path("seat/notes/", seat.seat_notes, name="seat_notes"),
    path("seat/signed/", seat.seat_signed, name="seat_signed"),
    path("seat/looked/", seat.seat_looked, name="seat_looked"),
    path("seat/words/", seat.seat_words, name="seat_words"),
    path("seat/words/<uuid:own_words_id>/take-back/", seat.seat_take_back, name="seat_take_back"),
    path("invited/", invited.invited, name="invited"),
    path("invited/open/", invited.open_seat, name="open_seat"),
    path("participants/<uuid:participant_id>/seat/", seat_staff.participant_seat, name="participant_seat"),
    path("participants/<uuid:participant_id>/seat/invite/", seat_staff.invite, name="invite"),
    path("seats/codes/<uuid:invitation_id>/revoke/", seat_staff.revoke_invitation, name="revoke_invitation"),
    path("seats/<uuid:membership_id>/end/", seat_staff.end_seat, name="end_seat"),
    path("notes/<uuid:progress_note_id>/hold-back/", seat_staff.hold_note_back, name="hold_note_back"),
    path("notes/<uuid:progress_note_id>/minors-own/", seat_staff.minors_own_note, name="minors_own_note"),
    path("notes/holds/<uuid:note_hold_id>/end/", seat_staff.release_note, name="release_note"),
    path("help/", home.help_page, name="help"),
    path("account/", include("allauth.urls")),
]
