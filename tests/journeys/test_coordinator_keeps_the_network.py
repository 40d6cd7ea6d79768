"""A provider signs the wrong form and it is put right; and who may serve today, and why not."""

import re
from datetime import timedelta

from alongside.access.clock import today


def test_a_provider_with_the_wrong_agreement_form_is_put_right(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.goes_to("Network")
    visitor.sees("Runs out in the next 90 days", "Lakeside Adult Family Home")
    visitor.finds_the_page_in_order(picture="network")

    visitor.follows("Add a provider")
    visitor.page.get_by_label("Name", exact=True).fill("Robin Alder, employment specialist")
    visitor.page.get_by_label("What it is").select_option(label="Individual provider")
    visitor.presses("Add the provider")
    visitor.sees("The provider is in the network.", "hold a signed provider agreement in force")
    visitor.follows("Add an agreement")
    visitor.sees("this provider signs F-00312A")
    visitor.finds_the_page_in_order(picture="network-agreement")
    visitor.page.get_by_text("F-00312, for agencies and homes").click()
    visitor.page.get_by_label("Signed by the provider on").fill(str(today() - timedelta(days=3)))
    visitor.presses("Record it")
    visitor.sees("hold it on the form for its kind (found: F-00312, needed by individual: F-00312A)")
    visitor.finds_the_page_in_order(picture="network-provider")

    visitor.follows(re.compile("^Correct or end the agreement"))
    visitor.page.get_by_text("F-00312A, for individual or non-specified providers").click()
    visitor.presses("Save")
    visitor.sees("It is corrected.", "Everything is in order")

    visitor.goes_to("Network")
    visitor.follows("Who may serve")
    visitor.sees("may serve")
    visitor.page.get_by_label("To give").select_option(label="Peer support")
    visitor.sees("hold a certified peer specialist certificate in force")
    visitor.finds_the_page_in_order(picture="network-serving")


def test_a_background_check_lacks_a_letter_and_gets_it(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example", and_goes_to="/network/")
    visitor.opens("/staff/?rule=PRV-4&answer=not+met")
    visitor.page.locator("main tbody th a").first.click()
    visitor.sees("Background checks and certificates")
    visitor.finds_the_page_in_order(picture="staff-papers")
    visitor.page.locator("main").get_by_role("link", name="Add a check").click()
    for label in ("Day of the check", "Disclosure form F-82064", "Confirmed on F-02565"):
        visitor.page.get_by_label(label).fill(str(today() - timedelta(days=1)))
    visitor.page.get_by_label("Answer of the Department of Justice").fill(str(today()))
    visitor.page.get_by_label("Response letter of the Department of Health Services").fill(str(today()))
    visitor.presses("Record it")
    visitor.sees("A background check is recorded.")


def test_the_application_of_the_agency_is_read(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example", and_goes_to="/network/application/")
    visitor.sees("The agency’s application, F-00203", "Approved on")
    visitor.finds_the_page_in_order(picture="network-application")
