"""Addresses of the provider network and of the papers of those who serve."""

from __future__ import annotations

from django.urls import path

from .views import (
    network,
    network_entry,
    network_files,
    provider_approvals,
    serving,
    staff_papers,
    treatment_episodes,
)

PROVIDER = "network/providers/<uuid:provider_id>"
TREATMENT = "participants/<uuid:participant_id>/treatment"
MEMBER = "staff/<uuid:staff_id>/papers"

urlpatterns = [
    path("network/", network.network, name="network"),
    path("network/serving/", serving.who_may_serve, name="who_may_serve"),
    path("network/application/", network_entry.agency_application, name="agency_application"),
    path("network/providers/new/", network_entry.new_provider, name="new_provider"),
    path(f"{PROVIDER}/", network.provider, name="provider"),
    path(f"{PROVIDER}/add/<str:kind>/", network_entry.add_to_provider, name="add_to_provider"),
    path(f"{PROVIDER}/correct/<str:kind>/<uuid:key>/", network_entry.correct_in_network, name="correct_in_network"),
    path(f"{PROVIDER}/approvals/new/", provider_approvals.add_approval, name="add_approval"),
    path(f"{PROVIDER}/approvals/<uuid:key>/", provider_approvals.correct_approval, name="correct_approval"),
    path(f"{TREATMENT}/new/", treatment_episodes.add_episode, name="add_episode"),
    path(f"{TREATMENT}/<uuid:key>/", treatment_episodes.correct_episode, name="correct_episode"),
    path("network/files/<str:kind>/<uuid:key>/attach/", network_files.prove, name="prove"),
    path("network/files/<uuid:provider_file_id>/", network_files.provider_file, name="provider_file"),
    path(f"{MEMBER}/<str:kind>/", staff_papers.add_staff_paper, name="add_staff_paper"),
    path(f"{MEMBER}/<str:kind>/<uuid:key>/", staff_papers.correct_staff_paper, name="correct_staff_paper"),
]
