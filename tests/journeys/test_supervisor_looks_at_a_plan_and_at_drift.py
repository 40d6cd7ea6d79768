"""A supervisor finds a plan a peer completed and one overdue, mends what can be mended, and sees what drifted."""

import re

import pytest

from alongside.access.clock import today


@pytest.fixture
def supervisor(visitor):
    visitor.is_signed_in_as("supervisor@bluestem.example")
    return visitor


def test_a_plan_overdue_is_reviewed_and_a_peers_plan_is_told_apart(supervisor):
    supervisor.goes_to("Participants")
    supervisor.follows("Godwit, Camas")
    supervisor.sees("Review of the treatment plan", "not met")
    supervisor.finds_the_page_in_order(picture="treatment-overview")
    supervisor.follows(re.compile("^Treatment plan$"))
    supervisor.follows("Record a review")
    supervisor.finds_the_page_in_order()
    supervisor.page.get_by_label("Reviewed with the participant on").fill(str(today()))
    supervisor.presses("Record it")
    supervisor.sees("The review is recorded.", "Reviews on record")

    supervisor.goes_to("Participants")
    supervisor.follows("Grasshawk, Elder")
    supervisor.follows(re.compile("^Treatment plan$"))
    supervisor.sees("Completed in a peer’s role.", "Misaligned:", "Liatris Harrier, LPHA")
    supervisor.finds_the_page_in_order(picture="treatment-plan")


def test_what_drifted_is_counted_and_opened(supervisor):
    supervisor.goes_to("Staff")
    supervisor.follows("Role drift")
    supervisor.sees("Completed or signed treatment plans", "not a score")
    supervisor.finds_the_page_in_order(picture="role-drift-team")
    supervisor.follows("Posy Kestrel")
    supervisor.sees("Gave clinical services in a peer’s role", "To ask together")
    supervisor.finds_the_page_in_order(picture="role-drift")


def test_a_coordinator_writes_the_next_plan(visitor):
    visitor.is_signed_in_as("coordinator@bluestem.example")
    visitor.goes_to("Participants")
    visitor.follows("Swift, Gentian")
    visitor.follows(re.compile("^Treatment plan$"))
    visitor.follows("Write the next plan")
    visitor.page.get_by_label("Completed by").select_option(label="Quill Sedge, B002")
    visitor.page.get_by_label("In the role of").select_option(label="Qualified Mental Health Professional (QMHP)")
    visitor.finds_the_page_in_order(picture="treatment-write")
    visitor.presses("Complete the treatment plan")
    visitor.sees("The treatment plan is complete", "No authorization by an LPHA is recorded")
    visitor.follows("Record the authorization")
    visitor.page.get_by_label("LPHA").select_option(label="Liatris Harrier, B001")
    visitor.page.get_by_label("Authorized on").fill(str(today()))
    visitor.presses("Record it")
    visitor.sees("The authorization is recorded.", "by Liatris Harrier, LPHA")


def test_a_worker_on_the_way_to_a_certificate(supervisor):
    supervisor.goes_to("Staff")
    supervisor.follows("Killdeer, Aster")
    supervisor.follows("The way to a certificate")
    supervisor.sees("It stays open until", "sources differ", "Advocacy")
    supervisor.finds_the_page_in_order(picture="certificate-way")
