"""What a monitoring visit asks for, sent with the invoices of the notes; a plan of action and invoices read."""

COORDINATOR = "coordinator@juniper.example"


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
