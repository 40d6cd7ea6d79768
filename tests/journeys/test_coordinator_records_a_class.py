"""A coordinator records a class for five and signs for the county; a newcomer sees on a phone what is still open."""

import re

from alongside.access.clock import today


def test_a_coordinator_records_a_class_for_five_and_signs_for_the_county(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example", and_goes_to="/staff/")
    visitor.follows("Everybody’s training")
    visitor.sees("The three months are running", "Class or presentation")
    visitor.finds_the_page_in_order(picture="training")

    visitor.follows("Record a class")
    visitor.page.get_by_label("Day of the training").fill(today().isoformat())
    visitor.chooses("Where the hours come from", "Quarterly meeting")
    visitor.types(
        "What the course covered", "Confidentiality: what may be said, to whom, and what a note must not hold"
    )
    visitor.page.get_by_label(re.compile("^Confidentiality")).fill("1.5")
    names = visitor.page.locator(".who-was-there input[type=checkbox]")
    for nth in range(5):
        visitor.page.locator(".who-was-there label").nth(nth).click()
        assert names.nth(nth).is_checked()
    visitor.finds_the_page_in_order(picture="training-class-new")
    visitor.presses("Record the class")

    visitor.sees("What is left is to sign for it.", "Sign for the county or Tribal agency")
    visitor.page.get_by_label("Your password").fill("juniper-berries-7")
    visitor.finds_the_page_in_order(picture="training-class")
    visitor.presses("I sign the records ticked")
    visitor.sees("5 training records are signed.")
    visitor.does_not_see("Not signed yet")

    visitor.follows(re.compile("^Cora Plover"))
    visitor.sees("Verified just now", "For the county or Tribal agency")
    visitor.finds_the_page_in_order(picture="training-signed")


def test_a_newcomer_sees_on_a_phone_what_is_still_open(visitor):
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.is_signed_in_as("peer@opendoor.example")
    visitor.sees("My training", "The seven topics", re.compile("still to go"))
    visitor.finds_the_page_in_order()
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.follows("Record training")
    visitor.sees("Hours by topic")
    visitor.finds_the_page_in_order(picture="training-record")
    visitor.opens("/")
    visitor.follows("Pia Wren")
    visitor.sees("Waiting for the county’s signature", "Training ledger", re.compile("F-02961"))
    visitor.finds_the_page_in_order(picture="training-own")


def test_an_exemption_is_asked_with_the_tests_beside_it(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example", and_goes_to="/training/")
    visitor.page.locator("section[aria-labelledby=running] tbody th a").first.click()
    visitor.follows("Ask for an exemption")
    visitor.page.get_by_label("The earlier training ended on").fill("2019-05-04")
    visitor.sees("Not so.")
    visitor.page.get_by_label("The earlier training ended on").fill(today().isoformat())
    visitor.page.get_by_label("The administrative rule that required it").fill("DHS 83.20")
    visitor.page.locator("label", has_text="Yes").first.click()
    visitor.page.get_by_label(re.compile("^Patient rights")).fill("1.5")
    visitor.waits_until_gone("Not so.")
    visitor.finds_the_page_in_order(picture="exemption")
    visitor.presses("Write the request")
    visitor.sees("DHSDCTSCRS@dhs.wisconsin.gov")
    visitor.finds_the_page_in_order(picture="exemption-send")
    visitor.presses("It was sent")
    visitor.sees("The Division decides", "Not decided")


def test_the_services_that_stand_exposed_are_a_list(visitor):
    visitor.is_signed_in_as("biller@juniper.example", and_goes_to="/training/exposed/")
    visitor.sees("Services exposed by missing training", "may not be billed")
    visitor.finds_the_page_in_order(picture="training-exposed")
