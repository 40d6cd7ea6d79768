"""A participant in substance-use treatment agrees that a clinic gets her plan, and takes it back."""

import datetime

from alongside.access.clock import today as now


def test_a_release_is_used_and_after_it_is_taken_back_the_next_request_is_refused(visitor):
    today = now()
    visitor.is_signed_in_as("supervisor@bluestem.example", and_goes_to="/participants/")
    visitor.page.locator("#people tbody tr th a").first.click()
    visitor.follows("Releases")
    visitor.follows("Record a consent")
    visitor.finds_the_page_in_order(picture="release-consent")
    _yes(visitor, "Does it cover substance use disorder records?")
    visitor.types("Who may get them", "Yarrow Dental")
    visitor.page.locator("label", has_text="A named organization").click()
    visitor.chooses("What for", "Treatment")
    visitor.page.get_by_label("Signed on").fill(str(today))
    visitor.page.get_by_label("In force to").fill(str(today + datetime.timedelta(days=90)))
    visitor.presses("Record the consent")
    visitor.sees("The consent is recorded.", "Yarrow Dental")

    _lets_out(visitor)
    visitor.sees("The disclosure is recorded.", "42 CFR part 2 prohibits unauthorized use")
    visitor.finds_the_page_in_order(picture="release-cover")
    visitor.follows("Back to the releases")
    visitor.finds_the_page_in_order(picture="releases")

    visitor.page.get_by_role("link", name="Take it back (for Yarrow Dental)").click()
    visitor.types("How they said so", "By phone, to the front desk")
    visitor.presses("Take it back")
    visitor.sees("The consent is taken back.")
    _lets_out(visitor)
    visitor.sees("The consent was revoked.", "42 CFR 2.31")
    assert visitor.reads("What goes out") == "The treatment plan"


def _lets_out(visitor):
    visitor.follows("Record a disclosure")
    _yes(visitor, "Are substance use disorder records among them?")
    visitor.types("What goes out", "The treatment plan")
    visitor.types("Who gets it", "Yarrow Dental")
    visitor.chooses("What for", "Treatment")
    visitor.presses("Record the disclosure")


def _yes(visitor, question):
    visitor.page.get_by_role("group", name=question).locator("label", has_text="Yes").click()
