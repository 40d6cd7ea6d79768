"""What a participant agrees to let out, and what went out."""

from __future__ import annotations

from django.urls import path

from .views import releases

PERSON = "participants/<uuid:participant_id>/releases"

urlpatterns = [
    path(f"{PERSON}/", releases.releases, name="releases"),
    path(f"{PERSON}/consents/new/", releases.new_consent, name="new_consent"),
    path(f"{PERSON}/consents/<uuid:key>/revoke/", releases.revoke, name="revoke_consent"),
    path(f"{PERSON}/disclosures/new/", releases.let_out, name="disclose"),
]
