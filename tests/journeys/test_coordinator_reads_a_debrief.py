"""A closed oversight with its Debrief, and a practice review."""

import re


def test_a_closed_oversight_with_its_debrief_and_a_practice_review(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example", and_goes_to="/oversights/")
    visitor.sees("Practice review")
    visitor.finds_the_page_in_order(picture="oversights")
    visitor.page.locator("main .need-who a").last.click()
    visitor.sees(re.compile("Debrief of"), "3 findings", "plan of action")
    visitor.finds_the_page_in_order(picture="oversight-debrief")
    visitor.opens("/oversights/")
    visitor.presses("Draw a practice sample")
    visitor.sees("What would be cited today", "The state does not see this")
    visitor.finds_the_page_in_order(picture="practice-review")
