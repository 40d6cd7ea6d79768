"""Somebody wants to know what a service covers, and what may be taught."""

import re


def test_the_catalogue_answers_what_may_be_taught(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    visitor.page.get_by_role("link", name="Services and settings").click()
    visitor.sees("Community living supportive services", re.compile("Others don’t do tasks for participant"))
    visitor.unfolds("What may be taught")
    visitor.sees(re.compile("House cleaning"), re.compile("cleaning checklist"))
    visitor.finds_the_page_in_order(picture="catalogue")
    visitor.page.locator("#settings").scroll_into_view_if_needed()
    visitor.sees(re.compile("5 to 16 beds"))
    visitor.page.locator("main").get_by_role("link", name="NOTE-6", exact=True).first.click()
    visitor.sees("Progress note")
