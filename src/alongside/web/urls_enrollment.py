"""Addresses from first contact to discharge."""

from __future__ import annotations

from django.urls import path

from .views import contacts, corrections, discharge, discharge_summaries, enrolling, enrollment

PERSON = "participants/<uuid:participant_id>"
ENDING = f"{PERSON}/discharges/<uuid:discharge_id>"

urlpatterns = [
    path("participants/new/", contacts.first_contact, name="first_contact"),
    path(f"{PERSON}/enrollment/", enrollment.enrollment, name="enrollment"),
    path(f"{PERSON}/coverage/", enrollment.add_coverage, name="add_coverage"),
    path(f"{PERSON}/screen/", enrollment.add_screen, name="add_screen"),
    path(f"{PERSON}/residence/", enrollment.add_residence, name="add_residence"),
    path(f"{PERSON}/representative/", enrollment.add_representative, name="add_representative"),
    path(f"{PERSON}/return/", contacts.record_return, name="record_return"),
    path(f"{PERSON}/enroll/", enrolling.enroll, name="enroll"),
    path(f"{PERSON}/refuse/", enrolling.refuse_enrollment, name="refuse_enrollment"),
    path(f"{PERSON}/refusals/<uuid:contact_id>/letter/", enrolling.refusal_letter, name="refusal_letter"),
    path(f"{PERSON}/correct/", corrections.correct_person, name="correct_person"),
    path(f"{PERSON}/correct/<str:kind>/<uuid:key>/", corrections.correct_record, name="correct_record"),
    path(f"{PERSON}/discharge/", discharge.discharge, name="discharge"),
    path(f"{ENDING}/", discharge.discharge_of, name="discharge_of"),
    path(f"{ENDING}/summary/", discharge_summaries.discharge_summary, name="discharge_summary"),
    path(f"{ENDING}/notice/", discharge.discharge_notice, name="discharge_notice"),
]
