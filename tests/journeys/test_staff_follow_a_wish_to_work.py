"""Somebody wants to work: the wish, what came of it, and the principles it is held against."""

import re


def test_a_wish_to_work_is_recorded_and_held_against_the_principles(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/participants/?q=wren")
    visitor.follows(re.compile(","))
    visitor.page.get_by_role("navigation", name="About this participant").get_by_role("link", name="Work").click()
    visitor.follows("Record a wish to work")
    visitor.page.get_by_label("Day they said they want to work").fill("2026-06-02")
    visitor.page.get_by_label("The job they want").fill("Something with plants, outside.")
    visitor.finds_the_page_in_order(picture="employment-wish")
    visitor.presses("Record the wish")
    visitor.sees("The wish to work is recorded. The search can start now.", re.compile("Something with plants"))
    visitor.finds_the_page_in_order(picture="employment")
