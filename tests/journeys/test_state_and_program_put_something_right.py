"""Two people, two browsers: the state writes its concerns, the program its plan, until the state closes it."""

import re

import pytest
from steps import Visitor

REVIEWER, COORDINATOR = "reviewer@state.example", "coordinator@juniper.example"


@pytest.fixture
def state(county, browser):
    """The state reviewer, at a browser of her own."""
    context = browser.new_context(base_url=county, viewport={"width": 1280, "height": 900}, locale="en-US")
    context.set_default_timeout(90_000)
    somebody = Visitor(context.new_page())
    yield somebody
    context.close()
    assert somebody.complaints == []


def test_concerns_in_writing_become_a_plan_that_is_carried_out_and_closed(visitor, state):
    visitor.page.context.set_default_timeout(90_000)
    state.is_signed_in_as(REVIEWER, and_goes_to="/reviews/")
    state.opens_the_account_menu()
    state.presses(re.compile("Switch to Juniper County"))
    state.sees("Juniper County")
    state.opens("/reviews/")
    state.sees("CAP ", "POA ", "MON ")
    state.finds_the_page_in_order(picture="reviews-state")
    state.follows("Open a corrective action plan")
    state.page.get_by_text("There is indication of medical assistance fraud or overbilling").click()
    state.page.get_by_label("What was found").fill("One hour of 6 October was billed twice.")
    state.presses("Open it")
    state.sees("Opened. Arrange the meeting")
    at = state.address
    state.follows("Send the concerns in writing")
    state.page.get_by_label("The areas in need of correction").fill("The same hour stands on two invoice lines.")
    state.presses("Send the concerns in writing")
    state.sees("The concerns are sent.")

    visitor.is_signed_in_as(COORDINATOR, and_goes_to="/reviews/")
    visitor.opens(at)
    visitor.sees("The same hour stands on two invoice lines.")
    visitor.follows("Record the day the concerns came")
    visitor.presses("Record the day the concerns came")
    visitor.sees("The ten days for the draft", "Ten days, strictly")
    visitor.follows("Write the draft")
    visitor.page.get_by_label("How the program responds").fill(
        "We take the second claim back and compare every Friday."
    )
    visitor.page.get_by_label("Step 1", exact=True).fill("Take the second claim back")
    visitor.page.get_by_label("Who does step 1").fill("Bea Sumac")
    visitor.finds_the_page_in_order(picture="corrective-draft")
    visitor.presses("Write the draft")
    visitor.sees("The draft is kept.")
    visitor.follows("Send the draft to the state")
    visitor.presses("Send the draft to the state")
    visitor.sees("The draft is sent.")

    state.opens(at)
    state.follows("Read and sign the plan")
    state.sees("Signed as Ray Sycamore")
    state.finds_the_page_in_order(picture="corrective-sign")
    state.presses("Read and sign the plan")
    state.sees("Signed. The program records")

    visitor.opens(at)
    visitor.follows("Record the day the signed copy came")
    visitor.presses("Record the day the signed copy came")
    visitor.sees("The plan is in force from that day.", "SHA-256")
    visitor.finds_the_page_in_order(picture="corrective-plan")
    visitor.follows("Record that it was done")
    visitor.page.get_by_label("What was done").fill("Taken back on the portal.")
    visitor.presses("Record that it was done")
    visitor.sees("The step is done.")
    visitor.follows("Say that it is carried out")
    visitor.presses("Say that it is carried out")
    visitor.sees("The state is told that the plan is carried out.")

    state.opens(at)
    state.follows("Close the plan")
    state.presses("Close the plan")
    state.sees("The plan is closed.", "Nothing is left to do.")


def test_a_coordinator_sees_what_a_visit_asks_for_and_sends_notes_with_their_invoices(visitor):
    visitor.page.context.set_default_timeout(90_000)
    visitor.is_signed_in_as(COORDINATOR, and_goes_to="/reviews/")
    visitor.opens("/reviews/")
    visitor.finds_the_page_in_order(picture="reviews")
    visitor.page.get_by_role("link", name="POA").first.click()
    visitor.sees("What is asked")
    visitor.finds_the_page_in_order(picture="plan-of-action")
    visitor.opens("/reviews/")
    visitor.page.get_by_role("link", name="MON").first.click()
    visitor.sees("What is asked for")
    visitor.finds_the_page_in_order(picture="monitoring-visit")
    visitor.page.get_by_role("link", name="Progress notes and the Medicaid invoices").first.click()
    visitor.sees("Progress notes and invoice lines, day by day")
    visitor.finds_the_page_in_order(picture="monitoring-request")
    visitor.presses("Send it to the state")
    visitor.sees("Sent. It is kept as it was sent.")
    visitor.opens("/invoices/")
    visitor.finds_the_page_in_order(picture="invoices")
    visitor.page.locator("main tbody th a").first.click()
    visitor.sees("Progress notes and invoice lines")
    visitor.finds_the_page_in_order(picture="invoices-of-participant")
