"""Somebody wants to work: the wish, what came of it, and the principles it is held against."""

import re


def test_a_wish_to_work_is_held_against_the_principles(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/participants/?rule=IPS")
    visitor.page.locator("main tbody th a").first.click()
    visitor.page.get_by_role("navigation", name="About this participant").get_by_role("link", name="Work").click()
    visitor.sees("Work", "Supported employment by Individual Placement and Support")
    visitor.finds_the_page_in_order(picture="employment")
    visitor.follows("Record a wish to work")
    visitor.page.get_by_label("Day they said they want to work").fill("2999-01-01")
    visitor.presses("Record the wish")
    visitor.sees(re.compile("thing(s?) to put right"))
    visitor.finds_the_page_in_order(picture="employment-wish")
