"""A peer specialist and a participant answer four questions on a phone; the answers print on one page."""

import re

from steps import PHONE


def test_they_write_a_support_plan_on_a_phone(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    visitor.page.set_viewport_size(PHONE)
    visitor.opens("/participants/")
    visitor.page.locator("main th a").first.click()
    visitor.page.get_by_role("navigation", name="About this participant").get_by_role("link", name="Plans").click()
    visitor.follows("Write a support plan")
    visitor.page.get_by_label("What am I like when I am well?").fill("I hum in the kitchen and answer the phone.")
    visitor.page.get_by_label("What makes it better").fill("Walks make it better. Loud stairs make it worse.")
    visitor.page.get_by_label("What are the early signs?").fill("I stop opening letters.")
    visitor.page.get_by_label("How do I want people to step in?").fill("Ask me to walk. Do not call my mother first.")
    visitor.sees(re.compile("Kept \\d"))
    visitor.finds_the_page_in_order(picture="support-plan-write")
    visitor.page.set_viewport_size(PHONE)
    visitor.presses("Complete the support plan")
    visitor.sees("The support plan is complete.", "I hum in the kitchen and answer the phone.")
    visitor.finds_the_page_in_order(picture="support-plan")
    assert len(re.findall(rb"/Type\s*/Page[^s]", visitor.page.pdf())) == 1
