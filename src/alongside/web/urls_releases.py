"""What a participant agrees to let out, and what went out."""

from __future__ import annotations

from django.urls import path

from .views import release_marks, releases, seat_releases

PERSON = "participants/<uuid:participant_id>/releases"

urlpatterns = [
    path(f"{PERSON}/", releases.releases, name="releases"),
    path(f"{PERSON}/consents/new/", releases.new_consent, name="new_consent"),
    path(f"{PERSON}/consents/<uuid:key>/revoke/", releases.revoke, name="revoke_consent"),
    path(f"{PERSON}/marks/new/", release_marks.mark, name="mark_records"),
    path(f"{PERSON}/marks/<uuid:key>/end/", release_marks.end, name="end_record_mark"),
    path(f"{PERSON}/disclosures/<uuid:key>/", releases.cover, name="disclosure"),
    path("seat/releases/", seat_releases.seat_releases, name="seat_releases"),
    path(f"{PERSON}/disclosures/new/", releases.let_out, name="disclose"),
]
