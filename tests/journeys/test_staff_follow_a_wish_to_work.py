"""Somebody wants to work: the wish, what came of it, and the principles it is held against."""

import re
from datetime import timedelta

from alongside.access.clock import today


def test_a_wish_to_work_is_recorded_and_held_against_the_principles(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/participants/?rule=IPS")
    visitor.page.locator("main tbody th a").first.click()
    visitor.page.get_by_role("navigation", name="About this participant").get_by_role("link", name="Enrollment").click()
    visitor.sees("Where they live and are served", "Recent service")
    visitor.finds_the_page_in_order()
    visitor.follows("Open work")
    visitor.sees("Supported employment by Individual Placement and Support", "Nothing has to be passed, learned")
    visitor.finds_the_page_in_order(picture="work")

    visitor.follows("Record a wish to work")
    visitor.page.get_by_label("Day they said they want to work").fill("2199-01-01")
    visitor.presses("Record the wish")
    visitor.sees(re.compile("thing(s?) to put right"))
    visitor.finds_the_page_in_order(picture="work-wish")
    visitor.page.get_by_label("Day they said they want to work").fill(str(today() - timedelta(days=9)))
    visitor.page.get_by_label("The job they want, in their own words").fill("Baking, early in the day.")
    visitor.presses("Record the wish")
    visitor.sees("Baking, early in the day.", "The search starts soon")

    visitor.follows(re.compile("Record what came of it"))
    visitor.page.get_by_label("Support refused or ended on").fill(str(today()))
    visitor.page.get_by_label("Why it was refused or ended").select_option(label="Hospitalization history")
    visitor.presses("Save")
    visitor.sees("What came of the wish is recorded.", "No one is removed because of prior work history")
    visitor.finds_the_page_in_order(picture="work-refused")
